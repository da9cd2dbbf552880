package org.jiheng.tenants.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything of a jurisdiction in one archive, and nothing of another's. */
class WholeExportIT {

  private static ThreeJurisdictions database;

  @TempDir
  private Path exports;

  @BeforeAll
  static void twoCountiesWithPeople() throws IOException, SQLException {
    database = ThreeJurisdictions.start();
    try (Connection connection = database.migrator().getConnection(); Statement statement = connection.createStatement()) {
      statement.execute("insert into platform.person (id, username, name) values (gen_random_uuid(), 'artux.one', '甲'), (gen_random_uuid(), 'akto.one', '乙')");
      statement.execute("insert into platform.membership (id, person, jurisdiction, role, valid_from) select gen_random_uuid(), id, "
          + "case username when 'artux.one' then '653001' else '653022' end, 'UNIT_CLERK', date '2020-01-01' from platform.person");
    }
    everythingElseTwice();
    database.as("j_653001", "insert into j_653001.unit (code, name) values ('102', '卫生,\"健康\"委\n二行')");
  }

  /** Of what all share each county has its part: a firm by a contract, people without a post, jobs of the keeper. */
  private static void everythingElseTwice() throws SQLException {
    try (Connection connection = database.migrator().getConnection(); Statement statement = connection.createStatement()) {
      for (String code : List.of("653001", "653022")) {
        String of = "'of " + code + "'";
        String[] ids = {UUID.randomUUID().toString(), UUID.randomUUID().toString(), UUID.randomUUID().toString(), UUID.randomUUID().toString()};
        String uscc = code.equals("653001") ? "91650100MA00000001" : "91650100MA00000002";
        for (String sql : List.of(
            "insert into platform.person (id, username, name, home) values ('P', 'without.post." + code + "', " + of + ", '" + code + "')",
            "insert into platform.staff (person, jurisdiction) values ('P', '" + code + "')",
            "insert into platform.staff_change (id, at, jurisdiction, person, kind, by_person, by_name) values (gen_random_uuid(), now(), '" + code
                + "', 'P', 'INVITE', 'P', " + of + ")",
            "insert into platform.last_sign_in (person, jurisdiction, at, origin) values ('P', '" + code + "', now(), " + of + ")",
            "insert into platform.firm (id, prefecture, name, uscc, type, legal_person, staff, changed_at, changed_by, version) values ('F', '653000', "
                + of + ", '" + uscc + "', 'CONSULTING', 'x', 1, now(), 'x', 0)",
            "insert into platform.lead_evaluator (id, firm, name, qualification, in_business_since) values ('L', 'F', " + of + ", 'x', date '2010-01-01')",
            "insert into platform.person (id, username, name) values ('E', 'evaluator." + code + "', " + of + ")",
            "insert into platform.firm_person (firm, person, username, name) values ('F', 'E', 'evaluator', " + of + ")",
            "insert into platform.firm_mark (id, firm, kind, points, text, noted_on, noted_by) values (gen_random_uuid(), 'F', 'QUALITY', 90, " + of
                + ", current_date, 'x')",
            "insert into platform.expert (id, prefecture, person, username, name, employer, field, state, version) values (gen_random_uuid(), '653000', 'E', 'evaluator', "
                + of + ", 'x', 'x', 'ACTIVE', 0)",
            "insert into platform.job (engagement, jurisdiction, firm, lead_evaluator, opens, closes) values (gen_random_uuid(), '" + code
                + "', 'F', 'L', current_date, current_date)",
            "insert into j_" + code + ".engagement (id, contract_number, kind, firm, firm_name, lead_evaluator, client, opens, closes, report_from, report_until, "
                + "acceptance, grace_days, version) values ('F', 'of " + code + "', 'RE_EVALUATION', 'F', " + of + ", 'L', 'x', current_date, current_date, "
                + "current_date, current_date, current_date, 0, 0)",
            "insert into j_" + code + ".engagement_person (engagement, person, name) values ('F', 'E', " + of + ")",
            "insert into platform.provisioning_job (id, kind, jurisdiction, prefecture, wanted_by, wanted_username, wanted_name, origin, reason, input) values ('J', "
                + "'SUSPEND', '" + code + "', '653000', 'P', 'x', " + of + ", 'x', '机构改革需要', '{}')",
            "insert into platform.provisioning_step (job, number, name, began, ended, note) values ('J', 1, 'CHECK', now(), now(), " + of + ")",
            "insert into exchange.envelope (id, sender, number, receiver, kind, subject, title, key, schema_version, payload, enclosed, sent_at, sent_by, sent_by_name, "
                + "previous, digest) values ('J', '" + code + "', 1, '653000', 'NOTICE', 'X/1', " + of + ", 'x', 1, '{}', '[{\"sha256\":\"" + sha256Of("x")
                + "\"}]', now(), 'P', 'x', repeat('0', 64), repeat('1', 64))",
            "insert into exchange.enclosure values ('J', 1, '" + sha256Of("x") + "', 'x')",
            "insert into rollup.self_evaluation values ('" + code + "', 2022, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, now())")) {
          statement.execute(sql.replace("'P'", "'" + ids[0] + "'").replace("'F'", "'" + ids[1] + "'").replace("'L'", "'" + ids[2] + "'")
              .replace("'E'", "'" + ids[3] + "'").replace("'J'", "'" + ids[0] + "'"));
        }
      }
      statement.execute("insert into platform.parameter_template (id, prefecture, key, value, author, reason, effective) values (gen_random_uuid(), '653000', 'x', "
          + "'the prefecture says', 'x', 'x', current_date)");
    }
  }

