package org.jiheng.infra.server;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jiheng.app.calendar.Due;
import org.jiheng.app.calendar.Plan;
import org.jiheng.app.calendar.WorkItem;
import org.jiheng.app.calendar.WorkSource;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.Scope;

/** A room that has things with a day and no forms, as any room may be: what is here is what tests have put in. */
@ApplicationScoped
public class DutiesOfTests implements WorkSource {

  private final Map<Jurisdiction, List<Due>> open = new ConcurrentHashMap<>();

  void owe(Jurisdiction where, Due thing) {
    open.computeIfAbsent(where, _ -> new CopyOnWriteArrayList<>()).add(thing);
  }

  void done(Jurisdiction where, Due thing) {
    open.computeIfAbsent(where, _ -> new CopyOnWriteArrayList<>()).remove(thing);
  }

  private List<Due> here() {
    return open.getOrDefault(Scope.current().jurisdiction(), List.of());
  }

  private List<Due> atDesk() {
    return here().stream().filter(one -> Scope.current().caller().holds(one.holder(), one.unit().orElse(""))).toList();
  }

  @Override
  public List<WorkItem> waiting(Plan plan) {
    return atDesk().stream().map(one -> new WorkItem(one.thing(), one.kind(), one.fiscalYear(), "DRAFT", one.title(), one.unit().orElse(""),
        Optional.of(one.due()), ChronoUnit.DAYS.between(plan.today(), one.due()), 0, one.due().atStartOfDay(ZoneOffset.UTC).toInstant())).toList();
  }

  @Override
  public int count() {
    return atDesk().size();
  }

  @Override
  public List<Due> due(LocalDate until) {
    return here().stream().filter(one -> !one.due().isAfter(until)).toList();
  }
}
