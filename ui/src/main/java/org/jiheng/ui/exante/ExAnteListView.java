package org.jiheng.ui.exante;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jiheng.app.agency.Units;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Score;
import org.jiheng.app.common.Words;
import org.jiheng.app.exante.Conclusion;
import org.jiheng.app.exante.ExAnteEvaluation;
import org.jiheng.app.exante.ExAnteEvaluations;
import org.jiheng.app.exante.ExAnteList;
import org.jiheng.app.exante.ExAnteList.Filter;
import org.jiheng.app.exante.ExAnteList.Line;
import org.jiheng.app.exante.ExAnteList.Sort;
import org.jiheng.app.exante.ExAnteList.Totals;
import org.jiheng.app.form.FilledForms.ProjectChoice;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.Visibility;
import org.jiheng.tenants.identity.Registry;
import org.jiheng.tenants.scope.Scope;
import org.jiheng.ui.frame.Address;
import org.jiheng.ui.frame.BeginDialog;
import org.jiheng.ui.frame.ExcelLink;
import org.jiheng.ui.frame.FormBatch;
import org.jiheng.ui.frame.ListFrame;
import org.jiheng.ui.frame.ListFrame.Column;
import org.jiheng.ui.frame.UnitFilter;
import org.jiheng.ui.shell.ListOf;
import org.jiheng.ui.shell.MainLayout;
import org.jiheng.ui.shell.Year;
import org.jiheng.ui.text.Written;

/** The ex-ante evaluations the caller may see, with what they add up to, and, for a unit's clerk, the way to a new one. */
@Dependent
@ListOf(value = ExAnteEvaluation.FORM_TYPE, forms = true)
@Route(value = "ex-ante", layout = MainLayout.class)
@PermitAll
public class ExAnteListView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  @Inject
  private transient ExAnteEvaluations evaluations;

  @Inject
  private transient ExAnteList list;

  @Inject
  private transient Units units;

  @Inject
  private transient Calendar calendar;

  @Inject
  private transient Registry registry;

  @Resource
  private transient ManagedExecutorService executor;

  private ListFrame<Line> frame;

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    removeAll();
    if (!Visibility.of(Scope.current()).reads()) {
      event.rerouteToError(com.vaadin.flow.router.NotFoundException.class);
      return;
    }
    int year = Year.shown(event.getLocation(), calendar.today());
    Address address = Address.of(event.getLocation()).with(Year.PARAMETER, String.valueOf(year));
    Filter filter = filter(address, year);
    String title = getTranslation("title.ex-ante", String.valueOf(year));
    frame = new ListFrame<>("ex-ante", title, address);
    columns(year);
    filters(address);
    if (list.mayBegin()) {
      Button begin = new Button(getTranslation("list.begin"), _ -> begin(year));
      begin.setId("begin");
      begin.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
      frame.tool(begin);
    }
    frame.tool(ExcelLink.of(frame, title, (name, columns, cells, out) -> list.export(filter, name, columns, cells, out)));
    FormBatch.offer(frame, evaluations, Line::id, executor, registry);
    Totals totals = list.totals(filter);
    frame.load((offset, limit) -> list.page(filter, offset, limit), () -> list.totals(filter).forms(),
        getTranslation(list.mayBegin() ? "list.ex-ante.empty-clerk" : "list.ex-ante.empty"));
    frame.totals(getTranslation("list.ex-ante.totals", String.valueOf(totals.forms()), String.valueOf(totals.concluded()), Written.wan(totals.asked()),
        Written.wan(totals.supported()), Written.wan(totals.cut()), Written.orNone(totals.cutRate())));
    add(frame);
  }

  private static Filter filter(Address address, int year) {
    return new Filter(year, address.get("state", FormState.class), address.get("unit"), address.get("conclusion", Conclusion.class),
        address.get("third").isPresent(), address.get("q").orElse(""),
        address.get("sort").flatMap(column -> Arrays.stream(Sort.values()).filter(sort -> key(sort).equals(column)).findFirst()).orElse(Sort.UNIT),
        address.get("desc").isEmpty());
  }

  private static String key(Sort sort) {
    return switch (sort) {
      case UNIT -> "unit";
      case TITLE -> "project";
      case STATE -> "state";
      case ASKED -> "asked";
      case TOTAL -> "score";
      case CONCLUSION -> "conclusion";
      case SUPPORTED -> "supported";
      case CHANGED -> "changed";
    };
  }

  private void columns(int year) {
    UI ui = UI.getCurrent();
    Words words = Words.in(ui.getLocale());
    frame.link(Column.text("project", Line::title), line -> Year.in("/ex-ante/" + line.id(), year), 240, true)
        .column(Column.text("unit", Line::unitName), 156, false)
        .column(Column.text("state", line -> ui.getTranslation("state." + line.state().name())), 118, false)
        .column(money("asked", Line::asked), 116, false)
        .column(Column.number("score", line -> Written.orNone(line.total()), _ -> "",
            line -> line.total().<Object>map(Score::points).orElse(Written.NONE)), 76, false)
        .column(Column.<Line>text("third", line -> ui.getTranslation(line.thirdParty() ? "yes" : "no")).unsorted(), 96, false)
        .column(Column.text("conclusion", line -> line.conclusion().map(one -> words.say("exante.conclusion." + one.name())).orElse(Written.NONE)), 96, false)
        .column(money("supported", Line::supported), 116, false)
        .column(Column.text("changed", line -> Written.minute(line.changedAt()) + " " + line.changedBy()), 200, false)
        .column(Column.<Line>text("code", Line::projectCode).unsorted(), 186, false);
  }

  private static Column<Line> money(String key, Function<Line, Optional<Money>> amount) {
    return Column.number(key, line -> Written.wan(amount.apply(line)), line -> amount.apply(line).map(Written::yuan).orElse(""),
        line -> amount.apply(line).<Object>map(Money::yuan).orElse(Written.NONE));
  }

  private void filters(Address address) {
    Words words = Words.in(UI.getCurrent().getLocale());
    frame.words("q", "filter-text", getTranslation("list.text"))
        .choice("state", List.of(FormState.values()), state -> getTranslation("state." + state.name()))
        .choice("conclusion", List.of(Conclusion.values()), one -> words.say("exante.conclusion." + one.name()));
    UnitFilter.in(frame, address, units.ofCaller());
    address.get("third").ifPresent(_ -> frame.chip(getTranslation("column.third"), "third"));
  }

  private void begin(int year) {
    List<ProjectChoice> choices = evaluations.projectsToBegin(year);
    new BeginDialog(getTranslation("exante.begin"), getTranslation(choices.isEmpty() ? "exante.begin-none" : "exante.begin-text", String.valueOf(year)), choices,
        project -> getUI().ifPresent(ui -> ui.navigate("ex-ante/" + evaluations.begin(project), Year.parameters(year)))).open();
  }

  @Override
  public String getPageTitle() {
    return getTranslation("title.page", getTranslation("nav.ex-ante"));
  }
}
