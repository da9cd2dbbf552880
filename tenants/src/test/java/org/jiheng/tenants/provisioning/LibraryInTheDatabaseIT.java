package org.jiheng.tenants.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiheng.tenants.provisioning.ThreeJurisdictions.AKTO;
import static org.jiheng.tenants.provisioning.ThreeJurisdictions.ARTUX;
import static org.jiheng.tenants.provisioning.ThreeJurisdictions.PREFECTURE;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.persistence.Schemas;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.JurisdictionCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The database itself holds who reads and who writes the prefecture's indicator library, whatever the application asks. */
class LibraryInTheDatabaseIT {

  private static final JurisdictionCode OTHER = new JurisdictionCode("652900");
  private static final JurisdictionCode COUNTY_OF_THE_OTHER = new JurisdictionCode("652901");
  private static final String COUNT = "select count(*) from platform.library_entry";
  private static final String SHARE = "insert into platform.library_share (id, prefecture, county, industry, entry, shared_at, shared_by) values ('%s', '653000', %s, %s, %s, now(), 'x')";

  private static ThreeJurisdictions database;

  @BeforeAll
  static void start() throws IOException, SQLException {
    database = ThreeJurisdictions.start();
    database.provisioning().jurisdiction(new Jurisdiction(OTHER, "阿克苏地区", Optional.empty()));
    database.provisioning().jurisdiction(new Jurisdiction(COUNTY_OF_THE_OTHER, "阿克苏市", Optional.of(OTHER)));
    database.provisioning().migrate();
  }

  @AfterAll
  static void stop() throws IOException {
    database.close();
  }

  @AfterEach
  void everythingIsShownToAllAgain() throws SQLException {
    as(PREFECTURE, "delete from platform.library_share", share("null", "null", "null"));
  }

  private static void as(JurisdictionCode code, String... statements) throws SQLException {
    database.as(Schemas.roleOf(code), statements);
  }

  private static String askedAs(JurisdictionCode code, String query) throws SQLException {
    return database.askedAs(Schemas.roleOf(code), query);
  }

  private static String share(String county, String industry, String entry) {
    return SHARE.formatted(Identifiers.next(), county, industry, entry);
  }

  private static String codesAs(JurisdictionCode code, String where) throws SQLException {
    return askedAs(code, "select string_agg(distinct prefecture, ' ') from platform.library_entry " + where);
  }

  @Test
  void everyPrefectureBeginsWithThePlatformsIndicatorsAndShowsThemToItsCounties() throws SQLException {
    for (JurisdictionCode reader : List.of(PREFECTURE, ARTUX, AKTO, OTHER, COUNTY_OF_THE_OTHER)) {
      assertThat(askedAs(reader, COUNT)).as(reader.value()).isEqualTo("573");
      assertThat(askedAs(reader, "select count(*) from " + Schemas.of(reader) + ".library")).as(reader.value()).isEqualTo("573");
    }
    assertThat(codesAs(ARTUX, "")).isEqualTo("653000");
    assertThat(codesAs(COUNTY_OF_THE_OTHER, "")).isEqualTo("652900");
  }

  @Test
  void whatProvisioningPutsThereIsNoBypassAndWhatSomebodyElseChangesIs() throws SQLException {
    String bypassed = "select count(*) from j_653000.audit_entry where act = 'BYPASS' and subject like 'platform.library%'";
    assertThat(owner(bypassed)).isEqualTo("0");
    owner("update platform.library_entry set origin = 'x' where prefecture = '653000' and code = '2010001' returning 1");
    assertThat(owner(bypassed)).isEqualTo("1");
  }

