package org.jiheng.app.disclosure;

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
import org.jiheng.app.review.DatedWork;
import org.jiheng.app.review.FormHead;
import org.jiheng.tenants.scope.Role;

/** Duties that wait on somebody's desk: to be proposed or published on that of the unit's clerk, to be reviewed on its approver's. */
@ApplicationScoped
@Transactional
public class DutyWork extends DatedWork<PublicationDuty, DutyState> {

  @Inject
  private Units units;

  @Inject
  private BusinessClock clock;

  public DutyWork() {
    super(Duties.KIND, PublicationDuty.class, "form",
        Map.of(Role.UNIT_CLERK, Set.of(DutyState.OPEN, DutyState.REVIEWED), Role.UNIT_APPROVER, Set.of(DutyState.PROPOSED)));
  }

  @Override
  protected Told<DutyState> told(PublicationDuty duty, FormHead head) {
    return new Told<>(duty.id(), head.title(), duty.state(), duty.due());
  }

  @Override
  protected List<WorkItem> items(List<OfForm<PublicationDuty>> waiting) {
    Map<String, String> names = units.names();
    return waiting.stream().map(one -> item(one, names)).toList();
  }

  private WorkItem item(OfForm<PublicationDuty> one, Map<String, String> names) {
    FormHead head = one.review().head();
    PublicationDuty duty = one.thing();
    return new WorkItem(duty.id(), Duties.KIND, head.fiscalYear(), one.review().state().name(), head.title(), names.getOrDefault(head.unit(), ""),
        Optional.of(duty.due()), ChronoUnit.DAYS.between(clock.today(), duty.due()), 0, duty.changedAt());
  }
}
