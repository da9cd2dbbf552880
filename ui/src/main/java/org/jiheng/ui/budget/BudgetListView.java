package org.jiheng.ui.budget;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiheng.app.agency.Units;
import org.jiheng.app.budget.BudgetEntry.Occasion;
import org.jiheng.app.budget.BudgetList;
import org.jiheng.app.budget.BudgetList.Filter;
import org.jiheng.app.budget.BudgetList.Line;
import org.jiheng.app.budget.BudgetList.Overview;
import org.jiheng.app.budget.BudgetList.Standing;
import org.jiheng.app.budget.BudgetSection;
import org.jiheng.app.budget.Gate;
import org.jiheng.app.budget.Gates;
import org.jiheng.app.budget.PriorResults.PriorResult;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Words;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.selfevaluation.SelfEvaluation;
import org.jiheng.tenants.identity.Registry;
import org.jiheng.ui.frame.Address;
import org.jiheng.ui.frame.ExcelLink;
import org.jiheng.ui.frame.Failures;
import org.jiheng.ui.frame.ListFrame;
import org.jiheng.ui.frame.ListFrame.Column;
import org.jiheng.ui.frame.UnitFilter;
import org.jiheng.ui.shell.MainLayout;
import org.jiheng.ui.shell.Screens;
import org.jiheng.ui.shell.Year;
import org.jiheng.ui.text.Written;