  private static String owner(String sql) throws SQLException {
    try (var connection = database.migrator().getConnection(); var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Test
  void aPrefectureThatHasALibraryIsNotGivenTheSeedAgain() throws SQLException {
    owner("select platform.seed_library('j_653000')::text");
    assertThat(askedAs(PREFECTURE, COUNT)).isEqualTo("573");
  }

  @Test
  void aCountyWritesNothingOfThePrefecture() throws SQLException {
    as(ARTUX, "update platform.library_entry set state = 'STOPPED', state_reason = 'because' where true");
    as(ARTUX, "update platform.library_version set valid_until = date '2020-01-01' where true");
    as(ARTUX, "delete from platform.library_share where true");
    assertThat(askedAs(PREFECTURE, COUNT + " where state = 'STOPPED'")).isEqualTo("0");
    assertThat(askedAs(PREFECTURE, "select count(*) from platform.library_version where valid_until is not null")).isEqualTo("0");
    assertThat(askedAs(AKTO, COUNT)).isEqualTo("573");
    String entry = "insert into platform.library_entry (id, prefecture, code, state, newest, changed_at, changed_by, version) values ('%s', '%s', 'X', 'IN_FORCE', 1, now(), 'x', 1)";
    for (String owner : List.of("653000", "653001")) {
      assertThatThrownBy(() -> as(ARTUX, entry.formatted(Identifiers.next(), owner))).as(owner).hasMessageContaining("row-level security");
    }
    assertThatThrownBy(() -> as(ARTUX, share("'653001'", "null", "null"))).hasMessageContaining("row-level security");
    assertThatThrownBy(() -> as(OTHER, entry.formatted(Identifiers.next(), "653000"))).hasMessageContaining("row-level security");
  }

  @Test
  void whatAVersionSaysIsNeverChangedAndNothingIsTakenAway() {
    assertThatThrownBy(() -> as(PREFECTURE, "update platform.library_version set level3 = 'x'")).hasMessageContaining("permission denied");
    assertThatThrownBy(() -> as(PREFECTURE, "delete from platform.library_version")).hasMessageContaining("permission denied");
    assertThatThrownBy(() -> as(PREFECTURE, "delete from platform.library_entry")).hasMessageContaining("permission denied");
    assertThatThrownBy(() -> as(ARTUX, "update j_653001.library_version set level3 = 'x'")).hasMessageContaining("permission denied");
    assertThatThrownBy(() -> as(ARTUX, "select * from platform.library_seed")).hasMessageContaining("permission denied");
    assertThatThrownBy(() -> as(ARTUX, "select platform.seed_library('j_653001')")).hasMessageContaining("permission denied");
  }

  @Test
  void aCountyIsShownWhatIsSharedWithItAndNoMore() throws SQLException {
    String entry = askedAs(PREFECTURE, "select id from platform.library_entry where code = '2010001'");
    as(PREFECTURE, "delete from platform.library_share");
    assertThat(askedAs(ARTUX, COUNT)).isEqualTo("0");
    assertThat(askedAs(ARTUX, "select count(*) from platform.library_version")).isEqualTo("0");
    assertThat(askedAs(PREFECTURE, COUNT)).isEqualTo("573");

    as(PREFECTURE, share("'653001'", "'交通'", "null"), share("null", "null", "'" + entry + "'"));
    assertThat(askedAs(ARTUX, "select string_agg(distinct industry, ' ' order by industry) from platform.library_entry")).contains("交通", "购置类");
    assertThat(askedAs(ARTUX, COUNT)).isEqualTo("15");
    assertThat(askedAs(ARTUX, "select count(*) from platform.library_version")).isEqualTo("15");
    assertThat(askedAs(AKTO, "select string_agg(code, ' ') from platform.library_entry")).isEqualTo("2010001");
    assertThat(askedAs(AKTO, "select count(*) from platform.library_share")).as("what another county is shown is none of its business").isEqualTo("1");
    assertThat(askedAs(COUNTY_OF_THE_OTHER, COUNT)).isEqualTo("573");
  }

  @Test
  void aPrefectureSharesWithItsOwnCountiesOnly() {
    assertThatThrownBy(() -> as(PREFECTURE, share("'652901'", "null", "null"))).hasMessageContaining("row-level security");
  }

  @Test
  void onlyADepartmentProposesAndWhatIsSentBackSaysWhy() {
    String entry = "insert into j_653001.library_entry (id, unit, code, state, state_reason, newest, proposed_by, changed_at, changed_by, version) values "
        + "('" + Identifiers.next() + "', '%s', 'X', '%s', '%s', 1, %s, now(), 'x', 1)";
    String somebody = "'" + Identifiers.next() + "'";
    assertThatThrownBy(() -> as(ARTUX, entry.formatted("", "PROPOSED", "", somebody))).hasMessageContaining("only_a_department_proposes");
    assertThatThrownBy(() -> as(ARTUX, entry.formatted("101", "PROPOSED", "", "null"))).hasMessageContaining("only_a_department_proposes");
    assertThatThrownBy(() -> as(ARTUX, entry.formatted("101", "RETURNED", "", somebody))).hasMessageContaining("says_why");
  }

  /** Row policies are asked once for a statement: a county reads a library of ten thousand as fast as its own tables. */
  @Test
  void aLargeLibraryIsReadInAMoment() throws SQLException {
    as(PREFECTURE,
        "insert into platform.library_entry (id, prefecture, code, state, industry, newest, changed_at, changed_by, version) "
            + "select gen_random_uuid(), '653000', 'L' || n, 'IN_FORCE', 'many', 1, now(), 'x', 1 from generate_series(1, 10000) n",
        "insert into platform.library_version (id, entry, prefecture, number, level1, level3, common, kind, scoring, valid_from, changed_at, changed_by) "
            + "select gen_random_uuid(), id, '653000', 1, 'x', code, false, 'QUAL', 'GRADED', date '2020-01-01', now(), 'x' from platform.library_entry where industry = 'many'");
    try {
      long began = System.nanoTime();
      assertThat(askedAs(ARTUX, "select count(*) from j_653001.library where newest and level3 like '%L77%'")).isEqualTo("111");
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
    } finally {
      try (var connection = database.migrator().getConnection(); var statement = connection.createStatement()) {
        statement.execute("alter table platform.library_version disable trigger bypass");
        statement.execute("alter table platform.library_entry disable trigger bypass");
        statement.execute("delete from platform.library_version where level1 = 'x'");
        statement.execute("delete from platform.library_entry where industry = 'many'");
        statement.execute("alter table platform.library_version enable trigger bypass");
        statement.execute("alter table platform.library_entry enable trigger bypass");
      }
    }
  }
}