  private static String sha256Of(String text) {
    try {
      return sha256(text.getBytes(StandardCharsets.UTF_8));
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Test
  void whatAllShareIsThereAsFarAsItIsTheCountysAndNoFurther() throws Exception {
    WholeExport.Archive archive = new WholeExport(database.migrator()).write(ThreeJurisdictions.ARTUX, exports.resolve("shared.zip"));
    Map<String, byte[]> entries = entries(archive.file());
    for (String table : List.of("platform.staff", "platform.staff_change", "platform.last_sign_in", "platform.firm", "platform.lead_evaluator",
        "platform.firm_person", "platform.expert", "platform.job", "platform.provisioning_job", "platform.provisioning_step", "rollup.self_evaluation",
        "platform.person", "platform.parameter_template", "exchange.envelope", "exchange.enclosure", "engagement", "engagement_person")) {
      assertThat(new String(entries.get(table + ".csv"), StandardCharsets.UTF_8).lines().count()).as(table).isGreaterThan(1);
    }
    assertThat(new String(entries.get("platform.person.csv"), StandardCharsets.UTF_8)).contains("without.post.653001", "evaluator.653001");
    assertThat(new String(entries.get("platform.firm_mark.csv"), StandardCharsets.UTF_8).lines()).as("what the prefecture thinks of a firm").hasSize(1);
    assertThat(entries).allSatisfy((name, content) -> assertThat(new String(content, StandardCharsets.UTF_8)).as(name).doesNotContain("653022"));
  }

  @Test
  void aPrefectureTakesItsRegisterAlong() throws Exception {
    WholeExport.Archive archive = new WholeExport(database.migrator()).write(ThreeJurisdictions.PREFECTURE, exports.resolve("prefecture.zip"));
    Map<String, byte[]> entries = entries(archive.file());
    for (String table : List.of("platform.firm", "platform.lead_evaluator", "platform.firm_person", "platform.firm_mark", "platform.expert")) {
      assertThat(new String(entries.get(table + ".csv"), StandardCharsets.UTF_8).lines()).as(table).hasSize(3);
    }
  }

  /** Whoever adds a table that all share says in {@link SharedTables} whose its rows are, or why none is exported. */
  @Test
  void everyTableThatAllShareIsExportedOrLeftOutForAReason() throws SQLException {
    assertThat(SharedTables.undecided(shared())).isEmpty();
    try (Connection connection = database.migrator().getConnection(); Statement statement = connection.createStatement()) {
      statement.execute("create table platform.new_one (jurisdiction char(6))");
      try {
        assertThat(SharedTables.undecided(shared())).containsExactly("platform.new_one");
      } finally {
        statement.execute("drop table platform.new_one");
      }
    }
  }

  private static Set<String> shared() throws SQLException {
    try (Connection connection = database.migrator().getConnection(); Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select schemaname || '.' || tablename from pg_tables where schemaname !~ '^(pg_|j_[0-9])' "
            + "and schemaname <> 'information_schema' and tablename <> 'flyway_schema_history'")) {
      Set<String> names = new TreeSet<>();
      while (rows.next()) {
        names.add(rows.getString(1));
      }
      assertThat(names).hasSizeGreaterThan(15);
      return names;
    }
  }

  @AfterAll
  static void stop() throws IOException {
    database.close();
  }

  private static Map<String, byte[]> entries(Path file) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file), StandardCharsets.UTF_8)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), zip.readAllBytes());
      }
    }
    return entries;
  }

  private static String sha256(byte[] content) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
  }

  @Test
  void everyTableIsThereWithItsRowsAndItsDigest() throws Exception {
    WholeExport.Archive archive = new WholeExport(database.migrator()).write(ThreeJurisdictions.ARTUX, exports.resolve("artux.zip"));
    assertThat(archive.digest()).isEqualTo(sha256(Files.readAllBytes(archive.file())));
    assertThat(archive.bytes()).isEqualTo(Files.size(archive.file()));
    Map<String, byte[]> entries = entries(archive.file());
    JsonObject manifest = Json.createReader(new ByteArrayInputStream(entries.get("manifest.json"))).readObject();
    assertThat(manifest.getString("jurisdiction")).isEqualTo("653001");
    assertThat(manifest.getString("name")).isEqualTo("阿图什市");
    assertThat(manifest.getJsonArray("tables").getValuesAs(JsonObject.class)).hasSize(entries.size() - 1).allSatisfy(table -> {
      byte[] content = entries.get(table.getString("table") + ".csv");
      assertThat(table.getString("sha256")).isEqualTo(sha256(content));
      assertThat(table.getInt("bytes")).isEqualTo(content.length);
    });
    assertThat(tablesOf("653001")).allMatch(table -> entries.containsKey(table + ".csv"));
    assertThat(new String(entries.get("unit.csv"), StandardCharsets.UTF_8)).startsWith("code,name,responsible,kind,credit_code,")
        .contains("101,of 653001,").contains("102,\"卫生,\"\"健康\"\"委\n二行\",");
    assertThat(new String(entries.get("platform.person.csv"), StandardCharsets.UTF_8)).contains("artux.one").doesNotContain("akto.one");
    assertThat(entries).allSatisfy((name, content) -> assertThat(new String(content, StandardCharsets.UTF_8)).as(name).doesNotContain("653022"));
  }

  private static List<String> tablesOf(String code) throws SQLException {
    try (Connection connection = database.migrator().getConnection(); Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select tablename from pg_tables where schemaname = 'j_" + code + "'")) {
      List<String> names = new ArrayList<>();
      while (rows.next()) {
        names.add(rows.getString(1));
      }
      assertThat(names).hasSizeGreaterThan(12);
      return names;
    }
  }

  @Test
  void nobodyElseOnTheMachineReadsItAndAnOldOneIsReplaced() throws Exception {
    Path file = exports.resolve("deep/artux.zip");
    new WholeExport(database.migrator()).write(ThreeJurisdictions.ARTUX, file);
    new WholeExport(database.migrator()).write(ThreeJurisdictions.ARTUX, file);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    try (var left = Files.list(file.getParent())) {
      assertThat(left).containsExactly(file);
    }
  }
}
