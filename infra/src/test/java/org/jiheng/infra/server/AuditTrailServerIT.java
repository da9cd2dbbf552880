package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Kizilsu.AKQI;
import static org.jiheng.infra.server.Kizilsu.KASHI;
import static org.jiheng.infra.server.Kizilsu.auditAdministrator;
import static org.jiheng.infra.server.Kizilsu.clerk;

import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.selfevaluation.FormCells;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.audit.AuditTrail;
import org.jiheng.tenants.audit.AuditTrail.Line;
import org.jiheng.tenants.audit.Chain;
import org.jiheng.tenants.audit.Fault;
import org.jiheng.tenants.audit.Following;
import org.jiheng.tenants.audit.Outcome;
import org.jiheng.tenants.audit.TrailFile;
import org.jiheng.tenants.audit.TrailFilter;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.NoScopeException;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.Test;

/** The audit administrator alone searches, verifies and exports the trail; a chain that somebody has touched shows it. */
class AuditTrailServerIT extends WholeProduct {

  @Inject
  private AuditTrail trail;

  @Inject
  private Forms forms;

  @Inject
  private Work work;

  private final int year = Forms.aYearOfItsOwn();

  private List<Line> found(TrailFilter filter) {
    return as(auditAdministrator(AKQI), () -> trail.page(filter, 0, 100));
  }

  private static TrailFilter about(String object) {
    return new TrailFilter("", Optional.empty(), object, Optional.empty(), Optional.empty(), Optional.empty());
  }

  @Test
  void theAuditAdministratorFindsWhatIsLookedFor() {
    UUID id = forms.complete(AKQI, year);
    List<Line> all = found(about(id.toString()));
    assertThat(all).hasSizeGreaterThan(10).isSortedAccordingTo((one, other) -> other.entry().at().compareTo(one.entry().at()));
    TrailFilter changes = new TrailFilter("填报员甲", Optional.of(Act.CHANGE), id + "/goal", Optional.of(LocalDate.now()),
        Optional.of(LocalDate.now()), Optional.of(Outcome.DONE));
    assertThat(found(changes)).singleElement().satisfies(line -> assertThat(line.entry().after()).isEqualTo("全部完成"));
    assertThat(as(auditAdministrator(AKQI), () -> trail.count(changes))).isEqualTo(1);
    TrailFilter yesterday = new TrailFilter("", Optional.empty(), id.toString(), Optional.empty(), Optional.of(LocalDate.now().minusDays(1)), Optional.empty());
    assertThat(found(yesterday)).isEmpty();
    assertThat(found(about("100%'; drop table x"))).isEmpty();
    UUID entry = all.getFirst().entry().id();
    assertThat(as(auditAdministrator(AKQI), () -> trail.find(entry))).isPresent();
    assertThat(as(auditAdministrator(KASHI), () -> trail.find(entry))).as("another jurisdiction's").isEmpty();
  }

  @Test
  void nobodyElseReadsItWhateverTheyAreAndThatTheyTriedIsOnRecord() {
    List<Role> others = Arrays.stream(Role.values()).filter(role -> role != Role.AUDIT_ADMIN).toList();
    Scope everybodyElse = Kizilsu.person(AKQI, "其余全部" + year, "", others.toArray(Role[]::new));
    for (Runnable asked : List.<Runnable>of(
        () -> trail.page(TrailFilter.ALL, 0, 10), () -> trail.count(TrailFilter.ALL), () -> trail.find(Identifiers.next()), trail::standing,
        trail::blocks, trail::follow, () -> trail.export(TrailFilter.ALL, lines -> { }), () -> trail.exportChain(new ByteArrayOutputStream()))) {
      assertThatThrownBy(() -> does(everybodyElse, asked)).isInstanceOf(NoScopeException.class);
    }
    assertThat(TrailRows.columns(AKQI, "act, outcome, note", "subject = 'AUDIT_TRAIL' and username = ?", "其余全部" + year))
        .hasSize(8).containsOnly("READ|REFUSED|not-the-audit-administrator");
    assertThatThrownBy(everybodyElse::auditTrail).isInstanceOf(NoScopeException.class);
    for (Scope any : List.of(everybodyElse, auditAdministrator(AKQI))) {
      assertThatThrownBy(() -> as(any, () -> work.asked("select count(*) from tenant__.audit_entry"))).hasMessageContaining("permission denied");
      assertThatThrownBy(() -> as(any, () -> work.asked("select count(*) from j_653099.audit_entry"))).hasMessageContaining("permission denied");
    }
  }