/** The budget list of a year: every project, whether it may enter the budget, and why. */
@Dependent
@Route(value = "budget", layout = MainLayout.class)
@RolesAllowed({"BUDGET_SECTION", "PERFORMANCE_OFFICE", "FINANCE_SECTION", "BUREAU_LEADER"})
public class BudgetListView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  @Inject
  private transient BudgetList list;

  @Inject
  private transient BudgetSection section;

  @Inject
  private transient Gates gates;

  @Inject
  private transient Registry registry;

  @Resource
  private transient ManagedExecutorService executor;

  @Inject
  private transient Units units;

  @Inject
  private transient Calendar calendar;

  private ListFrame<Line> frame;

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    removeAll();
    if (!BudgetList.reads()) {
      event.rerouteToError(com.vaadin.flow.router.NotFoundException.class);
      return;
    }
    int year = Year.shown(event.getLocation(), calendar.today());
    Address address = Address.of(event.getLocation()).with(Year.PARAMETER, String.valueOf(year));
    Filter filter = new Filter(year, address.get("standing", Standing.class), address.get("unit"), address.get("q").orElse(""));
    String title = getTranslation("title.budget", String.valueOf(year));
    frame = new ListFrame<>("budget", title, address);
    columns(year);
    frame.words("q", "filter-text", getTranslation("list.text"))
        .choice("standing", List.of(Standing.values()), one -> getTranslation("budget-standing." + one.name()));
    UnitFilter.in(frame, address, units.ofCaller());
    frame.tool(ExcelLink.of(frame, title, (name, columns, cells, out) -> list.export(filter, name, columns, cells, out)));
    acts(year);
    Overview whole = list.overview(filter);
    List<UUID> all = whole.projects();
    frame.load((offset, limit) -> list.lines(year, all.subList(offset, Math.min(all.size(), offset + limit))), () -> (long) all.size(),
        getTranslation("list.budget.empty"));
    totals(whole.totals());
    add(frame);
  }

  private void columns(int year) {
    UI ui = UI.getCurrent();
    Words words = Words.in(ui.getLocale());
    frame.link(Column.<Line>text("project", Line::name).unsorted(), line -> Year.in("/projects/" + line.project(), year), 190, true)
        .column(Column.<Line>text("unit", Line::unitName).unsorted(), 130, false)
        .column(Column.<Line>text("standing", line -> sign(line.standing()) + ui.getTranslation("budget-standing." + line.standing().name())).unsorted(), 130, false)
        .column(Column.<Line>text("exante-gate", line -> said(line, words, Gate.B1)).unsorted(), 220, true)
        .column(Column.<Line>text("goal-gate", line -> said(line, words, Gate.B2)).unsorted(), 160, false)
        .linkIf(Column.<Line>text("last-result", line -> before(words, line)).unsorted(), line -> line.before().flatMap(PriorResult::form)
            .map(form -> Screens.addressOf(SelfEvaluation.FORM_TYPE, form, year - 1)), 90, false)
        .column(Column.<Line>text("last-alarm", line -> alarms(line, words)).unsorted(), 100, false)
        .column(money("asked", Line::asked), 110, false)
        .column(money("supported", Line::supported), 110, false)
        .column(money("fiscal-there", Line::given), 110, false)
        .column(money("entered", Line::entered), 110, false)
        .column(Column.<Line>text("occasion", line -> line.occasion().map(one -> ui.getTranslation("budget-occasion." + one.name())).orElse(Written.NONE)).unsorted(), 96, false)
        .column(Column.<Line>text("transfer-gate", line -> said(line, words, Gate.B3, Gate.B4)).unsorted(), 180, false)
        .column(Column.<Line>text("code", Line::code).unsorted(), 186, false);
  }

  /** What gates say, each with its sign; the same sentence once. */
  private static String said(Line line, Words words, Gate... gates) {
    return Stream.of(gates).flatMap(gate -> line.says(gate).stream()).map(answer -> (answer.allowed() ? "○ " : "■ ") + words.say(answer.reason()))
        .distinct().collect(Collectors.joining(" "));
  }

  private static String before(Words words, Line line) {
    return line.before().map(one -> Written.orNone(one.score()) + one.grade().map(grade -> " " + words.say("grade." + grade)).orElse(""))
        .orElse(Written.NONE);
  }

  private static String alarms(Line line, Words words) {
    return line.before().map(PriorResult::alarms).filter(alarms -> !alarms.isEmpty())
        .map(alarms -> alarms.stream().map(words::say).collect(Collectors.joining(" ", "▲ ", ""))).orElse(Written.NONE);
  }

  private static String sign(Standing standing) {
    return switch (standing) {
      case MAY_ENTER -> "○ ";
      case MAY_NOT_ENTER -> "■ ";
      case ENTERED -> "◆ ";
      case ALLOCATED -> "● ";
      case CONFIDENTIAL -> "— ";
    };
  }

  private static Column<Line> money(String key, Function<Line, Optional<Money>> amount) {
    return Column.<Line>number(key, line -> Written.wan(amount.apply(line)), line -> amount.apply(line).map(Written::yuan).orElse(""),
        line -> amount.apply(line).<Object>map(Money::yuan).orElse(Written.NONE)).unsorted();
  }

  /** One project is asked about what belongs to it; several go in with what is left to each. A gate is opened for one at a time, with its reason. */
  private void acts(int year) {
    Runnable anew = () -> UI.getCurrent().refreshCurrentRoute(false);
    int running = calendar.today().getYear();
    if (BudgetSection.enters() && year < running) {
      frame.notice(new Paragraph(Failures.sentence(Refusal.because("budget-year-over", "year", year))));
    } else if (BudgetSection.enters()) {
      // money for a year that has begun is asked for as a supplement
      Occasion usual = year > running ? Occasion.OPENING : Occasion.SUPPLEMENT;
      TogetherDialogs together = new TogetherDialogs(section, executor, registry, anew);
      frame.batch("enter", getTranslation("budget.enter"),
          oneOrMany(line -> BudgetDialogs.enter(section, line, usual, anew).open(), lines -> together.enter(lines, usual)));
      frame.batch("allocate", getTranslation("budget.allocate"), oneOrMany(line -> BudgetDialogs.allocate(section, line, anew).open(), together::allocate));
    }
    if (BudgetList.opens()) {
      frame.batch("open", getTranslation("budget.open"), one(line -> line.entry().openable().ifPresentOrElse(
          gate -> BudgetDialogs.open(gates, line, gate, anew).open(), () -> Failures.say(getTranslation("budget.not-opened")))));
      frame.notice(new Paragraph(getTranslation("budget.leader")));
    }
  }

  private Consumer<Set<Line>> one(Consumer<Line> act) {
    return oneOrMany(act, _ -> Failures.say(getTranslation("budget.one")));
  }

  /** @param several in the order of the list */
  private static Consumer<Set<Line>> oneOrMany(Consumer<Line> single, Consumer<List<Line>> several) {
    return lines -> {
      if (lines.size() == 1) {
        single.accept(lines.iterator().next());
      } else {
        several.accept(lines.stream().sorted(Comparator.comparing(Line::code)).toList());
      }
    };
  }

  private void totals(BudgetList.Totals totals) {
    frame.totals(getTranslation("list.budget.totals", String.valueOf(totals.all()), String.valueOf(count(totals, Standing.MAY_NOT_ENTER)),
        String.valueOf(count(totals, Standing.MAY_ENTER)), String.valueOf(count(totals, Standing.ENTERED) + count(totals, Standing.ALLOCATED)),
        String.valueOf(count(totals, Standing.CONFIDENTIAL)), Written.wan(totals.asked()), Written.wan(totals.supported()), Written.wan(totals.entered())));
  }

  private static long count(BudgetList.Totals totals, Standing standing) {
    return totals.projects().getOrDefault(standing, 0L);
  }

  @Override
  public String getPageTitle() {
    return getTranslation("title.page", getTranslation("nav.budget"));
  }
}
