package org.jiheng.infra.server;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A county as it is after a year of planning, of any size: sixty departments, four hundred units, thirty tasks, and for every project
 * of a year the one of the same code the year before, both with money, and a goal, an ex-ante evaluation or a self-evaluation in
 * some state, with their steps, conditions, duties, reminders and fund documents. Twenty-five projects a unit, so that whoever works for
 * the first unit has the same in every size. Written past the product, in seconds.
 */
public final class LargeCounty {

  public static final int YEAR = 2023;
  public static final int A_UNIT = 25;
  public static final String DEPARTMENT = "300";
  public static final String UNIT = "300000";

  private static final String FIRST_UNIT = "to_char(300 + ({0}) * 60 / 400, 'FM000') || to_char({0}, 'FM000')";

  /** Of the number {@code i} of a project. */
  private static final String UNIT_OF = FIRST_UNIT.replace("{0}", "i / " + A_UNIT);
  private static final String ROUTE = "'UNIT_REVIEW,DEPARTMENT_REVIEW,FINANCE_FIRST,FINANCE_SECOND'";
  private static final String NAME = "'第' || i || '号' || (array['学校改造', '道路养护', '疫苗采购', '水库加固', '农机补贴'])[1 + i % 5] || '项目'";

  private static final List<String> PROJECTS = List.of(
      "insert into unit (code, name) select to_char(300 + d, 'FM000'), '第' || d || '部门' from generate_series(0, 59) d",
      "insert into unit (code, name) select " + FIRST_UNIT.replace("{0}", "u") + ", '第' || u || '单位' from generate_series(0, 399) u",
      // a third is new; of the others half have money the year before, a quarter the word of finance, and a quarter nothing
      "insert into project (id, code, name, unit, fiscal_year, initial_budget, annual_budget, asked_budget, attribute, confirmed_attribute, confirmed_category) "
          + "select md5('project' || y || '/' || i)::uuid, 'L' || to_char(i, 'FM00000000'), " + NAME + ", " + UNIT_OF + ", y, "
          + "case when i % 3 = 1 then 0 else 400000 end, case when i % 3 = 1 then 0 else 400000 end, case when i % 3 = 1 then 400000 else 0 end, "
          + "case when i % 3 = 1 then 'NEW' else 'CONTINUING' end, case when i % 4 = 1 then 'CONTINUING' end, case when i % 4 = 1 then 'SPECIFIC_PURPOSE' end "
          + "from generate_series(0, {n} - 1) i, (values ({y} - 1), ({y})) years(y)",
      "insert into funding_line (id, project, origin, fiscal_year, source, kind, amount, decided_on, document, person_name, at, door) "
          + "select gen_random_uuid(), p.id, p.id, y, 'GENERAL_BUDGET', case when i % 3 = 1 then 'ASKED' else 'OPENING' end, 400000, make_date(y, 1, 10), '', '测', now(), "
          + "case when i % 3 = 1 then 'HAND' else 'LIST' end from generate_series(0, {n} - 1) i, (values ({y} - 1), ({y})) years(y), "
          + "lateral (select md5('project' || y || '/' || i)::uuid as id) p where y = {y} or i % 2 = 0",
      form("GOAL", "{y}", "i % 3 <> 1", "case (i / 3) % 5 when 0 then 'APPROVED' when 1 then 'FINANCE_SECOND' when 2 then 'DRAFT' when 3 then 'FINANCE_FIRST' else 'DEPARTMENT_REVIEW' end"),
      form("EX_ANTE", "{y}", "i % 3 = 1", "case (i / 3) % 4 when 1 then 'FINANCE_SECOND' when 2 then 'DRAFT' else 'APPROVED' end"),
      form("SELF_EVALUATION", "({y} - 1)", "i % 3 = 2", "case (i / 3) % 4 when 1 then 'FINANCE_FIRST' when 2 then 'DRAFT' else 'APPROVED' end"),
      "insert into goal (id, project, fiscal_year, annual_total, annual_fiscal, annual_goal, grade, approved_on, version) "
          + "select id, project, fiscal_year, 400000, 400000, repeat('全年完成各项工作。', 20), case state when 'APPROVED' then 'GOOD' end, "
          + "case state when 'APPROVED' then date '2022-12-15' end, 1 from review where form_type = 'GOAL' and title like '第%号%'",
      "insert into exante_evaluation (id, project, unit, fiscal_year, template, need, needed, third_party, asked, total, conclusion, supported, version) "
          + "select id, project, unit, fiscal_year, '{template}', nullif('{need}', '')::jsonb, true, false, 400000, 85, "
          + "case state when 'APPROVED' then 'PARTLY_SUPPORTED' end, case state when 'APPROVED' then 300000 end, 1 from review where form_type = 'EX_ANTE' and title like '第%号%'",
      "insert into exante_condition (id, evaluation, position, text, due, responsible, state, version) "
          + "select gen_random_uuid(), id, 1, '落实配套资金并提供证明', date '2023-01-15' + abs(hashtext(id::text) % 60), '负责人', 'OPEN', 1 from review "
          + "where form_type = 'EX_ANTE' and state = 'APPROVED' and title like '第%号%'",
      "insert into self_evaluation (id, project, unit, fiscal_year, total_annual, total_executed, total_computed, grade, version) "
          + "select id, project, unit, fiscal_year, 400000, 380000, 91, 'EXCELLENT', 1 from review where form_type = 'SELF_EVALUATION' and title like '第%号%'",
      "insert into form_version (review, number, cells, outcome, parameters, digest, made_at, made_by) "
          + "select id, 1, jsonb_build_object('goal', repeat('全年完成各项工作。', 60)), '{}', '{}', repeat('0', 64), now(), '测' from review where round > 0 and title like '第%号%'",
      "insert into review_step (id, review, move, from_state, to_state, round, person, person_name, at) "
          + "select gen_random_uuid(), r.id, step.move, step.from_state, step.to_state, 1, step.person, '测', timestamptz '2022-11-01 10:00+08' + step.days * interval '1 day' "
          + "+ (hashtext(r.id::text) % 100000) * interval '1 second' from review r, (values ('SUBMIT', 'DRAFT', 'UNIT_REVIEW', '{clerk}'::uuid, 1), "
          + "('PASS', 'UNIT_REVIEW', 'DEPARTMENT_REVIEW', '{reviewer}'::uuid, 2), ('PASS', 'DEPARTMENT_REVIEW', 'FINANCE_FIRST', '{office}'::uuid, 3), "
          + "('PASS', 'FINANCE_FIRST', 'FINANCE_SECOND', '{leader}'::uuid, 4)) step(move, from_state, to_state, person, days) "
          + "where r.round > 0 and r.title like '第%号%' and (step.move <> 'SUBMIT' or r.unit = '" + UNIT + "') and (step.days <> 2 or r.unit like '" + DEPARTMENT + "%')",
      // the steps of everybody else
      "insert into review_step (id, review, move, from_state, to_state, round, person, person_name, at) "
          + "select gen_random_uuid(), id, 'SUBMIT', 'DRAFT', 'UNIT_REVIEW', 1, md5(unit)::uuid, '测', timestamptz '2022-11-01 09:00+08' from review "
          + "where round > 0 and title like '第%号%' and unit <> '" + UNIT + "'",
      "insert into publication_duty (id, form, kind, arose_on, due, state, changed_at, version) select gen_random_uuid(), id, 'APPROVED_GOAL', date '2022-12-15', "
          + "date '2023-01-10', case when hashtext(id::text) % 2 = 0 then 'OPEN' else 'SUPERSEDED' end, now(), 1 from review "
          + "where form_type = 'GOAL' and state = 'APPROVED' and title like '第%号%'",
      "insert into budget_entry (id, project, fiscal_year, step, occasion, amount, person, person_name, at) "
          + "select gen_random_uuid(), md5('project' || {y} || '/' || i)::uuid, {y}, 'ENTERED', 'OPENING', 300000, '{office}'::uuid, '测', now() from generate_series(0, {n} - 1, 7) i",
      "insert into fund_document (id, fiscal_year, number, name, level, kind, amount, upper_name, received_on, due_on, state, revision, sent_on, changed_at, changed_by, version) "
          + "select md5('fund' || d)::uuid, {y}, '新财预〔2023〕' || d || '号', '第' || d || '批补助资金', 'REGION', 'GENERAL', 5000000, '财政厅', '2023-01-05', '2023-02-05', 'SENT', 1, "
          + "'2023-02-01', now(), '测', 1 from generate_series(0, greatest(1, {n} / 50) - 1) d",
      "insert into fund_line (id, document, position, unit, project, name, amount, sent_amount) select gen_random_uuid(), md5('fund' || i / 50)::uuid, i % 50, " + UNIT_OF
          + ", md5('project' || {y} || '/' || i)::uuid, " + NAME + ", '10', 100000 from generate_series(0, {n} - 1) i where i % 3 = 0 and i / 50 < greatest(1, {n} / 50)");

