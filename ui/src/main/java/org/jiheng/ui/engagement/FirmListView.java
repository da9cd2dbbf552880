package org.jiheng.ui.engagement;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jiheng.app.engagement.Firm;
import org.jiheng.app.engagement.Firms;
import org.jiheng.ui.frame.Address;
import org.jiheng.ui.frame.ListFrame;
import org.jiheng.ui.frame.ListFrame.Column;
import org.jiheng.ui.shell.MainLayout;
import org.jiheng.ui.text.Written;

/** 机构名录: the third parties of the prefecture. The prefecture's performance section keeps it, performance offices read it. */
@Dependent
@Route(value = "firms", layout = MainLayout.class)
@RolesAllowed({"PERFORMANCE_OFFICE", "PREFECTURE_OVERSIGHT"})
public class FirmListView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  @Inject
  private transient Firms firms;

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    removeAll();
    Address address = Address.of(event.getLocation());
    String text = address.get("q").orElse("");
    ListFrame<Firm> frame = new ListFrame<>("firms", getTranslation("nav.firms"), address);
    frame.link(Column.<Firm>text("firm", Firm::name), firm -> "/firms/" + firm.id(), 240, true)
        .column(Column.<Firm>text("credit-code", firm -> firm.code().text()).unsorted(), 190, false)
        .column(Column.<Firm>text("type", firm -> getTranslation("firm-type." + firm.entry().type().name())).unsorted(), 130, false)
        .column(Column.<Firm>text("legal-person", firm -> firm.entry().legalPerson()).unsorted(), 110, false)
        .column(Column.<Firm>number("staff", firm -> String.valueOf(firm.entry().staff()), _ -> "", firm -> firm.entry().staff()).unsorted(), 80, false)
        .column(Column.<Firm>text("credit-number", firm -> firm.entry().creditNumber().isEmpty() ? Written.NONE : firm.entry().creditNumber()).unsorted(), 150, false)
        .column(Column.<Firm>text("blacklisted", firm -> firm.blacklistedUntil().map(Written::day).orElse(Written.NONE)).unsorted(), 120, false);
    TextField filter = new TextField();
    filter.setId("filter-text");
    filter.setPlaceholder(getTranslation("firm.filter"));
    filter.setAriaLabel(getTranslation("firm.filter"));
    filter.setClearButtonVisible(true);
    filter.setValue(text);
    filter.addValueChangeListener(change -> address.with("q", change.getValue()).go());
    frame.filter(filter);
    address.get("q").ifPresent(typed -> frame.chip("“" + typed + "”", "q"));
    if (Firms.writes()) {
      Button enter = new Button(getTranslation("firm.enter"), _ -> FirmDialogs.enter(Optional.empty(), entry -> getUI()
          .ifPresent(ui -> ui.navigate("firms/" + firms.enter(entry))), () -> { }).open());
      enter.setId("enter-firm");
      enter.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
      frame.tool(enter);
    }
    frame.load((offset, limit) -> firms.page(text, offset, limit), () -> firms.count(text), getTranslation("firm.none"));
    frame.totals(getTranslation("firm.count", firms.count(text)));
    add(frame);
  }

  @Override
  public String getPageTitle() {
    return getTranslation("title.page", getTranslation("nav.firms"));
  }
}
