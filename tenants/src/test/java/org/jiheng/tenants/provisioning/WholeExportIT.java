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
    database.as("j_653001", "insert into j_653001.unit (code, name) values ('102', '卫生,\"健康\"委\n二行')");
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
    assertThat(new String(entries.get("unit.csv"), StandardCharsets.UTF_8)).startsWith("code,name,responsible\n")
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