  /** Thirty, of the years of a measurement; units' reminders come of them. */
  private static final List<String> TASKS = List.of(
      task("'GOAL', 2023", "2022-09-01", "2022-11-30"), task("'EX_ANTE', 2023", "2022-06-01", "2022-08-31"), task("'SELF_EVALUATION', 2022", "2023-01-01", "2023-02-10"),
      "insert into task (id, fiscal_year, form_type, title, opens, due, scope) select md5('task' || kind)::uuid, 2023, kind, kind, '2023-01-01', '2023-10-31', 'ALL' "
          + "from unnest(array['DEPARTMENT_GOAL', 'BUDGET_PUBLICATION', 'MONITORING_1', 'DEPARTMENT_MONITORING', 'MONITORING_2', 'SELF_EVALUATION', "
          + "'TRANSFER_SELF_EVALUATION', 'DEPARTMENT_EVALUATION', 'AGENCY_SELF_EVALUATION', 'KEY_EVALUATION', 'DISCLOSURE', 'FILING']) kind",
      "insert into task (id, fiscal_year, form_type, title, opens, due, scope) select md5('chosen' || kind || d)::uuid, year, kind, '第' || d || '部门' || kind, opens, due, 'CHOSEN' "
          + "from (values ('GOAL', 2023, date '2022-09-01', date '2022-12-15'), ('EX_ANTE', 2023, date '2022-06-01', date '2022-09-15'), "
          + "('SELF_EVALUATION', 2022, date '2023-01-01', date '2023-02-14')) kinds(kind, year, opens, due), generate_series(310, 314) d",
      "insert into task_unit (task, prefix, fiscal_year, form_type, live) select id, substring(title from '[0-9]+'), fiscal_year, form_type, true from task where scope = 'CHOSEN'");

