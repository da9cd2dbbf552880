package org.jiheng.tenants.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.JurisdictionCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A jurisdiction that comes in gets its tables at once; nothing about them or their history is to differ from those that grew file by file. */
class NewTablesIT {

  private static final JurisdictionCode WUQIA = new JurisdictionCode("653024");

  /** Everything in the schemas of a jurisdiction, as the catalogue writes it. */
  private static final List<String> CATALOGUE = List.of(
      "select 'column', c.relname, a.attnum, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attacl::text, pg_get_expr(d.adbin, d.adrelid), "
          + "col_description(c.oid, a.attnum) from pg_attribute a join pg_class c on c.oid = a.attrelid and a.attnum > 0 "
          + "left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum where c.relnamespace::regnamespace::text like '%1$s%%'",
      "select 'relation', relnamespace::regnamespace, relname, relkind, relacl::text, reloptions::text, obj_description(oid), "
          + "case when relkind = 'v' then pg_get_viewdef(oid) when relkind = 'i' then pg_get_indexdef(oid) end "
          + "from pg_class where relnamespace::regnamespace::text like '%1$s%%' and relkind in ('r', 'v', 'i', 'S')",
      "select 'constraint', conrelid::regclass, conname, pg_get_constraintdef(oid) from pg_constraint where connamespace::regnamespace::text like '%1$s%%'",
      "select 'trigger', pg_get_triggerdef(oid) from pg_trigger where not tgisinternal and tgrelid::regclass::text like '%1$s%%'",
      "select 'function', pg_get_functiondef(oid), proacl::text from pg_proc where pronamespace::regnamespace::text like '%1$s%%'",
      "select 'schema', nspname, nspacl::text from pg_namespace where nspname like '%1$s%%'");

  private ThreeJurisdictions database;

  @BeforeEach
  void threeJurisdictions() throws IOException, SQLException {
    database = ThreeJurisdictions.start();
    database.provisioning().jurisdiction(new Jurisdiction(WUQIA, "乌恰县", Optional.of(ThreeJurisdictions.PREFECTURE)));
  }

  @AfterEach
  void stop() throws IOException {
    database.close();
  }

  private void owner(String sql) throws SQLException {
    try (Connection connection = database.migrator().getConnection(); Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Rows, each as one text, sorted, with the same name in place of the jurisdiction's. */
  private List<String> rows(String sql, JurisdictionCode code) throws SQLException {
    try (Connection connection = database.migrator().getConnection(); Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        StringBuilder row = new StringBuilder();
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
          row.append(rows.getString(column)).append(" | ");
        }
        found.add(row.toString().replace("j_" + code, "j_CODE"));
      }
      return found.stream().sorted().toList();
    }
  }

  private List<String> catalogue(JurisdictionCode code) throws SQLException {
    List<String> all = new ArrayList<>();
    for (String query : CATALOGUE) {
      all.addAll(rows(query.formatted("j_" + code), code));
    }
    return all;
  }

  private List<String> history() throws SQLException {
    return rows("select type, version, success from j_653024.flyway_schema_history order by installed_rank", WUQIA);
  }

  private static String newest() {
    return Layouts.newest(List.of("org/jiheng/tenants/migration/jurisdiction"));
  }

  @Test
  void tablesMadeAtOnceAreThoseMadeFileByFile() throws SQLException {
    owner("update platform.jurisdiction set layout = '0.1' where code = '653024'");
    assertThat(database.provisioning().migrate()).allMatch(one -> one.failure().isEmpty());
    assertThat(history()).as("file by file").hasSizeGreaterThan(10);
    List<String> fileByFile = catalogue(WUQIA);
    assertThat(fileByFile).hasSizeGreaterThan(1000);
    assertThat(catalogue(ThreeJurisdictions.ARTUX)).containsExactlyElementsOf(fileByFile);
  }

  @Test
  void theHistoryOfNewTablesBeginsAtTheNewestLayoutAndGoesOnFromThere() throws SQLException {
    database.provisioning().migrate();
    assertThat(history()).containsExactly("BASELINE | " + newest() + " | t | ");
    assertThat(database.provisioning().with("org/jiheng/tenants/next").migrate()).allMatch(one -> one.failure().isEmpty());
    assertThat(history()).containsExactly("BASELINE | " + newest() + " | t | ", "SQL | 1000 | t | ");
  }

  @Test
  void aSchemaThatIsNotEmptyIsNotTakenForNew() throws SQLException {
    owner("create table j_653024.unit (in_the_way integer)");
    assertThat(database.provisioning().migrate()).singleElement().matches(one -> one.failure().isPresent());
    owner("drop table j_653024.unit");
    assertThat(database.provisioning().migrate()).singleElement().matches(one -> one.failure().isEmpty());
    assertThat(database.askedAs("j_653024", "select count(*) from j_653024.project")).isEqualTo("0");
  }

  @Test
  void whatCannotBeMadeIsToldWithTheFileAndNothingOfItStays() throws SQLException {
    owner("create table j_653024_eye.project (in_the_way integer)");
    assertThat(database.provisioning().migrate()).singleElement()
        .satisfies(one -> assertThat(one.failure().orElseThrow()).contains("V1__").contains("project"));
    assertThat(rows("select tablename from pg_tables where schemaname = 'j_653024' and tablename <> 'flyway_schema_history'", WUQIA)).isEmpty();
    owner("drop table j_653024_eye.project");
    assertThat(database.provisioning().migrate()).singleElement().matches(one -> one.failure().isEmpty());
    assertThat(database.askedAs("j_653024", "select count(*) from j_653024.project")).isEqualTo("0");
  }
}
