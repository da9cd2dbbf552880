package org.jiheng.infra.demo;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jiheng.app.common.Money;

/**
 * Projects that ask for money of the year that has begun and call themselves continuing: some of them were evaluated the year before,
 * one was never given money here and waits for finance to confirm its word, one finance has confirmed.
 */
final class DemoBudget {

  private static final int YEAR = DemoProject.YEAR + 1;
  private static final Place PLACE = Place.ARTUX;
  private static final int CONTINUED = 3;

  private final DataSource login;

  /** @param login connections of the application's login, which takes each role in turn */
  DemoBudget(DataSource login) {
    this.login = login;
  }

  /** A project of the year before. */
  private record Earlier(String code, String name, String unit, BigDecimal budget) {}

  private static UUID made(String name) {
    return UUID.nameUUIDFromBytes(("org.jiheng.demo/budget/" + name).getBytes(StandardCharsets.UTF_8));
  }

  void plant() throws SQLException {
    InJurisdiction.call(login, PLACE.code(), connection -> {
      for (Earlier one : evaluated(connection)) {
        project(connection, one.code(), one.name(), one.unit(), one.budget());
      }
      project(connection, "65300123T800000000001", "校园广播系统运行维护", "101002", Money.ofWan("8").yuan());
      UUID confirmed = project(connection, "65300123T800000000002", "寄宿生生活补助发放", "101002", Money.ofWan("36").yuan());
      confirm(connection, confirmed);
      return null;
    });
  }

  /** Of other schools and units than the stories' own, those with the fewest points first. */
  private static List<Earlier> evaluated(Connection connection) throws SQLException {
    try (PreparedStatement asked = connection.prepareStatement("select p.code, p.name, p.unit, p.annual_budget from project p join self_evaluation s on s.project = p.id "
        + "join review r on r.id = s.id where p.fiscal_year = ? and r.state = 'APPROVED' and p.unit <> '101001' and p.annual_budget > 0 "
        + "order by s.total_computed, p.code limit " + CONTINUED)) {
      asked.setInt(1, DemoProject.YEAR);
      List<Earlier> found = new ArrayList<>();
      try (ResultSet rows = asked.executeQuery()) {
        while (rows.next()) {
          found.add(new Earlier(rows.getString(1), rows.getString(2), rows.getString(3), rows.getBigDecimal(4)));
        }
      }
      return found;
    }
  }

  private static UUID project(Connection connection, String code, String name, String unit, BigDecimal asked) throws SQLException {
    UUID id = made(code);
    boolean isNew = does(connection, "insert into project (id, code, name, unit, fiscal_year, category, attribute, type, starts, ends, leader, asked_budget) "
            + "values (?, ?, ?, ?, ?, 'SPECIFIC_PURPOSE', 'CONTINUING', 'OTHER', ?, ?, '李明远', ?) on conflict do nothing", id, code, name, unit, YEAR,
        LocalDate.of(YEAR, 1, 1), LocalDate.of(YEAR, 12, 31), asked) > 0;
    if (isNew) {
      does(connection, "insert into funding_line (id, project, origin, fiscal_year, source, kind, amount, decided_on, person_name, at) "
              + "values (?, ?, ?, ?, 'GENERAL_BUDGET', 'ASKED', ?, ?, '李明远', ?)", made("asked/" + code), id, id, YEAR, asked, LocalDate.of(YEAR, 4, 3), at(3));
    }
    return id;
  }

  private static void confirm(Connection connection, UUID project) throws SQLException {
    Persona section = Personas.of("artux.section");
    boolean isNew = does(connection, "insert into project_confirmation (id, project, attribute, category, verdict, reason, person, person_name, at) "
            + "values (?, ?, 'CONTINUING', 'SPECIFIC_PURPOSE', 'CONFIRMED', '2019年起连续实施,启用平台前已有批复', ?, ?, ?) on conflict do nothing",
        made("confirmation"), project, section.id(), section.name(), at(6)) > 0;
    if (isNew) {
      does(connection, "update project set confirmed_attribute = attribute, confirmed_category = category where id = ?", project);
    }
  }

  private static OffsetDateTime at(int dayOfApril) {
    return OffsetDateTime.parse("%d-04-%02dT10:00:00+08:00".formatted(YEAR, dayOfApril));
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
