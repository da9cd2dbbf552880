package org.jiheng.app.exante;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jiheng.app.agency.Units;
import org.jiheng.app.calendar.WorkItem;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.exante.ExAnteCondition.State;
import org.jiheng.app.review.DatedWork;
import org.jiheng.app.review.FormHead;
import org.jiheng.tenants.scope.Role;

/**
 * Conditions that wait on somebody's desk (Q11): those that are open on the unit's, with the day on which they have to be met, those it
 * reported on finance's. Whoever goes on with the unit's work has them on its own desk.
 */
@ApplicationScoped
@Transactional
public class ConditionWork extends DatedWork<ExAnteCondition, State> {

  /** What has to be done; the state of an entry. */
  public enum Todo {
    TO_MEET,
    TO_CHECK
  }

  @Inject
  private Units units;

  @Inject
  private BusinessClock clock;

  /** What is open is the unit's to meet, what it reported is finance's to check. */
  public ConditionWork() {
    super(ExAnteConditions.KIND, ExAnteCondition.class, "evaluation", Map.of(Role.UNIT_CLERK, Set.of(State.OPEN),
        Role.FINANCE_SECTION, Set.of(State.REPORTED), Role.PERFORMANCE_OFFICE, Set.of(State.REPORTED)));
  }

  @Override
  protected Told<State> told(ExAnteCondition condition, FormHead head) {
    return new Told<>(condition.id(), head.title() + " · " + condition.text(), condition.state(), condition.due());
  }

  @Override
  protected List<WorkItem> items(List<OfForm<ExAnteCondition>> waiting) {
    Map<String, String> names = units.names();
    return waiting.stream().map(one -> item(one, names)).toList();
  }

  private WorkItem item(OfForm<ExAnteCondition> one, Map<String, String> names) {
    FormHead head = one.review().head();
    Told<State> told = told(one.thing(), head);
    Todo todo = told.state() == State.OPEN ? Todo.TO_MEET : Todo.TO_CHECK;
    return new WorkItem(told.id(), ExAnteConditions.KIND, head.fiscalYear(), todo.name(), told.title(), names.getOrDefault(head.unit(), ""),
        Optional.of(told.due()), ChronoUnit.DAYS.between(clock.today(), told.due()), 0, one.review().changedAt());
  }
}
