package org.jiheng.infra.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.Cells;
import org.jiheng.infra.run.Database;
import org.jiheng.tenants.provisioning.Provisioning;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The demonstration in a real database, written with the rights of each county alone. */
class DemoIT {

  private static Database database;
  private static Demo demo;

  @BeforeAll
  static void kizilsu() throws SQLException {
    database = Database.temporary();
    Provisioning provisioning = new Provisioning(database.migrator(), Database.LOGIN);
    provisioning.platform();
    Demo.jurisdictions(provisioning);
    assertThat(provisioning.migrate()).hasSize(5).allSatisfy(one -> assertThat(one.failure()).isEmpty());
    demo = new Demo(database.migrator(), database.login());
    demo.plant();
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  private static List<String> asked(String sql) throws SQLException {
    try (Connection connection = database.migrator().getConnection(); Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }

  @Test
  void everyCountyHasProjectsFormsOnEveryDeskAndSeveralGrades() throws SQLException {
    for (Place county : Place.counties()) {
      String schema = "j_" + county.code();
      assertThat(Integer.parseInt(asked("select count(*) from " + schema
          + ".project where fiscal_year = 2022 and name !~ '[0-9]$'").getFirst())).isBetween(30, 60);
      assertThat(Set.copyOf(asked("select state from " + schema + ".review"))).containsExactlyInAnyOrder(
          "DRAFT", "UNIT_REVIEW", "DEPARTMENT_REVIEW", "FINANCE_FIRST", "FINANCE_SECOND", "RETURNED", "APPROVED");
      assertThat(Set.copyOf(asked("select grade from " + schema + ".self_evaluation join " + schema
          + ".review using (id) where state = 'APPROVED'"))).hasSizeGreaterThanOrEqualTo(3);
    }
  }

  @Test
  void theSchoolMealsAreLeftForAStoryInEveryCounty() throws SQLException {
    for (Place county : Place.counties()) {
      String schema = "j_" + county.code();
      assertThat(asked("select unit from " + schema + ".project p where name = '" + DemoProject.SCHOOL_MEALS
          + "' and not exists (select from " + schema + ".self_evaluation s where s.project = p.id)")).containsExactly("101001");
    }
  }

  @Test
  void theLastVersionOfAFormUnderReviewIsTheFormAsItStands() throws SQLException {
    for (String kept : asked("""
        select cells from j_653001.form_version v
        where review in (select id from j_653001.self_evaluation)
        and number = (select max(number) from j_653001.form_version w where w.review = v.review)""")) {
      Cells cells = Cells.fromJson(kept);
      String line = cells.keys().stream().filter(key -> key.path().startsWith("indicator/")).findFirst().orElseThrow().part(1);
      assertThat(asked("select actual from j_653001.self_evaluation_indicator where id = '" + line + "'"))
          .containsExactly(cells.text(CellKey.of("indicator", line, "actual")));
    }
    assertThat(asked("select digest from j_653001.form_version")).allMatch(digest -> digest.matches("[0-9a-f]{64}"));
  }

  @Test
  void theLastVersionOfAGoalIsTheGoalAsItStands() throws SQLException {
    assertThat(asked("select state from j_653001.review where form_type = 'GOAL'")).contains("DRAFT", "DEPARTMENT_REVIEW", "FINANCE_FIRST", "RETURNED", "APPROVED");
    for (String kept : asked("select cells from j_653001.form_version where review in (select id from j_653001.goal)")) {
      Cells cells = Cells.fromJson(kept);
      String line = cells.keys().stream().filter(key -> key.path().startsWith("indicator/")).findFirst().orElseThrow().part(1);
      assertThat(asked("select annual from j_653001.goal_indicator where line = '" + line + "'")).containsExactly(cells.text(CellKey.of("indicator", line, "annual")));
    }
    assertThat(asked("select state from j_653001.publication_duty")).contains("OPEN", "PUBLISHED");
  }

  @Test
  void everyStepFollowsTheOneBefore() throws SQLException {
    assertThat(asked("""
        select review from (select review, from_state, lag(to_state) over (partition by review order by at) as before from j_653001.review_step) s
        where coalesce(before, 'DRAFT') <> from_state""")).isEmpty();
    assertThat(asked("""
        select r.id from j_653001.review r where state <> 'DRAFT'
        and state <> (select to_state from j_653001.review_step s where s.review = r.id order by at desc limit 1)""")).isEmpty();
    assertThat(asked("select id from j_653001.review_step where at >= '2023-04-18'")).isEmpty();
  }

  @Test
  void whatIsThereIsLeftAlone() throws SQLException {
    List<String> before = asked("select id from j_653001.review order by id");
    List<String> memberships = asked("select id from platform.membership order by id");
    demo.plant();
    assertThat(asked("select id from j_653001.review order by id")).isEqualTo(before);
    assertThat(asked("select id from platform.membership order by id")).isEqualTo(memberships);
  }

  @Test
  void manyFormsAreAddedQuickly() throws SQLException {
    BulkForms.add(database.login(), Place.AKQI, 1_000);
    assertThat(asked("select count(*) from j_653023.project where name ~ '[0-9]$'")).containsExactly("1000");
    assertThat(asked("select count(*) from rollup.dirty where jurisdiction = '653023'")).containsExactly("2");
  }
}
