package org.jiheng.app.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** What waits on the caller's desk, from every room, the most urgent first. */
@ApplicationScoped
@Transactional
public class WorkList {

  /** Overdue first, then by due date, then what came first; what has no due date last. */
  static final Comparator<WorkItem> URGENCY = Comparator
      .comparing((WorkItem item) -> item.due().isEmpty())
      .thenComparingLong(WorkItem::daysLeft)
      .thenComparing(WorkItem::since);

  private static final Comparator<Due> FIRST = Comparator.comparing(Due::due).thenComparing(Due::title).thenComparing(Due::thing);

  /** Things a statement is asked about. */
  private static final int AT_ONCE = 1000;

  @Inject
  @Any
  private Instance<WorkSource> sources;

  @Inject
  private Calendar calendar;

  /** The most urgent first. */
  public List<WorkItem> mine() {
    Plan plan = calendar.plan();
    List<WorkItem> items = sources.stream().flatMap(source -> source.waiting(plan).stream()).toList();
    return items.stream().sorted(URGENCY).toList();
  }

  public int count() {
    return sources.stream().mapToInt(WorkSource::count).sum();
  }

  /** What every room says is due by a day, of the whole jurisdiction, the first in front. Who may see it is for who asks. */
  public List<Due> due(LocalDate until) {
    return sources.stream().flatMap(source -> source.due(until).stream()).filter(one -> !one.due().isAfter(until))
        .sorted(FIRST).toList();
  }

  /** The same of some units only. @param units beginnings of codes; the empty text is the whole jurisdiction, with what is its own */
  public List<Due> due(LocalDate until, Collection<String> units) {
    return sources.stream().flatMap(source -> source.due(until, units).stream()).filter(one -> !one.due().isAfter(until)).sorted(FIRST).toList();
  }

  /** Which of these things are still to be done, and by whom; {@value #AT_ONCE} are asked for at a time. */
  public List<Due> open(Collection<UUID> things) {
    List<UUID> all = List.copyOf(things);
    return IntStream.range(0, (all.size() + AT_ONCE - 1) / AT_ONCE)
        .mapToObj(i -> Set.copyOf(all.subList(i * AT_ONCE, Math.min(all.size(), (i + 1) * AT_ONCE))))
        .flatMap(some -> sources.stream().flatMap(source -> source.open(some).stream())).toList();
  }

  public List<Deadline> deadlines(int fiscalYear) {
    return calendar.deadlines(fiscalYear);
  }

  /** How far the caller's units are with the forms of this type; empty if no room knows the type. */
  public Optional<WorkSource.Progress> progress(String formType, int fiscalYear) {
    return sources.stream().flatMap(source -> source.progress(formType, fiscalYear).stream()).findFirst();
  }
}
