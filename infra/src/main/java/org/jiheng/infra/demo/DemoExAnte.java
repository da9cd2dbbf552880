package org.jiheng.infra.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jiheng.app.common.Grade;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Score;
import org.jiheng.app.exante.ExAnteCells;
import org.jiheng.app.exante.ExAnteScoring;
import org.jiheng.app.exante.ExAnteTemplate;
import org.jiheng.app.exante.KeptNeed;
import org.jiheng.app.exante.ProjectProfile;
import org.jiheng.app.parameter.ParameterSet;
import org.jiheng.app.project.FundingSource;
import org.jiheng.app.project.ProjectAttribute;
import org.jiheng.app.project.ProjectCategory;
import org.jiheng.app.project.ProjectType;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.Cells;

/**
 * New projects of 2023 of 阿图什市 on their way into the budget: one not evaluated, one with finance and waiting for a third party, one
 * supported, one supported in part with a condition that is not closed, one not supported. What is there already is left as it is.
 */
final class DemoExAnte {

  private static final int YEAR = 2023;
  private static final Place PLACE = Place.ARTUX;
  private static final ExAnteTemplate TEMPLATE = ExAnteTemplate.read("standard-2023");
  private static final CellKey REPORT = ExAnteCells.evidence("signed-report");
  private static final String REPORT_NAME = "事前绩效评估报告(签章稿).pdf";

  /**
   * A new project.
   *
   * @param asked 万元
   * @param tick what every item is ticked
   * @param state of its evaluation; empty if there is none
   * @param conclusion of finance; empty if there is none
   * @param supported 万元
   */
  private record New(
      String code, String name, String type, String asked, Grade tick, Optional<String> state, Optional<String> conclusion, String supported,
      Optional<String> condition) {

    UUID id() {
      return made("project/" + code);
    }

    UUID form() {
      return made("exante/" + code);
    }
  }

  private static final List<New> PROJECTS = List.of(
      new New("LX65300123Z001", "教师周转宿舍改造", "MAJOR_REPAIR", "150", Grade.GOOD, Optional.empty(), Optional.empty(), "0", Optional.empty()),
      new New("LX65300123Z002", "智慧课堂系统建设", "INFORMATISATION", "120", Grade.EXCELLENT, Optional.of("FINANCE_SECOND"), Optional.empty(), "0", Optional.empty()),
      new New("LX65300123Z003", "学生课后服务补助", "SUBSIDY", "18", Grade.GOOD, Optional.of("APPROVED"), Optional.of("SUPPORTED"), "16.5", Optional.empty()),
      new New("LX65300123Z004", "校园安全监控更新", "PURCHASE", "36", Grade.FAIR, Optional.of("APPROVED"), Optional.of("PARTLY_SUPPORTED"), "30",
          Optional.of("落实运行维护人员和经费")),
      new New("LX65300123Z005", "校史展览馆布置", "PURCHASE", "45", Grade.POOR, Optional.of("REJECTED"), Optional.of("NOT_SUPPORTED"), "0", Optional.empty()));

  /** The states before the conclusion, and whose desk the form lay on. */
  private static final List<String> STATES = List.of("DRAFT", "UNIT_REVIEW", "DEPARTMENT_REVIEW", "FINANCE_FIRST", "FINANCE_SECOND");
  private static final List<String> DESKS = List.of("clerk", "approver", "reviewer", "section", "office");

  private final DataSource login;

  /** @param login connections of the application's login, which takes each role in turn */
  DemoExAnte(DataSource login) {
    this.login = login;
  }

  private static UUID made(String name) {
    return UUID.nameUUIDFromBytes(("org.jiheng.demo/" + name).getBytes(StandardCharsets.UTF_8));
  }

  void plant() throws SQLException {
    InJurisdiction.call(login, PLACE.code(), connection -> {
      for (New project : PROJECTS) {
        project(connection, project);
        if (project.state().isPresent()) {
          form(connection, project);
        }
      }
      return null;
    });
  }

  private static String unit() {
    return Personas.of("artux.clerk").memberships().getFirst().unitPrefix();
  }

  private static void project(Connection connection, New project) throws SQLException {
    does(connection, "insert into project (id, code, name, unit, fiscal_year, initial_budget, annual_budget, attribute, type, leader, total_investment) "
            + "values (?, ?, ?, ?, ?, 0, 0, 'NEW', ?, ?, ?) on conflict do nothing", project.id(), project.code(), project.name(), unit(), YEAR, project.type(),
        "李明远", Money.ofWan(project.asked()).yuan());
  }

