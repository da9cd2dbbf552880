package org.jiheng.infra.demo;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Tasks of 阿图什市 beside the self-evaluation every county has: an earlier date for education, one for health that is over, the other
 * works of the year, and one that was issued by mistake. Written with the county's rights; what is there already is left as it is.
 */
final class DemoTasks {

  /** A task of the demonstration. @param units codes; none: all, or all departments */
  private record Issued(int year, String kind, String title, String opens, String due, String cutOff, String scope, String state, List<String> units) {

    UUID id() {
      return UUID.nameUUIDFromBytes(("org.jiheng.demo/task/" + title).getBytes(StandardCharsets.UTF_8));
    }
  }

  private static final int YEAR = DemoProject.YEAR;

  private static final List<Issued> TASKS = List.of(
      new Issued(YEAR, "SELF_EVALUATION", "2022年度教育系统项目支出绩效自评", "2023-03-01", "2023-04-25", "2022-12-31", "CHOSEN", "OPEN", List.of("101")),
      new Issued(YEAR, "SELF_EVALUATION", "2022年度卫生系统项目支出绩效自评", "2023-03-01", "2023-04-14", "2022-12-31", "CHOSEN", "OPEN", List.of("105")),
      new Issued(YEAR, "DEPARTMENT_EVALUATION", "2022年度部门评价", "2023-03-01", "2023-04-30", "2022-12-31", "DEPARTMENTS", "OPEN", List.of()),
      new Issued(YEAR, "AGENCY_SELF_EVALUATION", "2022年度部门整体自评", "2023-03-01", "2023-04-30", "2022-12-31", "DEPARTMENTS", "OPEN", List.of()),
      new Issued(YEAR, "TRANSFER_SELF_EVALUATION", "2022年度转移支付自评", "2023-02-01", "2023-03-31", "2022-12-31", "ALL", "CLOSED", List.of()),
      new Issued(YEAR, "KEY_EVALUATION", "2022年度财政重点评价", "2023-05-01", "2023-08-31", "2022-12-31", "ALL", "OPEN", List.of()),
      new Issued(YEAR, "MONITORING_2", "2022年度绩效监控(重复下达)", "2022-08-01", "2022-08-31", "2022-07-31", "ALL", "CANCELLED", List.of()),
      new Issued(YEAR + 1, "DEPARTMENT_GOAL", "2023年度部门整体绩效目标", "2023-02-01", "2023-02-28", null, "DEPARTMENTS", "CLOSED", List.of()),
      new Issued(YEAR + 1, "MONITORING_1", "2023年度绩效监控(节点一)", "2023-05-01", "2023-05-31", "2023-04-30", "ALL", "OPEN", List.of()));

  /** What finance says to the task of education (S9), by the title of the task. */
  private static final String GUIDED = "2022年度教育系统项目支出绩效自评";

  private static final String GUIDE = """
      一、年度指标值以批复的绩效目标为准,不得自行调整;年中经批准调整的,按调整后的目标填报。
      二、实际完成值须有佐证:人数附花名册,金额附支付凭证,满意度附问卷样本和统计表。
      三、预算执行率按全年预算数计算,上年结转资金单列,不并入当年财政拨款。
      四、完成值偏离指标值的,须在“偏差原因及改进措施”中逐项说明,不得填“无”。
      五、常见错误:把“≥95%”填成 95;把“是/否”类指标填成数字;把计划值照抄成完成值。""";

  private final DataSource login;

  /** @param login connections of the application's login, which takes the county's role */
  DemoTasks(DataSource login) {
    this.login = login;
  }

  void plant() throws SQLException {
    Persona office = Personas.of("artux.office");
    InJurisdiction.call(login, Place.ARTUX.code(), connection -> {
      for (Issued task : TASKS) {
        issue(connection, task, office);
      }
      return null;
    });
  }

  private static void issue(Connection connection, Issued task, Persona office) throws SQLException {
    OffsetDateTime at = LocalDate.parse(task.opens()).minusDays(3).atTime(10, 30).atOffset(ZoneOffset.ofHours(8));
    does(connection, "insert into task (id, fiscal_year, form_type, title, opens, due, cut_off, scope, issued_by, issued_at, state, state_reason) "
            + "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
        task.id(), task.year(), task.kind(), task.title(), LocalDate.parse(task.opens()), LocalDate.parse(task.due()),
        task.cutOff() == null ? null : LocalDate.parse(task.cutOff()), task.scope(), office.name(), at, task.state(),
        task.state().equals("CANCELLED") ? "与上级任务重复下达" : "");
    if (task.title().equals(GUIDED)) {
      does(connection, "insert into task_guide (task, number, text, by_name, at) values (?, 1, ?, ?, ?) on conflict do nothing", task.id(), GUIDE, office.name(), at);
      does(connection, "update task set guided = true where id = ? and not guided", task.id());
    }
    for (String unit : task.units()) {
      does(connection, "insert into task_unit (task, prefix, fiscal_year, form_type, live) values (?, ?, ?, ?, true) on conflict do nothing",
          task.id(), unit, task.year(), task.kind());
    }
  }

  private static void does(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.execute();
    }
  }
}
