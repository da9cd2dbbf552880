package org.jiheng.ui.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.calendar.Deadline;
import org.jiheng.app.calendar.Urgency;
import org.jiheng.app.calendar.WorkItem;
import org.jiheng.app.calendar.WorkList;
import org.jiheng.app.calendar.WorkSource;
import org.jiheng.app.engagement.Engagements;
import org.jiheng.app.project.Projects;
import org.jiheng.app.review.RecentWork;
import org.jiheng.app.review.Visibility;
import org.jiheng.app.selfevaluation.SelfEvaluation;
import org.jiheng.app.task.Reminders;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;
import org.jiheng.ui.rollup.RollupView;
import org.jiheng.ui.selfevaluation.SelfEvaluationListView;
import org.jiheng.ui.shell.MainLayout;
import org.jiheng.ui.shell.Screens;
import org.jiheng.ui.shell.Year;
import org.jiheng.ui.task.NoticeListView;
import org.jiheng.ui.text.Written;

/** 工作台: the work list, deadlines, progress, what was dealt with last. */
@Dependent
@Route(value = "", layout = MainLayout.class)
@PermitAll
public class HomeView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;
  private static final int MOST_DATES = 4;
  private static final int MOST_NOTICES = 6;

  /** Entries of the work list in sight, the most urgent; the others come up as these are done. */
  private static final int MOST_WORK = 100;

  @Inject
  private transient WorkList workList;

  @Inject
  private transient RecentWork recentWork;

  @Inject
  private transient Calendar calendar;

  @Inject
  private transient Projects projects;

  @Inject
  private transient Engagements engagements;

  @Inject
  private transient Reminders reminders;

  private Div side = new Div();

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    removeAll();
    addClassNames("page", "home");
    int year = Year.shown(event.getLocation(), calendar.today());
    if (Scope.current().caller().guest()) {
      add(dates(year), engaged());
      return;
    }
    List<WorkItem> waiting = workList.mine();
    Div left = new Div(work(waiting), recent());
    left.addClassName("home-main");
    side = new Div(overview(year));
    if (Reminders.reminds()) {
      side.add(notices());
    }
    side.addClassName("home-side");
    Div columns = new Div(left, side);
    columns.addClassName("home-columns");
    add(dates(year), columns);
  }

  private Component dates(int year) {
    H1 today = new H1(getTranslation("home.today", Written.day(calendar.today())));
    Div line = new Div(today);
    line.addClassName("dates");
    for (Deadline deadline : nearest(workList.deadlines(year))) {
      Span date = new Span(deadline.urgency() == Urgency.OVERDUE
          ? getTranslation("home.over", deadline.title(), Written.day(deadline.due()))
          : getTranslation("home.left", deadline.title(), Written.day(deadline.due()), deadline.daysLeft()));
      date.addClassNames("date", deadline.urgency() == Urgency.SOON ? "soon" : "calm");
      line.add(date);
    }
    return line;
  }

  /** Dates that come, the next ones; without any, the last one that is over. */
  private static List<Deadline> nearest(List<Deadline> deadlines) {
    List<Deadline> coming = deadlines.stream().filter(one -> one.urgency() != Urgency.OVERDUE).limit(MOST_DATES).toList();
    return coming.isEmpty() ? deadlines.stream().skip(Math.max(0, deadlines.size() - 1)).toList() : coming;
  }

  /** What somebody from outside came in for, until when, and the way to it. */
  private Component engaged() {
    List<Engagements.Line> mine = engagements.mine();
    Section box = box(getTranslation("home.engaged", mine.size()));
    if (mine.isEmpty()) {
      box.add(new Paragraph(getTranslation("home.not-engaged")));
      return box;
    }
    UnorderedList list = new UnorderedList();
    list.addClassNames("work", "engaged");
    mine.forEach(one -> list.add(line(one)));
    box.add(list, new RouterLink(getTranslation("home.engaged-forms"), SelfEvaluationListView.class));
    return box;
  }

  private ListItem line(Engagements.Line engagement) {
    long left = ChronoUnit.DAYS.between(calendar.today(), engagement.closes());
    boolean soon = Urgency.of(Optional.of(left)) == Urgency.SOON;
    Span until = new Span((soon ? "▲ " : "") + getTranslation("home.days", left));
    until.addClassNames("urgency", soon ? "soon" : "calm");
    Span kind = new Span(getTranslation("engagement-kind." + engagement.kind().name()));
    kind.addClassName("state");
    Anchor title = new Anchor("/engagements/" + engagement.id(), engagement.contractNumber());
    title.addClassName("title");
    Span client = new Span(engagement.client());
    client.addClassName("unit");
    Span window = new Span(getTranslation("engagement.window", Written.day(engagement.opens()), Written.day(engagement.closes())));
    window.addClassName("since");
    return new ListItem(until, kind, title, client, window);
  }

  private Component work(List<WorkItem> waiting) {
    Section box = box(getTranslation("home.work", waiting.isEmpty() ? 0 : workList.count()));
    if (waiting.isEmpty()) {
      box.add(new Paragraph(getTranslation("home.no-work")));
      return box;
    }
    UnorderedList list = new UnorderedList();
    list.addClassName("work");
    waiting.stream().limit(MOST_WORK).forEach(item -> list.add(line(item)));
    box.add(list);
    if (waiting.size() > MOST_WORK) {
      box.add(new Paragraph(getTranslation("home.more-work", MOST_WORK)));
    }
    return box;
  }

  private ListItem line(WorkItem item) {
    Span urgency = new Span(urgency(item));
    urgency.addClassNames("urgency", switch (item.urgency()) {
      case OVERDUE -> "overdue";
      case SOON -> "soon";
      case CALM, NONE -> "calm";
    });
    Span state = new Span(item.unbegun() > 0 ? getTranslation("home.not-begun", item.unbegun()) : getTranslation("state." + item.state()));
    state.addClassName("state");
    Anchor title = item.unbegun() > 0 ? new Anchor(Screens.addressOfAll(item.formType(), item.fiscalYear()), item.title())
        : new Anchor(Screens.addressOf(item.formType(), item.form(), item.fiscalYear()),
            item.title() + " · " + getTranslation("form-type." + item.formType()));
    title.addClassName("title");
    Span unit = new Span(item.unitName());
    unit.addClassName("unit");
    Span notes = new Span(item.notes() == 0 ? "" : getTranslation("home.notes", item.notes()));
    notes.addClassName("note-count");
    Span since = new Span(Written.minute(item.since()));
    since.addClassName("since");
    title.getElement().setAttribute("title", title.getText());
    unit.getElement().setAttribute("title", item.unitName());
    Div what = new Div(title);
    what.addClassName("what");
    item.guided().ifPresent(task -> {
      Anchor guide = new Anchor(Year.in("/tasks/" + task, item.fiscalYear()), getTranslation("guide"));
      guide.addClassName("guide-link");
      what.add(guide);
    });
    return new ListItem(urgency, state, what, unit, notes, since);
  }

  private String urgency(WorkItem item) {
    return switch (item.urgency()) {
      case NONE -> getTranslation("home.no-date");
      case OVERDUE -> "■ " + getTranslation("home.overdue", -item.daysLeft());
      case SOON -> "▲ " + getTranslation("home.days", item.daysLeft());
      case CALM -> getTranslation("home.days", item.daysLeft());
    };
  }

  private Component recent() {
    Section box = box(getTranslation("home.recent"));
    List<RecentWork.Item> items = recentWork.mine();
    if (items.isEmpty()) {
      box.add(new Paragraph(getTranslation("home.no-recent")));
      return box;
    }
    UnorderedList list = new UnorderedList();
    list.addClassName("recent");
    items.forEach(item -> {
      Span when = new Span(Written.minute(item.at()));
      when.addClassName("since");
      list.add(new ListItem(when, new Span(getTranslation("move." + item.move().name())),
          new Anchor(Screens.addressOf(item.formType(), item.form(), item.fiscalYear()), item.title()),
          new Span(getTranslation("home.now-at", getTranslation("state." + item.state().name())))));
    });
    box.add(list);
    return box;
  }

  /** What the person was reminded of and has not read. */
  private Component notices() {
    Reminders.Unread unread = reminders.unread(MOST_NOTICES);
    Section box = box(getTranslation("home.notices", unread.count()));
    box.addClassName("notices");
    UnorderedList list = new UnorderedList();
    unread.shown().forEach(one -> {
      Button read = new Button(getTranslation("notice.mark"), _ -> {
        reminders.read(Set.of(one.id()));
        box.getElement().removeFromParent();
        side.add(notices());
      });
      read.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
      read.setAriaLabel(getTranslation("notice.mark-of", one.title()));
      list.add(new ListItem(new Anchor(NoticeListView.address(one), NoticeListView.sentence(this, one)), read));
    });
    box.add(unread.shown().isEmpty() ? new Paragraph(getTranslation("home.no-notices")) : list,
        new RouterLink(getTranslation("home.all-notices"), NoticeListView.class));
    return box;
  }

  private Component overview(int year) {
    Scope scope = Scope.current();
    Section box = box(getTranslation("home.progress", String.valueOf(year)));
    if (scope.caller().holds(Role.PREFECTURE_OVERSIGHT)) {
      RouterLink rollup = new RouterLink(getTranslation("nav.rollup"), RollupView.class);
      rollup.setQueryParameters(Year.parameters(year));
      box.add(new Paragraph(getTranslation("home.rollup")), rollup);
    }
    if (Visibility.of(scope).reads()) {
      // what every unit has to do each year, and whatever else it was set this year
      Stream.concat(Stream.of(SelfEvaluation.FORM_TYPE), workList.deadlines(year).stream().map(Deadline::formType))
          .filter(Screens::opens).distinct()
          .forEach(type -> box.add(progress(type, year, projects.countOfCaller(year, type))));
    }
    return box;
  }

  /** Of the projects that owe one; of a form several of which may be about one project, or none, of those begun if these are more. */
  private Component progress(String formType, int year, int projects) {
    WorkSource.Progress progress = workList.progress(formType, year).orElse(new WorkSource.Progress(0, 0, 0, 0));
    String form = getTranslation("form-type." + formType);
    int all = Math.max(projects, progress.begun());
    return new Div(bar(getTranslation("home.submitted", form), progress.submitted(), all),
        bar(getTranslation("home.approved", form), progress.approved(), all),
        new Paragraph(getTranslation("home.returned", form, progress.returned())));
  }

  private static Component bar(String label, int done, int all) {
    ProgressBar bar = new ProgressBar(0, Math.max(1, all), Math.min(done, Math.max(1, all)));
    bar.getElement().setAttribute("aria-label", label);
    Span figures = new Span(done + "/" + all);
    figures.addClassName("figures");
    Div line = new Div(new Span(label), bar, figures);
    line.addClassName("progress");
    return line;
  }

  private static Section box(String heading) {
    Section box = new Section(new H2(heading));
    box.addClassName("box");
    return box;
  }

  @Override
  public String getPageTitle() {
    return getTranslation("title.page", getTranslation("nav.home"));
  }
}
