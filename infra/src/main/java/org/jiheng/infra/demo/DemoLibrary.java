package org.jiheng.infra.demo;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jiheng.tenants.scope.Role;

/**
 * Indicators of the demonstration beside those every prefecture begins with: some of the county, and proposals of its departments in
 * every state. What is there already is left as it is.
 */
final class DemoLibrary {

  private static final LocalDate FROM = LocalDate.of(2023, 1, 1);

  /** An indicator of the county; of a department if one is named. */
  private record Entry(
      String code, String department, String state, String reason, String level1, String level2, String level3, String unit, String sign, String target,
      String industry, String explanation) {}

  private static final List<Entry> ENTRIES = List.of(
      new Entry("C000001", "", "IN_FORCE", "", "产出指标", "数量指标", "农村公路养护里程", "公里", "AT_LEAST", "", "交通", "列入当年养护计划并完成养护的农村公路里程"),
      new Entry("C000002", "", "IN_FORCE", "", "产出指标", "质量指标", "项目验收合格率", "%", "EQUAL", "100%", "", "验收合格的单项工程数占完工单项工程数的比例"),
      new Entry("C000003", "", "IN_FORCE", "", "满意度指标", "服务对象满意度指标", "受益群众满意度", "%", "AT_LEAST", "≥90%", "", "按问卷调查中满意和基本满意的份数计算"),
      new Entry("C000004", "", "STOPPED", "与 C000002 重复", "产出指标", "质量指标", "工程验收合格比例", "%", "EQUAL", "", "", ""),
      new Entry("C000005", "101", "IN_FORCE", "", "产出指标", "数量指标", "营养改善计划受益学生数", "人", "AT_LEAST", "", "教育", "享受营养膳食补助的义务教育阶段学生数"),
      new Entry("C000006", "101", "PROPOSED", "", "产出指标", "数量指标", "教师培训人次", "人次", "AT_LEAST", "≥200人次", "教育", "参加县级及以上专题培训的教师人次"),
      new Entry("C000007", "101", "RETURNED", "请写明计算口径和数据来源", "效益指标", "社会效益指标", "学生近视率", "%", "AT_MOST", "", "教育", ""),
      new Entry("C000008", "102", "PROPOSED", "", "产出指标", "时效指标", "家庭医生签约服务及时率", "%", "AT_LEAST", "≥95%", "卫生", "在规定期限内完成签约服务的居民比例"),
      new Entry("C000009", "102", "IN_FORCE", "", "产出指标", "质量指标", "健康档案规范建档率", "%", "AT_LEAST", "≥90%", "卫生", "按规范建立并更新健康档案的常住居民比例"),
      new Entry("C000010", "101", "IN_FORCE", "", "产出指标", "质量指标", "校园安防设备完好率", "%", "AT_LEAST", "≥95%", "教育", "巡检时完好的安防设备数占在用设备数的比例"));

  private static final Map<String, String> INDUSTRIES = Map.of("101", "教育", "102", "卫生");

  private final DataSource login;

  /** @param login connections of the application's login, which takes each role in turn */
  DemoLibrary(DataSource login) {
    this.login = login;
  }

  /** In which industry a unit works; empty where the library has no word for it. */
  static String industry(String unit) {
    return INDUSTRIES.getOrDefault(unit.substring(0, 3), "");
  }

  void plant(List<Place> open) throws SQLException {
    for (Place place : open.stream().filter(one -> one != Place.KIZILSU).toList()) {
      InJurisdiction.call(login, place.code(), connection -> {
        for (Entry entry : ENTRIES) {
          write(connection, place, entry);
        }
        return null;
      });
    }
  }

  private static UUID made(Place place, String name) {
    return UUID.nameUUIDFromBytes(("org.jiheng.demo/library/" + place + "/" + name).getBytes(StandardCharsets.UTF_8));
  }

  private static void write(Connection connection, Place place, Entry entry) throws SQLException {
    Persona by = entry.department().isEmpty() ? Personas.of(place.key() + ".office") : Personas.holding(Role.DEPARTMENT_REVIEWER, place, entry.department());
    OffsetDateTime at = LocalDate.of(2023, 3, 6).atTime(10, 15).atOffset(ZoneOffset.ofHours(8));
    UUID id = made(place, entry.code());
    if (does(connection, "insert into library_entry (id, unit, code, state, state_reason, industry, newest, proposed_by, changed_at, changed_by, version) "
            + "values (?, ?, ?, ?, ?, ?, 1, ?, ?, ?, 1) on conflict do nothing", id, entry.department(), entry.code(), entry.state(), entry.reason(),
        entry.industry(), entry.department().isEmpty() ? null : by.id(), at, by.name()) == 1) {
      does(connection, "insert into library_version (id, entry, number, level1, level2, level3, common, explanation, unit, kind, sign, target, scoring, "
              + "aggregation, industry, valid_from, changed_at, changed_by) values (?, ?, 1, ?, ?, ?, false, ?, ?, 'QUANT', ?, ?, ?, ?, ?, ?, ?, ?)",
          made(place, entry.code() + "/1"), id, entry.level1(), entry.level2(), entry.level3(), entry.explanation(), entry.unit(), entry.sign(), entry.target(),
          entry.level1().equals("满意度指标") ? "SATISFACTION" : "PROPORTION", entry.unit().equals("%") ? "AVG" : "SUM", entry.industry(), FROM, at, by.name());
    }
  }

  private static int does(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement.executeUpdate();
    }
  }
}