  private static final List<String> TABLES = List.of("unit", "project", "funding_line", "review", "goal", "exante_evaluation", "exante_condition", "self_evaluation",
      "form_version", "review_step", "publication_duty", "budget_entry", "task", "task_unit", "fund_document", "fund_line");

  private LargeCounty() {}

  /** The project of {@link #YEAR} of this number, from 0. */
  public static UUID project(int number) {
    byte[] digest = digest(("project" + YEAR + "/" + number).getBytes(StandardCharsets.UTF_8));
    ByteBuffer bytes = ByteBuffer.wrap(digest);
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  private static byte[] digest(byte[] text) {
    try {
      return MessageDigest.getInstance("MD5").digest(text);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static String form(String type, String year, String which, String state) {
    return "insert into review (id, form_type, title, unit, fiscal_year, route, state, round, project, changed_at, changed_by, version) "
        + "select md5('" + type + "' || i)::uuid, '" + type + "', " + NAME + ", " + UNIT_OF + ", " + year + ", " + ROUTE + ", state, case state when 'DRAFT' then 0 else 1 end, "
        + "md5('project' || " + year + " || '/' || i)::uuid, timestamptz '2022-11-05 10:00+08' + i * interval '1 second', '测', 1 "
        + "from generate_series(0, {n} - 1) i, lateral (select " + state + " as state) standing where " + which;
  }

  private static String task(String kindAndYear, String opens, String due) {
    return "insert into task (form_type, fiscal_year, id, title, opens, due, scope) values (" + kindAndYear + ", md5(" + kindAndYear.replace(",", " ||") + ")::uuid, "
        + kindAndYear.split(",")[0] + ", '" + opens + "', '" + due + "', 'ALL')";
  }

  /**
   * How large, and of when.
   *
   * @param year of the projects; there are those of the year before, too
   * @param tasks whether there are tasks of {@link #YEAR} and the year before
   */
  public record Size(int projects, int year, boolean tasks) {}

  /**
   * Fills the schema of a county that has none of these units, all or nothing.
   *
   * @param owner of the tables
   * @param kept what ex-ante evaluations hold, as the product writes it: {@code template} and {@code need}
   * @param people who took the steps: {@code clerk} of {@link #UNIT}, {@code reviewer} of {@link #DEPARTMENT}, {@code office}, {@code leader}
   */
  public static void fill(Connection owner, String schema, Size size, Map<String, String> kept, Map<String, UUID> people) throws SQLException {
    inOneTransaction(owner, schema, statement -> {
      for (String rows : PROJECTS) {
        statement.execute(said(rows, size, kept, people));
      }
      for (String rows : size.tasks() ? TASKS : List.<String>of()) {
        statement.execute(rows);
      }
    });
    try (Statement statement = owner.createStatement()) {
      for (String table : TABLES) {
        statement.execute("analyze " + schema + "." + table);
      }
    }
  }

  /** Takes away what {@link #fill} put into a county without tasks. */
  public static void empty(Connection owner, String schema) throws SQLException {
    String units = "unit like '3%' and length(unit) = 6";
    String forms = "(select id from review where " + units + ")";
    String projects = "(select id from project where " + units + ")";
    inOneTransaction(owner, schema, statement -> {
      for (String rows : List.of("publication_duty where form in " + forms, "exante_condition where evaluation in " + forms, "form_version where review in " + forms,
          "review_step where review in " + forms, "goal where id in " + forms, "exante_evaluation where id in " + forms, "self_evaluation where id in " + forms,
          "review where " + units, "budget_entry where project in " + projects, "funding_line where project in " + projects, "fund_line where " + units,
          "fund_document where name like '第%批补助资金' and upper_name = '财政厅'", "project where " + units, "unit where code like '3%'")) {
        statement.execute("delete from " + rows);
      }
    });
  }

  private interface Rows {
    void written(Statement statement) throws SQLException;
  }

  /** What is written past the product is on record; that of a measurement would be most of what there is. */
  private static void inOneTransaction(Connection owner, String schema, Rows rows) throws SQLException {
    owner.setAutoCommit(false);
    try (Statement statement = owner.createStatement()) {
      statement.execute("set local search_path = " + schema + ", pg_catalog");
      watch(statement, "disable");
      rows.written(statement);
      watch(statement, "enable");
      owner.commit();
    } finally {
      owner.rollback();
      owner.setAutoCommit(true);
    }
  }

  private static String said(String rows, Size size, Map<String, String> kept, Map<String, UUID> people) {
    String said = rows.replace("{n}", String.valueOf(size.projects())).replace("{y}", String.valueOf(size.year()));
    for (Map.Entry<String, String> text : kept.entrySet()) {
      said = said.replace("{" + text.getKey() + "}", text.getValue().replace("'", "''"));
    }
    for (Map.Entry<String, UUID> person : people.entrySet()) {
      said = said.replace("{" + person.getKey() + "}", person.getValue().toString());
    }
    return said;
  }

  private static void watch(Statement statement, String how) throws SQLException {
    for (String table : TABLES) {
      statement.execute("do $$ begin if exists (select from pg_trigger where tgname = 'bypass' and tgrelid = '" + table + "'::regclass) then alter table " + table
          + " " + how + " trigger bypass; end if; end $$");
    }
  }
}
