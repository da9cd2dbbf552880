package org.jiheng.infra.isolation.suspended;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.jiheng.infra.server.Kizilsu;
import org.jiheng.infra.server.Owner;
import org.jiheng.infra.server.Waiting;
import org.jiheng.infra.server.WholeProduct;
import org.jiheng.tenants.identity.Registry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is written into the trail of a jurisdiction whose people are kept out is chained and followed as everywhere else. */
class TrailOfAClosedJurisdictionServerIT extends WholeProduct {

  /** All trails are looked through every minute. */
  private static final Duration A_ROUND = Duration.ofSeconds(100);

  /** One whose trail no other test breaks. */
  private static final String SUSPENDED = Kizilsu.COUNTIES_ELSEWHERE.get(4).code().value();

  @Inject
  private Registry registry;

  @AfterEach
  void allAreOpen() {
    if (Owner.asked("select to_regclass('j_653024.audit_aside') is not null").equals("t")) {
      Owner.told("alter table j_653024.audit_aside rename to audit_link");
    }
    Owner.told("update platform.jurisdiction set state = 'ACTIVE' where code in ('653023', '653024', ?)", SUSPENDED);
  }

  private static void state(String code, String state) {
    Owner.told("update platform.jurisdiction set state = ? where code = ?", state, code);
  }

  /** As the database itself writes one, telling nobody. */
  private static UUID written(String code) {
    UUID entry = UUID.randomUUID();
    Owner.told("insert into j_" + code + ".audit_entry (id, at, person, username, person_name, acting_for, origin, act, subject, title, before, after, outcome, note) "
        + "values (?, clock_timestamp(), ?, 'keeper', 'keeper', '653000', 'command', 'ADMINISTER', 'JURISDICTION/" + code + "', 'x', '', '', 'DONE', 'SUSPEND')",
        entry, UUID.randomUUID());
    return entry;
  }

  private static boolean chained(String code, UUID entry) {
    return Owner.asked("select count(*) from j_" + code + ".audit_link where entry = ?", entry).equals("1");
  }

  @Test
  void suspendedAndQuarantinedTrailsAreChainedAndOneThatIsBrokenStopsNoOther() {
    state("653023", "QUARANTINED");
    state("653024", "QUARANTINED");
    state(SUSPENDED, "SUSPENDED");
    Owner.told("alter table j_653024.audit_link rename to audit_aside");
    UUID quarantined = written("653023");
    UUID suspended = written(SUSPENDED);
    assertThat(registry.trails()).extracting(one -> one.jurisdiction().code().value()).contains("653001", "653023", "653024", SUSPENDED);
    assertThat(registry.jurisdictions()).extracting(one -> one.code().value()).doesNotContain("653023", "653024", SUSPENDED);
    Waiting.until("the quarantined county's trail is chained", A_ROUND, () -> chained("653023", quarantined));
    Waiting.until("the suspended county's trail is chained", A_ROUND, () -> chained(SUSPENDED, suspended));
  }
}
