package org.jiheng.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.ArrayList;
import java.util.List;
import org.jiheng.app.agency.UnitRegister;
import org.jiheng.app.engagement.Firms;
import org.jiheng.app.library.IndicatorLibrary;
import org.jiheng.app.parameter.ParameterDesk;
import org.jiheng.app.project.ProjectAccess;
import org.jiheng.app.review.Visibility;
import org.jiheng.app.task.LateList;
import org.jiheng.app.task.Reminders;
import org.jiheng.app.transfer.FundDocuments;
import org.jiheng.tenants.scope.Caller;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;
import org.jiheng.ui.agency.UnitListView;
import org.jiheng.ui.audit.AuditView;
import org.jiheng.ui.budget.BudgetListView;
import org.jiheng.ui.disclosure.DutyListView;
import org.jiheng.ui.engagement.EngagementListView;
import org.jiheng.ui.engagement.ExpertListView;
import org.jiheng.ui.engagement.FirmListView;
import org.jiheng.ui.exante.ConditionListView;
import org.jiheng.ui.exante.ExAnteListView;
import org.jiheng.ui.goal.GoalListView;
import org.jiheng.ui.home.HomeView;
import org.jiheng.ui.library.LibraryView;
import org.jiheng.ui.parameter.ParameterView;
import org.jiheng.ui.people.PeopleView;
import org.jiheng.ui.platform.ExportConsentsView;
import org.jiheng.ui.platform.JurisdictionsView;
import org.jiheng.ui.project.ProjectListView;
import org.jiheng.ui.rollup.RollupView;
import org.jiheng.ui.selfevaluation.SelfEvaluationListView;
import org.jiheng.ui.task.HolidayListView;
import org.jiheng.ui.task.LateListView;
import org.jiheng.ui.task.NoticeListView;
import org.jiheng.ui.task.TaskListView;
import org.jiheng.ui.transfer.TransferListView;

/** The way to every list, by stage of the cycle; what the caller's roles do not use is not in it, nor is a stage without entries. */
final class Navigation extends Nav {

  private static final long serialVersionUID = 1L;

  private final List<RouterLink> links = new ArrayList<>();

  /** @param platform whether the caller keeps the jurisdictions of the prefecture */
  Navigation(boolean platform) {
    addClassName("shell-nav");
    getElement().setAttribute("aria-label", getTranslation("shell.navigation"));
    Caller caller = Scope.current().caller();
    boolean reads = Visibility.of(Scope.current()).reads();
    boolean works = reads && !caller.guest();
    add(new Entry("nav.home", HomeView.class, true),
        new Entry("nav.tasks", TaskListView.class, works),
        new Entry("nav.notices", NoticeListView.class, Reminders.reminds()),
        new Entry("nav.overdue", LateListView.class, LateList.reads() && caller.holdsAny(Role.DEPARTMENT_REVIEWER, Role.FINANCE_SECTION,
            Role.PERFORMANCE_OFFICE, Role.BUREAU_LEADER, Role.PREFECTURE_OVERSIGHT)),
        new Entry("nav.projects", ProjectListView.class, ProjectAccess.reads()),
        new Entry("nav.units", UnitListView.class, UnitRegister.reads()));
    stage("nav.planning",
        new Entry("nav.ex-ante", ExAnteListView.class, reads),
        new Entry("nav.ex-ante-conditions", ConditionListView.class, works),
        new Entry("nav.goals", GoalListView.class, works),
        new Entry("nav.library", LibraryView.class, IndicatorLibrary.rights().reads()),
        new Entry("nav.transfers", TransferListView.class, FundDocuments.reads()),
        new Entry("nav.budget", BudgetListView.class, works
            && caller.holdsAny(Role.BUDGET_SECTION, Role.PERFORMANCE_OFFICE, Role.FINANCE_SECTION, Role.BUREAU_LEADER)));
    stage("nav.evaluation", new Entry("nav.self-evaluation", SelfEvaluationListView.class, reads));
    stage("nav.publicity", new Entry("nav.disclosure", DutyListView.class, works));
    stage("nav.third-parties",
        new Entry("nav.engagements", EngagementListView.class, Firms.reads() && caller.holds(Role.PERFORMANCE_OFFICE)),
        new Entry("nav.firms", FirmListView.class, Firms.reads()),
        new Entry("nav.experts", ExpertListView.class, Firms.reads()));
    stage("nav.filing", new Entry("nav.rollup", RollupView.class, caller.holds(Role.PREFECTURE_OVERSIGHT)));
    stage("nav.administration",
        new Entry("nav.holidays", HolidayListView.class, works && caller.holds(Role.PERFORMANCE_OFFICE)),
        new Entry("nav.parameters", ParameterView.class, ParameterDesk.rights().reads()),
        new Entry("nav.jurisdictions", JurisdictionsView.class, platform),
        new Entry("nav.people", PeopleView.class, caller.holdsAny(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN)),
        new Entry("nav.exports", ExportConsentsView.class, caller.holds(Role.SECURITY_ADMIN)),
        new Entry("nav.audit", AuditView.class, caller.holds(Role.AUDIT_ADMIN)));
  }

  /** A list and whether the caller is shown the way to it. */
  private record Entry(String text, Class<? extends Component> view, boolean shown) {}

  private void stage(String text, Entry... entries) {
    if (List.of(entries).stream().anyMatch(Entry::shown)) {
      Span stage = new Span(getTranslation(text));
      stage.addClassName("stage");
      add(stage);
      add(entries);
    }
  }

  private void add(Entry... entries) {
    List.of(entries).stream().filter(Entry::shown).forEach(entry -> {
      RouterLink link = new RouterLink(getTranslation(entry.text()), entry.view());
      String path = link.getHref();
      // the link itself carries the year, which is no part of where one is
      link.setHighlightCondition((_, event) -> isAt(path, event.getLocation().getPath()));
      links.add(link);
      add(link);
    });
  }

  /** The year goes along to wherever one goes from here. */
  void goesAlong(QueryParameters year) {
    links.forEach(link -> link.setQueryParameters(year));
  }

  /** Whether a page is the list of this path or lies below it; a longer name that begins alike is another list. */
  private static boolean isAt(String path, String page) {
    return page.equals(path) || !path.isEmpty() && page.startsWith(path + "/");
  }
}