  private static Map<CellKey, String> filled(New project) {
    String asked = Money.ofWan(project.asked()).toString();
    Map<CellKey, String> cells = new LinkedHashMap<>();
    cells.put(ExAnteCells.PERIOD_FROM, "2023-06-01");
    cells.put(ExAnteCells.PERIOD_UNTIL, "2023-12-31");
    cells.put(ExAnteCells.LEADER, "李明远");
    cells.put(ExAnteCells.PHONE, "0908-4222100");
    cells.put(ExAnteCells.FUNCTION, "20502");
    cells.put(ExAnteCells.AMOUNT_TOTAL, asked);
    cells.put(ExAnteCells.year(ExAnteCells.Year.FIRST), asked);
    cells.put(ExAnteCells.source(FundingSource.GENERAL_BUDGET), asked);
    for (ExAnteCells.Method method : ExAnteCells.Method.values()) {
      boolean used = method == ExAnteCells.Method.COST_BENEFIT || method == ExAnteCells.Method.COMPARISON;
      cells.put(ExAnteCells.method(method), used ? ExAnteCells.HOLDS : ExAnteCells.HOLDS_NOT);
    }
    TEMPLATE.items().forEach(item -> cells.put(ExAnteCells.tick(item.key()), project.tick().name()));
    TEMPLATE.vetoes().forEach(veto -> cells.put(ExAnteCells.veto(veto.key()), ExAnteCells.HOLDS_NOT));
    cells.put(ExAnteCells.chapter(ExAnteCells.Chapter.BACKGROUND), project.name() + "列入学校2023年工作计划,经校务会集体研究申报。");
    cells.put(ExAnteCells.chapter(ExAnteCells.Chapter.CONTENT), "按实施方案分期实施,年内完成。");
    cells.put(ExAnteCells.chapter(ExAnteCells.Chapter.GOALS), "年内完成全部任务,师生满意度不低于90%。");
    cells.put(ExAnteCells.chapter(ExAnteCells.Chapter.FUNDING), "申请一般公共预算" + project.asked() + "万元。");
    cells.put(ExAnteCells.chapter(ExAnteCells.Chapter.PROCEDURE), "成立评估小组,查阅资料、实地勘察、集中评议。");
    cells.put(ExAnteCells.chapter(ExAnteCells.Chapter.OVERALL), "评估小组认为项目可以立项。");
    cells.put(REPORT, project.name() + REPORT_NAME + " (" + digest(project).substring(0, 8) + ")");
    return cells;
  }

  /** The signed report as a page that says which one it is. */
  private static byte[] report(New project) {
    return ("%PDF-1.7\n% " + project.name() + REPORT_NAME + "\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n").getBytes(StandardCharsets.UTF_8);
  }

