package org.jiheng.infra.demo;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * What the prefecture laid down for its counties, and what 阿图什市 set beside it: one value that holds and one that will hold next
 * year. None of them changes what the forms of the demonstration went by. Written with the rights of each.
 */
final class DemoParameters {

  private final DataSource login;

  /** @param login connections of the application's login, which takes the jurisdiction's role */
  DemoParameters(DataSource login) {
    this.login = login;
  }

  void plant() throws SQLException {
    String oversight = Personas.of("kizilsu.oversight").name();
    String office = Personas.of("artux.office").name();
    put(Place.KIZILSU, "insert into platform.parameter_template (id, prefecture, key, fiscal_year, value, author, reason, effective) "
        + "values (?, '" + Place.KIZILSU.code().value() + "', ?, null, ?, ?, ?, ?) on conflict do nothing",
        "engagement.lead_years", "5", oversight, "全州统一主评人从业年限", "2023-01-01");
    String own = "insert into parameter (id, key, fiscal_year, value, author, reason, effective) values (?, ?, null, ?, ?, ?, ?) on conflict do nothing";
    put(Place.ARTUX, own, "score.alarm.yellow", "0.20", office, "市财政局会议确认沿用", "2023-02-01");
    put(Place.ARTUX, own, "goal.shortest_text", "50", office, "2024年度起总体目标须写明数量和质量", "2024-01-01");
  }

  private void put(Place place, String sql, String key, String value, String author, String reason, String effective) throws SQLException {
    InJurisdiction.call(login, place.code(), connection -> {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.setObject(1, UUID.nameUUIDFromBytes(("org.jiheng.demo/parameter/" + place + key).getBytes(StandardCharsets.UTF_8)));
        statement.setString(2, key);
        statement.setString(3, value);
        statement.setString(4, author);
        statement.setString(5, reason);
        statement.setObject(6, LocalDate.parse(effective));
        statement.execute();
      }
      return null;
    });
  }
}
