package org.jiheng.infra.isolation.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Kizilsu.AKTO;
import static org.jiheng.infra.server.Kizilsu.PREFECTURE;
import static org.jiheng.infra.server.Kizilsu.WUQIA;
import static org.jiheng.infra.server.Kizilsu.systemAdministrator;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.infra.server.Kizilsu;
import org.jiheng.infra.server.Officers;
import org.jiheng.infra.server.Owner;
import org.jiheng.infra.server.TrailRows;
import org.jiheng.infra.server.WholeProduct;
import org.jiheng.tenants.desk.Answer;
import org.jiheng.tenants.desk.ExportConsents;
import org.jiheng.tenants.desk.Job;
import org.jiheng.tenants.desk.JobKind;
import org.jiheng.tenants.desk.ProvisioningDesk;
import org.jiheng.tenants.desk.Wish;
import org.jiheng.tenants.desk.WishRefusedException;
import org.jiheng.tenants.identity.FreshLoginNeededException;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.NoScopeException;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything a county holds is handed to the prefecture's platform administrator when the county has agreed, and not before. */
class ExportConsentServerIT extends WholeProduct {

  private static final String REASON = "按机构改革方案移交";
  private static final String ON_RECORD = "act = 'EXPORT' and title = 'WHOLE EXPORT' and subject = ?";

  private final Scope system = systemAdministrator(PREFECTURE).provedAt(Optional.of(Instant.now()));

  @Inject
  private ProvisioningDesk desk;

  @Inject
  private ExportConsents consents;

  private Scope county;
  private Scope prefecture;

  @BeforeEach
  void twoWhoMayBeAsked() {
    county = Officers.securityAdministrator(WUQIA);
    prefecture = Officers.securityAdministrator(PREFECTURE);
  }

  @AfterEach
  void noJobs() throws IOException {
    for (String id : Owner.rows("select id from platform.provisioning_job")) {
      Files.deleteIfExists(Path.of(System.getenv("JIHENG_EXPORTS")).resolve(id + ".zip"));
    }
    Owner.told("delete from platform.provisioning_step");
    Owner.told("delete from platform.provisioning_job");
    Owner.told("update platform.jurisdiction set state = 'ACTIVE' where code = ?", WUQIA.code().value());
  }

  /** As the keeper leaves it. */
  private UUID made(Jurisdiction whose) throws IOException {
    UUID id = as(system, () -> desk.want(Wish.of(JobKind.EXPORT, whose.code(), whose.parent(), "", "机构改革需要")));
    Owner.told("update platform.provisioning_job set state = 'DONE', ended = now(), kept_until = now() + interval '1 hour' where id = ?", id);
    Files.writeString(Files.createDirectories(Path.of(System.getenv("JIHENG_EXPORTS"))).resolve(id + ".zip"), "everything");
    return id;
  }

  private boolean goesOut(UUID export) throws IOException {
    return as(system, () -> desk.hasExport(export)) | as(system, () -> desk.sendExport(export, _ -> { }));
  }

  private boolean says(Scope who, UUID export, Answer answer) {
    return as(who, () -> consents.answer(export, answer, REASON));
  }

  private Job seen(UUID export) {
    return as(system, () -> desk.job(export)).orElseThrow();
  }

  @Test
  void beforeTheCountyHasAgreedNothingGoesOutAndThatIsOnRecord() throws IOException {
    UUID export = made(WUQIA);
    assertThat(seen(export).export().asks()).contains(WUQIA.code());
    assertThat(goesOut(export)).isFalse();
    assertThat(TrailRows.columns(PREFECTURE, "outcome, note", ON_RECORD + " and outcome = 'REFUSED'", "JURISDICTION/" + WUQIA.code()))
        .contains("REFUSED|NOT_AGREED");
    assertThat(says(county, export, Answer.AGREED)).isTrue();
    assertThat(seen(export).export().answered()).hasValueSatisfying(said -> assertThat(said.name()).isEqualTo("安全管理员"));
    assertThat(goesOut(export)).isTrue();
    for (Jurisdiction trail : List.of(PREFECTURE, WUQIA)) {
      assertThat(TrailRows.columns(trail, "person_name, acting_for, note", ON_RECORD + " and outcome = 'DONE' and person = ?",
          "JURISDICTION/" + WUQIA.code(), county.caller().id())).as(trail.name()).contains("安全管理员|" + WUQIA.code() + "|AGREED, " + REASON);
    }
  }

