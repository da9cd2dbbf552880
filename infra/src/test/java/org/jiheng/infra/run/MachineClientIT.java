package org.jiheng.infra.run;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jiheng.infra.keeper.Keeper;
import org.jiheng.infra.keeper.KeeperSettings;
import org.jiheng.infra.keeper.MachineClients;
import org.jiheng.infra.keeper.RealmAdministration;
import org.jiheng.infra.run.ProgramOutside.Answer;
import org.jiheng.tenants.desk.Job;
import org.jiheng.tenants.desk.JobKind;
import org.jiheng.tenants.desk.Wish;
import org.jiheng.tenants.identity.BearerDoor;
import org.jiheng.tenants.provisioning.Jobs;
import org.jiheng.tenants.scope.JurisdictionCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs are let in, renewed, listed and shut out, with the real database and the real identity provider. */
class MachineClientIT {

  private static final String REASON = "预算一体化系统取数";

  @TempDir
  private static Path exports;

  private static RunningProvider provider;
  private static KeeperSettings settings;

  @BeforeAll
  static void running() throws IOException, SQLException {
    provider = RunningProvider.shared();
    settings = new KeeperSettings(provider.database().migrator(), Database.LOGIN, provider.administration(), exports, KeeperSettings.EXPORTS_LAST);
  }

  private static Answer told(String... words) {
    return ProgramOutside.told(settings, words);
  }

  private static Answer add(String code, String program) {
    return told("add", code, program, "--name", "预算一体化接口", "--role", "BUDGET_SECTION", "--reason", REASON);
  }

  private static String asked(String sql) throws SQLException {
    try (Connection connection = provider.database().migrator().getConnection(); Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getString(1) : "";
    }
  }