  private static String digest(New project) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(report(project)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void signed(Connection connection, New project) throws SQLException {
    byte[] report = report(project);
    does(connection, "insert into attachment (id, subject, place, file_name, media_type, size, sha256, content, at, by_name) "
            + "values (?, ?, ?, ?, 'application/pdf', ?, ?, ?, ?, ?)", made("report/" + project.code()), project.form(), REPORT.path(),
        project.name() + REPORT_NAME, report.length, digest(project), report, at(9), Personas.of("artux.clerk").name());
  }

  private static void form(Connection connection, New project) throws SQLException {
    Persona office = Personas.of("artux.office");
    Map<CellKey, String> filled = filled(project);
    Cells cells = ExAnteCells.of(TEMPLATE, key -> filled.getOrDefault(key, ""));
    Score total = ExAnteScoring.of(ParameterSet.STANDARD).score(TEMPLATE, new ExAnteScoring.Ticked(ticks(project.tick()), Set.of())).total().value().orElseThrow();
    boolean isNew = does(connection, "insert into review (id, form_type, title, unit, fiscal_year, project, route, state, round, sent_from, opened, submitted_by, "
            + "changed_at, changed_by, version) values (?, 'EX_ANTE', ?, ?, ?, ?, 'UNIT_REVIEW,DEPARTMENT_REVIEW,FINANCE_FIRST,FINANCE_SECOND', ?, 1, 'DRAFT', "
            + "false, ?, ?, ?, 6) on conflict do nothing", project.form(), project.name(), unit(), YEAR, project.id(), project.state().orElseThrow(),
        Personas.of("artux.clerk").id(), at(20), office.name()) > 0;
    if (!isNew) {
      return;
    }
    Optional<String> conclusion = project.conclusion();
    Money asked = Money.ofWan(project.asked());
    ProjectProfile profile = new ProjectProfile(ProjectAttribute.NEW.name(), ProjectCategory.SPECIFIC_PURPOSE.name(),
        ProjectProfile.word(ProjectType.valueOf(project.type())), asked, asked, Set.of());
    KeptNeed need = KeptNeed.of(ParameterSet.STANDARD, profile, profile);
    does(connection, "insert into exante_evaluation (id, project, unit, fiscal_year, template, third_party, need, needed, asked, total, conclusion, "
            + "supported, version) values (?, ?, ?, ?, ?::jsonb, ?, ?::jsonb, ?, ?, ?, ?, ?, 1)", project.form(), project.id(), unit(), YEAR, TEMPLATE.toJson(),
        need.thirdParty().value().orElseThrow(), need.toJson(), need.need().value().orElseThrow(), Money.ofWan(project.asked()).yuan(), total.points(), conclusion.orElse(null),
        conclusion.isPresent() ? Money.ofWan(project.supported()).yuan() : null);
    for (Map.Entry<CellKey, String> entry : filled.entrySet()) {
      does(connection, "insert into exante_entry (evaluation, cell, text) values (?, ?, ?)", project.form(), entry.getKey().path(), entry.getValue());
    }
    does(connection, "insert into form_version (review, number, cells, outcome, parameters, digest, made_at, made_by) values (?, 1, ?::jsonb, '{}'::jsonb, ?::jsonb, ?, ?, ?)",
        project.form(), cells.toJson(), ParameterSet.STANDARD.toJson(), cells.digest(), at(10), Personas.of("artux.clerk").name());
    signed(connection, project);
    steps(connection, project);
    if (conclusion.isPresent()) {
      concluded(connection, project, total, office);
    }
  }

  private static Map<String, Grade> ticks(Grade tick) {
    Map<String, Grade> ticks = new LinkedHashMap<>();
    TEMPLATE.items().forEach(item -> ticks.put(item.key(), tick));
    return ticks;
  }

  private static void steps(Connection connection, New project) throws SQLException {
    int day = 10;
    for (int i = 0; i < STATES.size(); i++) {
      boolean last = i == STATES.size() - 1;
      if (last && project.conclusion().isEmpty()) {
        return;
      }
      String to = last ? project.state().orElseThrow() : STATES.get(i + 1);
      boolean rejected = to.equals("REJECTED");
      Persona by = Personas.of("artux." + DESKS.get(i));
      does(connection, "insert into review_step (id, review, move, from_state, to_state, round, person, person_name, at, reason_code, comment) "
              + "values (?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?)", made("step/" + project.code() + i), project.form(),
          i == 0 ? "SUBMIT" : rejected ? "REJECT" : "PASS", STATES.get(i), to, by.id(), by.name(), at(day++), rejected ? "UNREASONABLE" : null,
          rejected ? "必要性不足,不予支持" : "");
    }
  }

  private static void concluded(Connection connection, New project, Score total, Persona office) throws SQLException {
    does(connection, "insert into exante_conclusion (id, evaluation, round, conclusion, basis, total, supported, opinion, explanation, vetoes, reasons, concluded_on, "
            + "person, person_name, at, judged_version, report) values (?, ?, 1, ?, 'UNIT', ?, ?, ?, '', '[]'::jsonb, '{\"reasons\": []}'::jsonb, ?, ?, ?, ?, 1, ?)",
        made("conclusion/" + project.code()), project.form(), project.conclusion().orElseThrow(), total.points(), Money.ofWan(project.supported()).yuan(),
        project.conclusion().get().equals("NOT_SUPPORTED") ? "必要性不足,不予支持" : "立项依据充分,按核定金额支持", LocalDate.of(YEAR, 4, 14), office.id(),
        office.name(), at(14), made("report/" + project.code()));
    if (project.condition().isPresent()) {
      does(connection, "insert into exante_condition (id, evaluation, position, text, due, responsible, state, version) values (?, ?, 1, ?, ?, '李明远', 'OPEN', 1)",
          made("condition/" + project.code()), project.form(), project.condition().get(), LocalDate.of(YEAR, 5, 31));
    }
  }

  private static OffsetDateTime at(int dayOfApril) {
    return LocalDate.of(YEAR, 4, Math.min(dayOfApril, 14)).atTime(10, dayOfApril).atOffset(ZoneOffset.ofHours(8));
  }

  /** How many rows it made. */
  private static int does(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement.executeUpdate();
    }
  }
}