  @Test
  void theAuditAdministratorEditsNothingAndSeesNoForm() {
    Scope atTheTrail = auditAdministrator(AKQI).auditTrail();
    for (String sql : List.of("update tenant__.audit_entry set note = 'x'", "delete from tenant__.audit_entry", "delete from tenant__.audit_link",
        "delete from tenant__.audit_check", "update tenant__.unit set name = 'x'")) {
      assertThatThrownBy(() -> as(atTheTrail, () -> work.inTransaction(database -> database.createNativeQuery(sql).executeUpdate())))
          .as(sql).hasMessageContaining("permission denied");
    }
    assertThatThrownBy(() -> as(atTheTrail, () -> work.asked("select count(*) from tenant__.review"))).hasMessageContaining("permission denied");
    UUID id = forms.complete(AKQI, year);
    assertThatThrownBy(() -> forms.seenBy(auditAdministrator(AKQI), id)).isInstanceOf(org.jiheng.app.review.NoSuchFormException.class);
  }

  private static void chained(Jurisdiction where) {
    Waiting.until("everything is chained", () -> Owner.asked("select count(*) from j_" + where.code() + ".audit_entry e "
        + "where not exists (select from j_" + where.code() + ".audit_link l where l.entry = e.id)").equals("0"));
  }

  private Following followed(Jurisdiction where) {
    return as(auditAdministrator(where), () -> {
      Following following = trail.follow();
      for (long block : trail.blocks()) {
        trail.follow(following, block);
      }
      trail.followed(following);
      return following;
    });
  }

  @Test
  void whatWasWrittenIsChainedAndVerifiedAndThatItWasIsOnRecord() {
    UUID id = forms.complete(AKQI, year);
    chained(AKQI);
    assertThat(found(about(id.toString()))).allMatch(line -> line.number().isPresent());
    Following following = followed(AKQI);
    assertThat(following.broken()).isEmpty();
    assertThat(following.followed()).isGreaterThan(10);
    AuditTrail.Standing standing = as(auditAdministrator(AKQI), trail::standing);
    assertThat(standing.checked()).hasValueSatisfying(check -> {
      assertThat(check.byWhom()).isEqualTo("审计管理员");
      assertThat(check.followed()).isEqualTo(following.followed());
      assertThat(check.head()).isEqualTo(following.head());
    });
    assertThat(TrailRows.columns(AKQI, "username", "act = 'VERIFY'")).contains("审计管理员");
  }

  @Test
  void anExportedChainIsIntactByItselfAndTheExportIsOnRecord() throws IOException {
    forms.complete(AKQI, year);
    chained(AKQI);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    does(auditAdministrator(AKQI), () -> trail.exportChain(file));
    String text = file.toString(StandardCharsets.UTF_8);
    assertThat(TrailFile.read(new BufferedReader(new StringReader(text)), Chain.BEGINNING)).satisfies(read -> {
      assertThat(read.intact()).isTrue();
      assertThat(read.followed()).isGreaterThan(10);
      assertThat(read.head()).hasValueSatisfying(head -> assertThat(head.name()).isEqualTo("阿合奇县"));
    });
    List<String> rows = new ArrayList<>();
    does(auditAdministrator(AKQI), () -> trail.export(about(String.valueOf(FormCells.STATEMENT)), lines -> lines.forEach(line -> rows.add(line.entry().title()))));
    assertThat(TrailRows.columns(AKQI, "note", "act = 'EXPORT' and subject = 'AUDIT_TRAIL' and username = '审计管理员'"))
        .contains("jiheng-trail/1", "object=statement");
  }

  /** In a county of its own, whose trail is good for nothing afterwards. */
  @Test
  void whatTheOwnerOfTheDatabaseChangesShows() {
    UUID id = forms.complete(KASHI, year);
    chained(KASHI);
    assertThat(followed(KASHI).broken()).isEmpty();
    chained(KASHI);

    String third = Owner.asked("select entry from j_653099.audit_link where number = 3");
    Owner.told("update j_653099.audit_entry set after = '从未发生' where id = ?::uuid", third);
    assertThat(followed(KASHI).broken()).contains(new Chain.Broken(3, Fault.CHANGED));
    assertThat(TrailRows.columns(KASHI, "username", "act = 'BYPASS' and subject = 'audit_entry' and after like '%从未发生%'"))
        .containsExactly("postgres");

    chained(KASHI);
    String last = Owner.asked("select max(number) from j_653099.audit_link");
    Owner.told("update j_653099.audit_entry set note = '改了链尾' where id = (select entry from j_653099.audit_link where number = ?::bigint)", last);
    does(clerk(KASHI), () -> forms.write(id, FormCells.STATEMENT, "之后的事"));
    Waiting.until("the worker says that the end was changed", () ->
        Owner.asked("select coalesce(max(broken), 0) from j_653099.audit_check where by_whom = 'audit'").equals(last));
    AuditTrail.Standing standing = as(auditAdministrator(KASHI), trail::standing);
    assertThat(standing.loose()).as("nothing is chained to what was changed, and that is seen").isGreaterThanOrEqualTo(2);
    assertThat(standing.links()).isEqualTo(Long.parseLong(last));
    assertThat(as(auditAdministrator(KASHI), () -> trail.page(about("statement"), 0, 10))).anyMatch(line -> line.number().isEmpty());
  }
}
