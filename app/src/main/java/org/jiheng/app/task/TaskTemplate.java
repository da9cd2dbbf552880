package org.jiheng.app.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jiheng.app.calendar.Task;
import org.jiheng.app.calendar.TaskKind;
import org.jiheng.app.calendar.TaskTerms;
import org.jiheng.app.calendar.UsualDates;
import org.jiheng.app.common.Words;
import org.jiheng.app.parameter.ParameterKey;
import org.jiheng.app.parameter.ParameterSet;
import org.jiheng.app.parameter.Parameters;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.RefusalsRecorded;
import org.jiheng.tenants.audit.Act;

/** The tasks a year usually has, and the way to issue them at once. */
@ApplicationScoped
@RefusalsRecorded(about = Tasks.SUBJECT)
@Transactional(dontRollbackOn = NoSuchFormException.class)
public class TaskTemplate {

  @Inject
  private Tasks tasks;

  @Inject
  private Parameters parameters;

  /**
   * The tasks a year usually has, with the dates of the platform, of the prefecture's template or of the jurisdiction, whichever is
   * nearest. Nothing is issued by looking.
   */
  public List<Planned> of(int fiscalYear) {
    Rights.office();
    ParameterSet set = parameters.inForce(fiscalYear);
    List<Task> there = tasks.ofYear(fiscalYear, LockModeType.NONE);
    return Arrays.stream(TaskKind.values()).map(kind -> {
      TaskTerms terms = usual(kind, fiscalYear, set.get(kind.dates()));
      return new Planned(terms, origin(set, kind.dates()), Tasks.same(there, terms).map(Task::title));
    }).toList();
  }

  private static TaskTerms usual(TaskKind kind, int fiscalYear, UsualDates dates) {
    String title = Words.chinese().say("task.title", Map.of("year", String.valueOf(fiscalYear), "kind", Words.chinese().say("task-kind." + kind.name())));
    return new TaskTerms(fiscalYear, kind, title, dates.opens().of(fiscalYear), dates.due().of(fiscalYear),
        dates.cutOff().map(day -> day.of(fiscalYear)), kind.usualScope(), Set.of());
  }

  private static ParameterSet.Origin origin(ParameterSet set, ParameterKey<?> key) {
    return Optional.ofNullable(set.settings().get(key.name())).map(ParameterSet.Setting::origin).orElse(ParameterSet.Origin.PLATFORM);
  }

  /** Issues these of the year's template, as they are; what has been issued meanwhile is left out. Answers with how many were. */
  @RefusalsRecorded(value = Act.ADMINISTER, about = Tasks.SUBJECT)
  public int issue(int fiscalYear, Set<TaskKind> kinds) {
    List<Planned> planned = of(fiscalYear).stream().filter(one -> one.there().isEmpty() && kinds.contains(one.terms().kind())).toList();
    planned.forEach(one -> tasks.issue(one.terms()));
    return planned.size();
  }
}
