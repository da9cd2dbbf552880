package org.jiheng.infra.server;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jiheng.tenants.scope.Jurisdiction;

/** The statements the database was asked under a county's role: how many, which took longest, and what it read from end to end for it. */
record StatementsOf(String role) {

  /** Rows from which reading a whole table is worth saying. */
  private static final int LARGE = 2_000;

  static StatementsOf county(Jurisdiction county) {
    return new StatementsOf("j_" + county.code());
  }

  private record Counted(long calls, double milliseconds) {}

  /**
   * What was asked meanwhile.
   *
   * @param slowest time of the longest statement in the database, and the large tables its plan reads from end to end
   */
  record Told(long statements, String slowest) {}

  Told during(Runnable work) {
    Map<Long, Counted> before = counted();
    work.run();
    Map<Long, Counted> after = counted();
    Map<Long, Counted> asked = new HashMap<>();
    after.forEach((query, now) -> {
      Counted then = before.getOrDefault(query, new Counted(0, 0));
      if (now.calls() > then.calls()) {
        asked.put(query, new Counted(now.calls() - then.calls(), now.milliseconds() - then.milliseconds()));
      }
    });
    return new Told(asked.values().stream().mapToLong(Counted::calls).sum(), asked.entrySet().stream()
        .max(Comparator.comparing(one -> one.getValue().milliseconds())).map(one -> said(one.getKey(), one.getValue())).orElse(""));
  }

  private Map<Long, Counted> counted() {
    Map<Long, Counted> counted = new HashMap<>();
    for (String row : Owner.rows("select s.queryid, sum(s.calls), sum(s.total_exec_time) from pg_stat_statements s join pg_roles r on r.oid = s.userid "
        + "where r.rolname = ? group by s.queryid", role)) {
      String[] columns = row.split("\\|");
      counted.put(Long.valueOf(columns[0]), new Counted(Long.parseLong(columns[1]), Double.parseDouble(columns[2])));
    }
    return counted;
  }

  private String said(long query, Counted cost) {
    String text = Owner.asked("select query from pg_stat_statements where queryid = ? limit 1", query);
    // statements that differ by their schema alone are counted as one, under the text of the first
    String own = text.replaceAll("\\bj_[0-9]+\\.", role + ".");
    return String.format(Locale.ROOT, "slowest %.1f ms in %d%s: %s", cost.milliseconds(), cost.calls(), whole(own), own.replaceAll("\\s+", " ").replace(role + ".", "")
        .replaceAll("^(.{40}).*?( FROM .{90}).*$", "$1 …$2 …"));
  }

  /** By the plan for whatever its parameters are. */
  private String whole(String statement) {
    Set<String> tables = new TreeSet<>();
    try (Connection owner = Owner.plain(); Statement explain = owner.createStatement();
        ResultSet plan = explain.executeQuery("explain (generic_plan, format json) " + statement)) {
      plan.next();
      try (JsonReader reader = Json.createReader(new StringReader(plan.getString(1)))) {
        nodes(reader.readArray().getJsonObject(0).getJsonObject("Plan")).stream()
            .filter(node -> node.getString("Node Type").equals("Seq Scan"))
            .filter(node -> rows(node.getString("Relation Name")) >= LARGE)
            .forEach(node -> tables.add(node.getString("Relation Name")));
      }
    } catch (SQLException notExplained) {
      return " (not explained)";
    }
    return tables.isEmpty() ? "" : " (whole " + String.join(", ", tables) + ")";
  }

  private double rows(String table) {
    return Double.parseDouble(Owner.rows("select reltuples from pg_class where oid = to_regclass(?)", role + "." + table).stream().findFirst().orElse("0"));
  }

  private static List<JsonObject> nodes(JsonObject plan) {
    List<JsonObject> nodes = new ArrayList<>(List.of(plan));
    plan.getOrDefault("Plans", JsonValue.EMPTY_JSON_ARRAY).asJsonArray().getValuesAs(JsonObject.class).forEach(below -> nodes.addAll(nodes(below)));
    return nodes;
  }
}
