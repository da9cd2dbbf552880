package org.jiheng.infra.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jiheng.infra.keeper.KeeperSettings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What whoever runs the installation does at the console, with the real database and the real identity provider. */
class JurisdictionCommandIT {

  @TempDir
  private static Path exports;

  private static Database database;
  private static KeeperSettings settings;

  private record Answer(int status, String said) {}

  @BeforeAll
  static void running() throws IOException, SQLException {
    RunningProvider provider = RunningProvider.shared();
    database = provider.database();
    settings = new KeeperSettings(database.migrator(), Database.LOGIN, provider.administration(), exports, KeeperSettings.EXPORTS_LAST);
  }

  private static Answer told(String... words) throws SQLException, InterruptedException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int status = new JurisdictionCommand(settings, new PrintStream(said, true, StandardCharsets.UTF_8)).run(List.of(words));
    return new Answer(status, said.toString(StandardCharsets.UTF_8));
  }

  private static Answer onboard(String code, String name, String... further) throws SQLException, InterruptedException {
    return told(Stream.concat(Stream.of("onboard", code, name, "--system", "甲" + code + "=s" + code, "--security", "乙" + code + "=k" + code,
        "--audit", "丙" + code + "=a" + code, "--reason", "国务院批准设立"), Stream.of(further)).toArray(String[]::new));
  }

  private static void owner(String sql) throws SQLException {
    try (Connection connection = database.migrator().getConnection(); Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void aPrefectureAndACountyUnderItComeByCommandAndAgainWithoutHarm() throws Exception {
    Answer prefecture = onboard("652200", "哈密市");
    assertThat(prefecture.said()).contains("s652200", "k652200", "a652200").containsPattern("s652200 +[A-Za-z2-9@#%+=?]{16}\\s");
    assertThat(prefecture.status()).isZero();
    assertThat(onboard("652201", "伊州区", "--under", "652200").status()).isZero();
    assertThat(onboard("652201", "伊州区", "--under", "652200").status()).as("once more").isZero();
    assertThat(told("list").said()).contains("652200          ACTIVE").contains("652201  652200  ACTIVE").contains("伊州区");
  }

  @Test
  void aCountyIsSuspendedExportedAndRemovedByCommand() throws Exception {
    onboard("652300", "昌吉州");
    onboard("652301", "昌吉市", "--under", "652300");
    assertThat(told("remove", "652301", "--name", "昌吉市", "--reason", "撤并到别处去").said()).contains("须先停用该县市");
    assertThat(told("suspend", "652301", "--reason", "机构改革期间停用").status()).isZero();
    assertThat(told("list").said()).contains("652301  652300  SUSPENDED").contains("机构改革期间停用");
    Answer exported = told("export", "652301", "--reason", "撤并之前留存");
    assertThat(exported.said()).contains(exports.toString()).containsPattern("保留至 20[0-9]{2}-[0-9]{2}-[0-9]{2}");
    try (Stream<Path> files = Files.list(exports)) {
      assertThat(files).anyMatch(file -> file.toString().endsWith(".zip"));
    }
    assertThat(told("remove", "652301", "--name", "昌吉市", "--reason", "撤并到别处去").status()).isZero();
    assertThat(told("remove", "652301", "--name", "昌吉市", "--reason", "撤并到别处去").status()).as("once more").isZero();
    assertThat(told("list").said()).contains("652301  652300  REMOVED");
  }

  @Test
  void whatIsRefusedIsSaidInSentences() throws Exception {
    Answer answer = onboard("653199", "某县", "--under", "653000", "--audit", "甲653199=s653199");
    assertThat(answer.status()).isEqualTo(1);
    assertThat(answer.said()).contains("该代码不属于本州所辖县市。").contains("审计管理员 / audit administrator: 三员须为不同的三个人。");
  }

  @Test
  void wordsThatMakeNoCommandAreAnsweredWithTheUsage() throws Exception {
    for (String[] words : new String[][] {{}, {"dance"}, {"suspend"}, {"suspend", "abc"}, {"onboard", "652900", "x", "--under", "65"}}) {
      Answer answer = told(words);
      assertThat(answer.status()).as(String.join(" ", words)).isEqualTo(2);
      assertThat(answer.said()).contains("用法").contains("infra/jurisdiction onboard");
    }
  }

  @Test
  void migratingSaysWhatBecameOfEach() throws Exception {
    onboard("652400", "伊犁州");
    assertThat(migrated().said()).contains("最新版本");
    owner("update platform.jurisdiction set layout = '0' where code = '652400'");
    owner("alter schema j_652400 rename to aside");
    owner("create schema j_652400");
    owner("create table j_652400.unit (in_the_way integer)");
    Answer broken = migrated();
    assertThat(broken.status()).isEqualTo(1);
    assertThat(broken.said()).contains("652400  FAILED    0 -> 0").contains("伊犁州");
    owner("drop schema j_652400 cascade");
    owner("alter schema aside rename to j_652400");
    Answer mended = migrated();
    assertThat(mended.status()).isZero();
    assertThat(mended.said()).contains("652400  OK        0 -> ");
  }

  private static Answer migrated() {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int status = MigrateCommand.run(settings, new PrintStream(said, true, StandardCharsets.UTF_8));
    return new Answer(status, said.toString(StandardCharsets.UTF_8));
  }

  @Test
  void theKeeperAloneNamesWhatItWasNotTold() {
    assertThat(catchThrowable(() -> KeeperProgram.settings(Map.of("JIHENG_DB_URL", "x"))))
        .isInstanceOf(StartFailedException.class).hasMessageContaining("JIHENG_MIGRATOR_USER");
    assertThat(catchThrowable(() -> KeeperProgram.settings(Map.of("JIHENG_DB_URL", "x", "JIHENG_MIGRATOR_USER", "x", "JIHENG_MIGRATOR_PASSWORD", "x"))))
        .isInstanceOf(StartFailedException.class).hasMessageContaining("JIHENG_DB_URL");
  }

  @Test
  void withoutADataDirectoryThereIsOneSentence(@TempDir Path empty) {
    assertThat(catchThrowable(() -> StackSettings.of(empty, Map.of()).keeper()))
        .isInstanceOf(StartFailedException.class).hasMessageContaining("infra/run");
    assertThat(empty.resolve(".jiheng")).doesNotExist();
  }
}
