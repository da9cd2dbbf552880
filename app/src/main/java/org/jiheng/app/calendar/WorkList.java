package org.jiheng.app.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What waits on the caller's desk, from every room, the most urgent first. */
@ApplicationScoped
@Transactional
public class WorkList {

  /** Overdue first, then by due date, then what came first; what has no due date last. */
  static final Comparator<WorkItem> URGENCY = Comparator
      .comparing((WorkItem item) -> item.due().isEmpty())
      .thenComparingLong(WorkItem::daysLeft)
      .thenComparing(WorkItem::since);

  @Inject
  @Any
  private Instance<WorkSource> sources;

  @Inject
  private Calendar calendar;

  /** The most urgent first. */
  public List<WorkItem> mine() {
    Plan plan = calendar.plan();
    List<WorkItem> items = sources.stream().flatMap(source -> source.waiting(plan).stream()).toList();
    return inTime(items).stream().sorted(URGENCY).toList();
  }

  /** What is about a project that was entered after the day has no day. */
  private List<WorkItem> inTime(List<WorkItem> items) {
    Map<UUID, LocalDate> entered = calendar.entered(items.stream().filter(item -> item.daysLeft() < 0 && item.unbegun() == 0)
        .map(item -> new FormOf(item.form(), item.formType(), item.fiscalYear(), "")).toList());
    return items.stream().map(item -> item.due().filter(due -> Optional.ofNullable(entered.get(item.form())).filter(due::isBefore).isPresent())
        .map(_ -> item.undated()).orElse(item)).toList();
  }

  public int count() {
    return sources.stream().mapToInt(WorkSource::count).sum();
  }

  public List<Deadline> deadlines(int fiscalYear) {
    return calendar.deadlines(fiscalYear);
  }

  /** How far the caller's units are with the forms of this type; empty if no room knows the type. */
  public Optional<WorkSource.Progress> progress(String formType, int fiscalYear) {
    return sources.stream().flatMap(source -> source.progress(formType, fiscalYear).stream()).findFirst();
  }
}
