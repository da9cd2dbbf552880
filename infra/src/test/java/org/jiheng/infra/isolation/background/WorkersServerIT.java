package org.jiheng.infra.isolation.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Kizilsu.AKTO;
import static org.jiheng.infra.server.Kizilsu.ARTUX;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jiheng.app.review.FormState;
import org.jiheng.infra.server.Forms;
import org.jiheng.infra.server.Kizilsu;
import org.jiheng.infra.server.Owner;
import org.jiheng.infra.server.Waiting;
import org.jiheng.infra.server.WholeProduct;
import org.jiheng.tenants.audit.AuditTrail;
import org.jiheng.tenants.scope.Jurisdiction;
import org.junit.jupiter.api.Test;

/** Workers that go from one jurisdiction to the next take nothing of one along into another. */
class WorkersServerIT extends WholeProduct {

  /** Trails are looked through every minute. */
  private static final Duration PATIENCE = Duration.ofSeconds(100);

  @Inject
  private Forms forms;

  @Inject
  private AuditTrail trail;

  private final int year = Forms.aYearOfItsOwn();

  private static String figures(Jurisdiction county, int year) {
    return String.join(",", Owner.rows("select forms || ' ' || approved from rollup.self_evaluation where jurisdiction = ? and fiscal_year = ?",
        county.code().value(), year));
  }

  @Test
  void theFiguresOfEachCountyAreComputedFromItsOwnForms() {
    forms.at(FormState.APPROVED, ARTUX, year);
    for (int i = 0; i < 3; i++) {
      forms.at(FormState.APPROVED, AKTO, year);
    }
    forms.at(FormState.FINANCE_FIRST, AKTO, year);
    Waiting.until("the figures of both are there", PATIENCE, () -> figures(ARTUX, year).equals("1 1") && figures(AKTO, year).equals("4 3"));
    assertThat(Owner.rows("select distinct jurisdiction from rollup.self_evaluation where fiscal_year = ? order by 1", year)).as("nobody else got any")
        .containsExactly("653001", "653022");
  }

  /** The same identifier in two trails, with other words in each. */
  @Test
  void theTrailOfEachCountyIsChainedFromItsOwnEntries() {
    UUID entry = UUID.randomUUID();
    for (Jurisdiction county : List.of(ARTUX, AKTO)) {
      Owner.told("insert into j_" + county.code() + ".audit_entry (id, at, person, username, person_name, acting_for, origin, act, subject, title, before, after, "
          + "outcome, note) values (?, clock_timestamp(), ?, 'keeper', 'keeper', '653000', 'command', 'ADMINISTER', 'JURISDICTION/" + county.code() + "', ?, '', '', "
          + "'DONE', 'EXPORT')", entry, UUID.randomUUID(), county.name());
    }
    for (Jurisdiction county : List.of(ARTUX, AKTO)) {
      Waiting.until(county.name() + " is chained", PATIENCE,
          () -> Owner.asked("select count(*) from j_" + county.code() + ".audit_link where entry = ?", entry).equals("1"));
      assertThat(as(Kizilsu.auditAdministrator(county), trail::follow).broken()).as("a digest over another county's words would not fit").isEmpty();
    }
  }
}
