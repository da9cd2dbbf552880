package org.jiheng.infra.demo;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.Money;
import org.jiheng.app.project.ProjectEntry;
import org.jiheng.tenants.persistence.Identifiers;

/**
 * Projects of the year that has begun, beside those with forms: new ones, one cut into pieces, one of rural revitalisation with direct
 * funds, one in reserve and a confidential one.
 */
final class DemoProjects {

  private static final int YEAR = DemoProject.YEAR + 1;

  /**
   * A project of the demonstration.
   *
   * @param wan opening budget in 万元; empty for one in reserve
   */
  private record Planned(String unit, String name, String attribute, String type, Optional<String> wan, String source, String content) {}

  private static final List<Planned> PLANNED = List.of(
      new Planned("101001", "校舍维修改造(一期)", "NEW", "MAJOR_REPAIR", Optional.of("38"), "GENERAL_BUDGET", "教学楼屋面防水与门窗更换"),
      new Planned("101001", "校舍维修改造(二期)", "NEW", "MAJOR_REPAIR", Optional.of("42.5"), "GENERAL_BUDGET", "教学楼屋面防水与门窗更换"),
      new Planned("101001", "智慧校园平台建设", "NEW", "INFORMATISATION", Optional.of("126"), "GENERAL_BUDGET", "教务、安防、资产统一平台"),
      new Planned("101002", "班班通设备更新", "NEW", "PURCHASE", Optional.of("24"), "GENERAL_BUDGET", "更新教室多媒体设备"),
      new Planned("101001", "班班通设备更新", "NEW", "PURCHASE", Optional.of("26"), "GENERAL_BUDGET", "更新教室多媒体设备"),
      new Planned("101001", "学生宿舍新建", "NEW", "CONSTRUCTION", Optional.empty(), "", "新建宿舍楼一栋"));

  private DemoProjects() {}

  static void write(Connection connection, Place place) throws SQLException {
    int number = 0;
    for (Planned planned : PLANNED) {
      UUID id = Identifiers.next();
      project(connection, place, id, ++number, planned.unit(), planned.name(), planned.attribute(), planned.type(), leader(place, planned.unit()), planned.content());
      if (planned.wan().isPresent()) {
        money(connection, place, id, planned.unit(), planned.source(), Money.ofWan(planned.wan().get()).yuan().multiply(place.size()));
      }
    }
    rural(connection, place, ++number);
    confidential(connection, place, ++number);
  }

  private static String leader(Place place, String unit) {
    return Table.read("responsible").stream().filter(row -> row.get("code").equals(unit)).map((Map<String, String> row) -> row.get(place.name())).findFirst().orElseThrow();
  }

  private static void project(Connection connection, Place place, UUID id, int number, String unit, String name, String attribute, String type, String leader,
      String content) throws SQLException {
    does(connection, "insert into project (id, code, name, unit, fiscal_year, category, attribute, type, starts, ends, leader, basis, content, industry) "
            + "values (?, ?, ?, ?, ?, 'SPECIFIC_PURPOSE', ?, ?, ?, ?, ?, ?, ?, ?)",
        id, "%s%02dT9%011d".formatted(place.code(), YEAR % 100, number), name, unit, YEAR, attribute, type, LocalDate.of(YEAR, 1, 1), LocalDate.of(YEAR, 12, 31),
        leader, content.isEmpty() ? "" : YEAR + "年政府工作任务", content, content.isEmpty() ? "" : DemoLibrary.industry(unit));
  }

  private static void money(Connection connection, Place place, UUID project, String unit, String source, BigDecimal amount) throws SQLException {
    BigDecimal yuan = new Money(amount).yuan();
    does(connection, "insert into funding_line (id, project, origin, fiscal_year, source, kind, amount, decided_on, document, person_name, at) "
            + "values (?, ?, ?, ?, ?, 'OPENING', ?, ?, ?, ?, ?)", Identifiers.next(), project, project, YEAR, source, yuan, LocalDate.of(YEAR, 1, 20),
        "财预〔" + YEAR + "〕2号", leader(place, unit), OffsetDateTime.parse(YEAR + "-01-20T10:00:00+08:00"));
    does(connection, "update project set initial_budget = ?, annual_budget = ? where id = ?", yuan, yuan, project);
  }

  private static void rural(Connection connection, Place place, int number) throws SQLException {
    UUID id = Identifiers.next();
    project(connection, place, id, number, "101001", "乡村振兴教育帮扶", "CONTINUING", "SUBSIDY", leader(place, "101001"), "对脱贫户、监测户学生给予生活补助");
    does(connection, "update project set direct_funds = true, direct_category = '参照直达资金', upper_document = ?, rural = true where id = ?", "新财教〔" + YEAR + "〕5号", id);
    does(connection, "insert into project_rural (project, township, village, library_number, households, people, lifted_people, monitored_people, industry_share) "
        + "values (?, '上阿图什镇', '塔库提村', 'XC-018', 126, 430, 118, 37, 0)", id);
    money(connection, place, id, "101001", "UPPER_TRANSFER", Money.ofWan("65").yuan().multiply(place.size()));
  }

  private static void confidential(Connection connection, Place place, int number) throws SQLException {
    UUID id = Identifiers.next();
    project(connection, place, id, number, "101", ProjectEntry.PLACEHOLDER, "ONE_OFF", "OTHER", "", "");
    does(connection, "update project set confidential = true where id = ?", id);
    money(connection, place, id, "101", "GENERAL_BUDGET", Money.ofWan("12").yuan());
    does(connection, "update funding_line set document = ? where project = ?", ProjectEntry.PLACEHOLDER, id);
  }

  private static void does(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
