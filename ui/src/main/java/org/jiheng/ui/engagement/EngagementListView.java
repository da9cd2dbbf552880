package org.jiheng.ui.engagement;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.engagement.EngagementState;
import org.jiheng.app.engagement.Engagements;
import org.jiheng.app.engagement.Engagements.Filter;
import org.jiheng.app.engagement.Engagements.Line;
import org.jiheng.ui.frame.Address;
import org.jiheng.ui.frame.ListFrame;
import org.jiheng.ui.frame.ListFrame.Column;
import org.jiheng.ui.shell.MainLayout;
import org.jiheng.ui.shell.Year;
import org.jiheng.ui.text.Written;

/** 委托合同: the engagements of the jurisdiction, for its performance office. */
@Dependent
@Route(value = "engagements", layout = MainLayout.class)
@RolesAllowed("PERFORMANCE_OFFICE")
public class EngagementListView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  @Inject
  private transient Engagements engagements;

  @Inject
  private transient TermsChoices choices;

  @Inject
  private transient Calendar calendar;

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    removeAll();
    Address address = Address.of(event.getLocation());
    int year = Year.shown(event.getLocation(), calendar.today());
    ListFrame<Line> frame = new ListFrame<>("engagements", getTranslation("nav.engagements"), address);
    frame.link(Column.<Line>text("contract", Line::contractNumber), line -> "/engagements/" + line.id(), 240, true)
        .column(Column.<Line>text("kind", line -> getTranslation("engagement-kind." + line.kind().name())).unsorted(), 110, false)
        .column(Column.<Line>text("firm", line -> line.firmName().isEmpty() ? Written.NONE : line.firmName()).unsorted(), 220, true)
        .column(Column.<Line>text("lead", line -> line.leadName().isEmpty() ? Written.NONE : line.leadName()).unsorted(), 110, false)
        .column(Column.<Line>text("client", Line::client).unsorted(), 160, false)
        .column(Column.<Line>text("opens", line -> Written.day(line.opens())).unsorted(), 110, false)
        .column(Column.<Line>text("closes", line -> Written.day(line.closes())).unsorted(), 110, false)
        .column(Column.<Line>text("state", line -> getTranslation("engagement-state." + line.state().name())).unsorted(), 100, false);
    filters(frame, address);
    Button register = new Button(getTranslation("engagement.register"), _ -> new TermsDialog(choices, year, calendar.today(), Optional.empty(),
        terms -> {
          getUI().ifPresent(ui -> ui.navigate("engagements/" + engagements.register(terms)));
          return true;
        }, () -> { }).open());
    register.setId("register");
    register.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    frame.tool(register);
    Filter filter = new Filter(address.get("q").orElse(""), address.get("state", EngagementState.class));
    long count = engagements.count(filter);
    frame.load((offset, limit) -> engagements.list(filter, offset, limit), () -> count, getTranslation("engagement.none"));
    frame.totals(getTranslation("engagement.count", count));
    add(frame);
  }

  private void filters(ListFrame<Line> frame, Address address) {
    TextField text = new TextField();
    text.setId("filter-text");
    text.setPlaceholder(getTranslation("engagement.filter"));
    text.setAriaLabel(getTranslation("engagement.filter"));
    text.setClearButtonVisible(true);
    text.setValue(address.get("q").orElse(""));
    text.addValueChangeListener(change -> address.with("q", change.getValue()).go());
    Select<EngagementState> state = new Select<>();
    state.setId("filter-state");
    state.setAriaLabel(getTranslation("column.state"));
    state.setEmptySelectionAllowed(true);
    String all = getTranslation("list.all-of", getTranslation("column.state"));
    state.setEmptySelectionCaption(all);
    state.setItems(EngagementState.values());
    state.setItemLabelGenerator(one -> one == null ? all : getTranslation("engagement-state." + one.name()));
    address.get("state", EngagementState.class).ifPresent(state::setValue);
    state.addValueChangeListener(change -> address.with("state", change.getValue() == null ? "" : change.getValue().name()).go());
    frame.filter(text).filter(state);
    address.get("q").ifPresent(typed -> frame.chip("“" + typed + "”", "q"));
    address.get("state", EngagementState.class).ifPresent(one -> frame.chip(getTranslation("engagement-state." + one.name()), "state"));
  }

  @Override
  public String getPageTitle() {
    return getTranslation("title.page", getTranslation("nav.engagements"));
  }
}
