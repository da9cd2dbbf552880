package org.jiheng.ui.agency;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jiheng.app.agency.Unit;
import org.jiheng.app.agency.UnitKind;
import org.jiheng.app.agency.UnitRegister;
import org.jiheng.app.agency.UnitSheet;
import org.jiheng.app.agency.UnitTree;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.common.CreditCode;
import org.jiheng.app.common.Words;
import org.jiheng.app.document.FileName;
import org.jiheng.ui.frame.Address;
import org.jiheng.ui.frame.ExcelLink;
import org.jiheng.ui.frame.ListFrame;
import org.jiheng.ui.frame.ListFrame.Column;
import org.jiheng.ui.shell.ListOf;
import org.jiheng.ui.shell.MainLayout;
import org.jiheng.ui.text.Written;

/** 部门与单位: the tree as far as the caller has to do with it; the performance office adds to it, one by one or from a file. */
@Dependent
@ListOf(UnitRegister.SUBJECT)
@Route(value = "units", layout = MainLayout.class)
@RolesAllowed({"PERFORMANCE_OFFICE", "FINANCE_SECTION", "BUDGET_SECTION", "BUREAU_LEADER", "DEPARTMENT_REVIEWER", "AUDITOR"})
public class UnitListView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;
  private static final String STEP = "\u3000";

  @Inject
  private transient UnitRegister register;

  @Inject
  private transient Calendar calendar;

  private transient Address address;

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    address = Address.of(event.getLocation());
    show();
  }

  private void show() {
    removeAll();
    Words words = Words.in(getLocale());
    List<Unit> units = register.visible().stream().filter(this::wanted).toList();
    ListFrame<Unit> frame = new ListFrame<>("units", getTranslation("nav.units"), address);
    frame.column(Column.<Unit>text("unit-code", Unit::code).unsorted(), 190, false)
        .link(Column.<Unit>text("unit-name", unit -> STEP.repeat(UnitTree.levelOf(unit.code()) - 1) + unit.name()).unsorted(), unit -> "/units/" + unit.code(), 240, true)
        .column(Column.<Unit>text("unit-kind", unit -> words.say("unit-kind." + unit.kind())).unsorted(), 100, false)
        .column(Column.<Unit>text("credit-code", unit -> unit.creditCode().map(CreditCode::text).orElse(Written.NONE)).unsorted(), 190, false)
        .column(Column.<Unit>text("responsible", unit -> unit.responsible().isEmpty() ? Written.NONE : unit.responsible()).unsorted(), 150, false)
        .column(Column.<Unit>text("valid-from", unit -> unit.validFrom().map(Written::day).orElse(Written.NONE)).unsorted(), 110, false)
        .column(Column.<Unit>text("valid-until", unit -> unit.validUntil().map(Written::day).orElse(Written.NONE)).unsorted(), 110, false)
        .column(Column.<Unit>text("successor", unit -> unit.successor().orElse(Written.NONE)).unsorted(), 130, false)
        .words("q", "filter-text", getTranslation("unit.filter"))
        .choice("unit-kind", List.of(UnitKind.values()), kind -> words.say("unit-kind." + kind))
        .choice("lasting", List.of(Lasting.values()), one -> getTranslation("unit-lasting." + one.name()));
    if (UnitRegister.writes()) {
      tools(frame);
    }
    frame.load((offset, limit) -> units.subList(Math.min(offset, units.size()), Math.min(offset + limit, units.size())), () -> (long) units.size(),
        getTranslation("unit.none"));
    frame.totals(getTranslation("unit.count", units.size(), units.stream().filter(Unit::lasts).count()));
    add(frame);
  }

  /** Whether a unit is still there. */
  enum Lasting {
    LASTING,
    ENDED
  }

  private boolean wanted(Unit unit) {
    Optional<String> text = address.get("q").map(String::strip);
    return text.filter(typed -> !unit.code().startsWith(typed) && !unit.name().contains(typed) && !unit.responsible().contains(typed)).isEmpty()
        && address.get("unit-kind", UnitKind.class).filter(kind -> kind != unit.kind()).isEmpty()
        && address.get("lasting", Lasting.class).filter(one -> (one == Lasting.LASTING) != unit.lasts()).isEmpty();
  }

  private void tools(ListFrame<Unit> frame) {
    Button add = new Button(getTranslation("unit.add"), _ -> UnitDialogs.enter(Optional.empty(), calendar.today(), register::add, this::show).open());
    add.setId("add-unit");
    add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    Button take = new Button(getTranslation("unit.import"), _ -> new UnitImportDialog(register, this::show).open());
    take.setId("import-units");
    String name = getTranslation("unit.template");
    Anchor template = new Anchor(event -> ExcelLink.hand(event, FileName.of(name, "xlsx"),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", out -> UnitSheet.write(out, register.visible())), name);
    template.setId("unit-template");
    frame.tool(add).tool(take).tool(template);
  }

  @Override
  public String getPageTitle() {
    return getTranslation("title.page", getTranslation("nav.units"));
  }
}