  /** What the token says that the identity provider gives a program that shows this secret. */
  private static Optional<JsonObject> token(String client, String secret) throws IOException, InterruptedException {
    return new ProgramOutside(provider.administration(), client, secret).token()
        .map(token -> ProgramOutside.read(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8)));
  }

  @Test
  void aProgramGetsATokenThatSaysWhoItIsAndNothingElseAndStandsInTheRegistryWithOnePost() throws Exception {
    Answer added = add("653001", "budget");
    assertThat(added.status()).as(added.said()).isZero();
    JsonObject claims = token("program-653001-budget", added.secret()).orElseThrow();
    assertThat(claims.getString("aud")).isEqualTo(BearerDoor.AUDIENCE);
    assertThat(claims).doesNotContainKeys("realm_access", "resource_access", "groups", "preferred_username");
    assertThat(asked("select username || ' ' || role || ' ' || jurisdiction from platform.person p join platform.membership m on m.person = p.id where p.id = '"
        + claims.getString("sub") + "'")).isEqualTo("program-653001-budget BUDGET_SECTION 653001");
    assertThat(asked("select title || ', ' || after || ', ' || note from j_653001.audit_entry where act = 'ADMINISTER' and subject = 'PERSON/"
        + claims.getString("sub") + "'")).isEqualTo("program-653001-budget 预算一体化接口, BUDGET_SECTION *, ADD PROGRAM, " + REASON);
    assertThat(told("list").said()).containsPattern("653001 +program-653001-budget +BUDGET_SECTION .*ACTIVE +预算一体化接口");
    assertThat(add("653001", "budget").said()).contains("已登记过");
  }

  @Test
  void aRenewedSecretTakesThePlaceOfTheOneBefore() throws Exception {
    String first = add("653001", "renewed").secret();
    Answer renewed = told("renew", "653001", "renewed", "--reason", "密钥定期更换");
    assertThat(renewed.secret()).isNotEqualTo(first);
    assertThat(token("program-653001-renewed", first)).isEmpty();
    assertThat(token("program-653001-renewed", renewed.secret())).isPresent();
  }

  @Test
  void aRemovedProgramGetsNoTokenHoldsNoPostAndIsNotMadeAgain() throws Exception {
    String secret = add("653001", "removed").secret();
    String account = token("program-653001-removed", secret).orElseThrow().getString("sub");
    assertThat(told("remove", "653001", "removed", "--reason", "接口停用").status()).isEqualTo(1);
    assertThat(told("remove", "653001", "removed", "--reason", "接口不再使用").status()).isZero();
    assertThat(told("remove", "653001", "removed", "--reason", "接口不再使用").status()).as("once more").isZero();
    assertThat(token("program-653001-removed", secret)).isEmpty();
    assertThat(asked("select count(*) from platform.membership where person = '" + account + "' and (valid_until is null or valid_until >= current_date)"))
        .isEqualTo("0");
    assertThat(told("list").said()).containsPattern("program-653001-removed .*ENDED");
    assertThat(add("653001", "removed").said()).contains("停用的程序名不再使用");
    assertThat(told("renew", "653001", "removed", "--reason", "接口不再使用").said()).contains("没有在用的程序");
  }

  @Test
  void whatWouldBeTooMuchOrMakesNoSenseIsRefusedAndLeavesNothing() throws Exception {
    String[] usual = {"add", "653001", "bad", "--name", "某接口", "--role", "BUDGET_SECTION", "--reason", REASON};
    for (String[] change : new String[][] {{"653099", "1"}, {"65", "1"}, {"Bad_Name", "2"}, {"", "4"}, {"SYSTEM_ADMIN", "6"}, {"AUDIT_ADMIN", "6"}, {"THIRD_PARTY", "6"},
        {"PREFECTURE_OVERSIGHT", "6"}, {"KING", "6"}, {"UNIT_CLERK", "6"}, {"无", "8"}}) {
      String[] words = usual.clone();
      words[Integer.parseInt(change[1])] = change[0];
      assertThat(told(words).status()).as(String.join(" ", words)).isEqualTo(1);
    }
    assertThat(told("add", "653001", "bad", "--name", "某接口", "--role", "UNIT_CLERK", "--unit", "999", "--reason", REASON).said()).contains("没有单位 999");
    assertThat(told("add", "653001", "bad", "--name", "某接口", "--role", "UNIT_CLERK", "--reason", REASON).said()).contains("须用 --unit");
    assertThat(told("add", "653001", "bad", "--name", "某接口", "--role", "BUDGET_SECTION", "--unit", "101", "--reason", REASON).said()).contains("不写 --unit");
    assertThat(told().status()).isEqualTo(2);
    assertThat(told("add", "653001").said()).contains("用法");
    try (var session = provider.administration().begin()) {
      assertThat(session.list("clients?clientId=program-653001-bad")).isEmpty();
    }
    assertThat(asked("select username from platform.person where username = 'program-653001-bad'")).isEmpty();
  }

  @Test
  void whatEndedHalfWayIsTakenUpByTheNext() throws Exception {
    new MachineClients(provider.administration()).make("program-653001-half", "某接口");
    Answer added = add("653001", "half");
    assertThat(added.status()).isZero();
    assertThat(token("program-653001-half", added.secret())).isPresent();
  }

  private static void changed(String sql) throws SQLException {
    try (Connection connection = provider.database().migrator().getConnection(); Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Outcome and note of the latest entry about a program of Artux. */
  private static String latest(String program) throws SQLException {
    return asked("select outcome || ' ' || note from j_653001.audit_entry where title like 'program-653001-" + program + " %' order by at desc limit 1");
  }

  private static String openPosts(String program) throws SQLException {
    return asked("select count(*) from platform.membership m join platform.person p on p.id = m.person where p.username = 'program-653001-" + program
        + "' and (valid_until is null or valid_until >= greatest(valid_from, current_date))");
  }

  /** Otherwise its county lets it in again by enabling it. */
  @Test
  void aProgramItsCountyHasDisabledIsEndedByItsRemovalLikeAnyOther() throws Exception {
    add("653001", "disabled");
    changed("update platform.staff set disabled_since = now() where person = (select id from platform.person where username = 'program-653001-disabled')");
    assertThat(told("list").said()).containsPattern("program-653001-disabled .*DISABLED");
    assertThat(told("remove", "653001", "disabled", "--reason", "接口不再使用").status()).isZero();
    assertThat(openPosts("disabled")).isEqualTo("0");
    assertThat(latest("disabled")).isEqualTo("DONE REMOVE PROGRAM, 接口不再使用");
    assertThat(told("list").said()).containsPattern("program-653001-disabled .*ENDED");
  }

  @Test
  void aProgramWhosePostItsCountyTookIsStillListedRenewedAndRemoved() throws Exception {
    add("653001", "taken");
    changed("delete from platform.membership where person = (select id from platform.person where username = 'program-653001-taken')");
    assertThat(told("list").said()).containsPattern("653001 +program-653001-taken +- .*WITHOUT_POST");
    assertThat(add("653001", "taken").said()).contains("已登记过");
    assertThat(told("renew", "653001", "taken", "--reason", "密钥定期更换").secret()).isNotEmpty();
    assertThat(told("remove", "653001", "taken", "--reason", "接口不再使用").status()).isZero();
    assertThat(latest("taken")).isEqualTo("DONE REMOVE PROGRAM, 接口不再使用");
    assertThat(told("renew", "653001", "taken", "--reason", "密钥定期更换").said()).contains("没有在用的程序");
  }

  @Test
  void aPostThatBeginsLaterIsEndedBeforeItBegins() throws Exception {
    add("653001", "later");
    changed("update platform.membership set valid_from = current_date + 5 where person = "
        + "(select id from platform.person where username = 'program-653001-later')");
    Answer removed = told("remove", "653001", "later", "--reason", "接口不再使用");
    assertThat(removed.status()).as(removed.said()).isZero();
    assertThat(openPosts("later")).isEqualTo("0");
    assertThat(told("list").said()).containsPattern("program-653001-later .*ENDED");
  }

  @Test
  void whatTheDatabaseRefusesIsNotToldAsSilence() throws Exception {
    add("653001", "refused");
    changed("alter table j_653001.audit_entry add constraint full_disk check (note not like 'REMOVE PROGRAM, 磁盘%') not valid");
    try {
      Answer refused = told("remove", "653001", "refused", "--reason", "磁盘已满试验");
      assertThat(refused.status()).isEqualTo(1);
      assertThat(refused.said()).contains("数据库拒绝了这一步").doesNotContain("没有应答");
    } finally {
      changed("alter table j_653001.audit_entry drop constraint full_disk");
    }
    assertThat(openPosts("refused")).isEqualTo("1");
  }

  @Test
  void afterTheIdentityProviderFellSilentHalfWayTheSameCommandGoesOn() throws Exception {
    String[] words = {"add", "653001", "silent", "--name", "某接口", "--role", "BUDGET_SECTION", "--reason", REASON};
    try (SilentAt silent = new SilentAt(provider.administration(), "/client-secret")) {
      Answer broken = ProgramOutside.told(silent.instead(settings), words);
      assertThat(broken.status()).isEqualTo(1);
      assertThat(broken.said()).contains("没有应答");
      assertThat(token("program-653001-silent", told(words).secret())).isPresent();

      assertThat(ProgramOutside.told(silent.instead(settings), "renew", "653001", "silent", "--reason", "密钥定期更换").status()).isEqualTo(1);
      assertThat(latest("silent")).as("no secret, no success on record").isEqualTo("FAILED NEW SECRET, 密钥定期更换");
      told("renew", "653001", "silent", "--reason", "密钥定期更换");
      assertThat(latest("silent")).isEqualTo("DONE NEW SECRET, 密钥定期更换");
    }
  }

  @Test
  void whatTheIdentityProviderRefusesIsNotToldAsSilence() {
    RealmAdministration real = provider.administration();
    KeeperSettings stranger = new KeeperSettings(settings.migrator(), settings.applicationLogin(),
        new RealmAdministration(real.server(), real.realm(), real.administrator(), "wrong"), exports, KeeperSettings.EXPORTS_LAST);
    Answer refused = ProgramOutside.told(stranger, "add", "653001", "stranger", "--name", "某接口", "--role", "BUDGET_SECTION", "--reason", REASON);
    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.said()).contains("登录服务拒绝了这一步").doesNotContain("没有应答");
  }

  @Test
  void aCountyThatIsRemovedLeavesNoProgramAtTheIdentityProvider() throws Exception {
    String secret = add("653023", "leaving").secret();
    String neighbours = add("653024", "staying").secret();
    Jobs jobs = new Jobs(settings.migrator());
    JurisdictionCode code = new JurisdictionCode("653023");
    try (Keeper keeper = new Keeper(settings)) {
      for (JobKind kind : List.of(JobKind.SUSPEND, JobKind.EXPORT, JobKind.REMOVE)) {
        var id = jobs.command(Wish.of(kind, code, Optional.of(new JurisdictionCode("653000")), asked("select name from platform.jurisdiction where code = '653023'"),
            "机构改革需要"), "tester").orElseThrow();
        keeper.carryOut(id);
        assertThat(jobs.job(id).orElseThrow().state()).as(kind.name()).isEqualTo(Job.State.DONE);
      }
    }
    assertThat(token("program-653023-leaving", secret)).isEmpty();
    assertThat(token("program-653024-staying", neighbours)).isPresent();
    assertThat(asked("select count(*) from platform.membership m join platform.person p on p.id = m.person where p.username = 'program-653023-leaving' "
        + "and m.valid_until is null")).isEqualTo("0");
  }
}
