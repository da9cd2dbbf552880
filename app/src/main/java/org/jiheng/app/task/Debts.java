package org.jiheng.app.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.calendar.Deadline;
import org.jiheng.app.calendar.Lateness;
import org.jiheng.app.calendar.Plan;
import org.jiheng.app.calendar.Task;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.ProjectForm;
import org.jiheng.app.project.Projects;
import org.jiheng.app.review.FormState;
import org.jiheng.tenants.persistence.Beginning;

/** What tasks ask of units, form by form. The number of statements does not grow with the number of tasks of a year, units or forms. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Debts {

  @PersistenceContext
  private EntityManager database;

  @Inject
  @Any
  private Instance<ProjectForm> forms;

  @Inject
  private Calendar calendar;

  @Inject
  private Projects projects;

  /** A form as far as it counts here. */
  private record Begun(UUID id, FormState state, boolean everSent) {}

  /** Kinds of tasks that are done by forms, of which the house therefore knows who owes them. */
  Set<String> kinds() {
    return forms.stream().map(ProjectForm::formType).collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Everything these tasks ask for, of some units only: what others owe is not read.
   *
   * @param plan all tasks that count, so that a nearer one takes its units
   * @param units beginnings of codes; the empty text is all of them
   */
  List<Owed> of(Plan plan, Collection<Task> tasks, Collection<String> units) {
    Set<String> kinds = kinds();
    Map<Integer, List<Task>> years = tasks.stream().filter(task -> kinds.contains(task.formType())).collect(Collectors.groupingBy(Task::fiscalYear));
    List<Owed> owed = new ArrayList<>();
    years.forEach((year, ofYear) -> owed.addAll(of(plan, ofYear, year, units)));
    return owed;
  }

  private List<Owed> of(Plan plan, List<Task> tasks, int year, Collection<String> units) {
    Set<UUID> asked = tasks.stream().map(Task::id).collect(Collectors.toSet());
    List<Project> ofYear = projects.ofYear(year, units);
    List<Owed> owed = new ArrayList<>();
    for (ProjectForm form : forms.stream().filter(one -> tasks.stream().anyMatch(task -> task.formType().equals(one.formType()))).toList()) {
      String kind = form.formType();
      Map<UUID, Begun> begun = begun(kind, year, units);
      Map<String, Optional<Task>> nearest = new HashMap<>();
      Deadlines deadlines = new Deadlines(plan, new HashMap<>());
      for (Project project : form.asked(ofYear)) {
        nearest.computeIfAbsent(project.unit(), unit -> plan.nearest(kind, year, unit).filter(task -> asked.contains(task.id())))
            .ifPresent(task -> owed.add(owed(deadlines, task, project, Optional.ofNullable(begun.get(project.id())))));
      }
    }
    return late(owed);
  }

  /** Of several forms about a project, an approved one and its adjustment, the approved one counts. */
  private Map<UUID, Begun> begun(String kind, int year, Collection<String> units) {
    Map<UUID, Begun> begun = new HashMap<>();
    // a form may still be under the unit that had its project before
    Beginning theirs = Beginning.of("p.unit", units);
    theirs.bind(database.createQuery("select r.project, r.id, r.state, r.round from Review r, Project p where p.id = r.project and r.formType = :kind "
            + "and r.fiscalYear = :year and " + theirs.condition() + " and r.state not in :over", Object[].class))
        .setParameter("kind", kind).setParameter("year", year).setParameter("over", List.of(FormState.CANCELLED, FormState.SUPERSEDED)).getResultStream()
        .forEach(row -> begun.merge((UUID) row[0], new Begun((UUID) row[1], (FormState) row[2], (Integer) row[3] > 0),
            (one, other) -> one.state() == FormState.APPROVED ? one : other));
    return begun;
  }

  /** Days on which tasks are due for projects entered on a day: few, however many projects there are. */
  private record Deadlines(Plan plan, Map<List<Object>, Deadline> said) {

    Deadline of(Task task, Optional<LocalDate> entered) {
      return said.computeIfAbsent(List.of(task.id(), entered), _ -> plan.deadline(task, entered));
    }
  }

  /** A form that was sent in once is not late any more: its time is that of its return. */
  private static Owed owed(Deadlines deadlines, Task task, Project project, Optional<Begun> form) {
    boolean never = form.filter(Begun::everSent).isEmpty();
    Owed.Standing standing = form.map(one -> standing(one.state())).orElse(Owed.Standing.NOT_SENT);
    Deadline deadline = deadlines.of(task, project.enteredOn());
    Optional<Lateness> late = Lateness.of(Optional.of(deadline).filter(_ -> never));
    return new Owed(task, deadline, project.unit(), project.name(), form.map(Begun::id), standing, late);
  }

  private static Owed.Standing standing(FormState state) {
    return switch (state) {
      case APPROVED -> Owed.Standing.APPROVED;
      case RETURNED -> Owed.Standing.RETURNED;
      case UNIT_REVIEW, DEPARTMENT_REVIEW, FINANCE_FIRST, FINANCE_SECOND -> Owed.Standing.SENT;
      case DRAFT, REJECTED, CANCELLED, SUPERSEDED -> Owed.Standing.NOT_SENT;
    };
  }

  /** Those that are late, with what was reopened. */
  private List<Owed> late(List<Owed> owed) {
    if (owed.stream().noneMatch(one -> one.lateness().isPresent())) {
      return owed;
    }
    var reopenings = calendar.reopenings();
    return owed.stream().map(one -> one.lateness().isEmpty() ? one : one.reopenedBy(reopenings)).toList();
  }
}