  @Test
  void whatTheCountyDeclinesIsOverAtOnce() throws IOException {
    UUID export = made(WUQIA);
    assertThat(says(county, export, Answer.DECLINED)).isTrue();
    assertThat(goesOut(export)).isFalse();
    assertThat(says(county, export, Answer.AGREED)).as("an answer is given once").isFalse();
    assertThat(Owner.asked("select kept_until <= now() from platform.provisioning_job where id = ?", export)).as("its file is the keeper's to delete").isEqualTo("t");
  }

  @Test
  void nobodyElseAgreesForTheCounty() throws IOException {
    UUID export = made(WUQIA);
    assertThat(says(Officers.securityAdministrator(AKTO), export, Answer.AGREED)).isFalse();
    assertThat(says(prefecture, export, Answer.AGREED)).as("while people get into the county").isFalse();
    Scope pretended = Kizilsu.person(WUQIA, "登记簿不认识的人", "", Role.SECURITY_ADMIN).provedAt(Optional.of(Instant.now()));
    assertThat(says(pretended, export, Answer.AGREED)).as("the database asks the registry itself").isFalse();
    for (Scope other : List.of(system, systemAdministrator(WUQIA), Kizilsu.auditAdministrator(WUQIA), Kizilsu.performanceOffice(WUQIA))) {
      assertThatThrownBy(() -> says(other, export, Answer.AGREED)).as(other.caller().name()).isInstanceOf(NoScopeException.class);
      assertThatThrownBy(() -> as(other, consents::exports)).as(other.caller().name()).isInstanceOf(NoScopeException.class);
    }
    assertThat(as(Officers.securityAdministrator(AKTO), consents::exports)).extracting(line -> line.job().id()).doesNotContain(export);
    assertThat(goesOut(export)).isFalse();
    assertThat(TrailRows.columns(AKTO, "outcome, note", "act = 'EXPORT' and subject = ?", "JOB/" + export)).containsExactly("REFUSED|NOT_ASKED");
  }

  @Test
  void ofASuspendedCountyThePrefecturesSecondAdministratorIsAsked() throws IOException {
    Owner.told("update platform.jurisdiction set state = 'SUSPENDED' where code = ?", WUQIA.code().value());
    UUID export = made(WUQIA);
    assertThat(seen(export).export().asks()).contains(PREFECTURE.code());
    assertThat(as(prefecture, consents::exports)).filteredOn(line -> line.job().id().equals(export)).singleElement()
        .satisfies(line -> assertThat(line.asksCaller()).isTrue());
    assertThat(says(county, export, Answer.AGREED)).isFalse();
    assertThat(says(prefecture, export, Answer.AGREED)).isTrue();
    assertThat(goesOut(export)).isTrue();
    assertThat(TrailRows.columns(WUQIA, "acting_for, note", ON_RECORD + " and person = ?", "JURISDICTION/" + WUQIA.code(), prefecture.caller().id()))
        .as("on record in the county itself").contains(PREFECTURE.code() + "|AGREED, " + REASON);
  }

  @Test
  void anAnswerAsksForAFreshLoginAndAReason() throws IOException {
    UUID export = made(WUQIA);
    Scope stale = county.provedAt(Optional.empty());
    assertThatThrownBy(() -> says(stale, export, Answer.AGREED)).isInstanceOf(FreshLoginNeededException.class);
    assertThatThrownBy(() -> as(county, () -> consents.answer(export, Answer.AGREED, " 好 "))).isInstanceOf(WishRefusedException.class);
    assertThat(seen(export).export().answered()).isEmpty();
  }

  @Test
  void aCommandAtTheServerAsksNobodyAndTheCountySeesIt() throws IOException {
    UUID export = made(WUQIA);
    Owner.told("update platform.provisioning_job set by_command = true where id = ?", export);
    assertThat(as(county, consents::exports)).filteredOn(line -> line.job().id().equals(export)).singleElement().satisfies(line -> {
      assertThat(line.asksCaller()).isFalse();
      assertThat(line.job().byCommand()).isTrue();
    });
    assertThat(says(county, export, Answer.AGREED)).isFalse();
  }
}
