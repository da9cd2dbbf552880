package org.jiheng.infra.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jiheng.app.calendar.HolidayList;
import org.jiheng.app.calendar.SpecialDay;
import org.jiheng.app.selfevaluation.SelfEvaluation;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.provisioning.Provisioning;

/**
 * Kizilsu as the demonstration shows it: jurisdictions, people, units, projects of 2022 and of the year before, tasks,
 * holidays, and self-evaluations on every desk. What is there already is left as it is.
 */
public final class Demo {

  /** The day the demonstration begins on: in the middle of the self-evaluation of {@link DemoProject#YEAR}. */
  public static final LocalDate BUSINESS_DATE = LocalDate.of(DemoProject.YEAR + 1, 4, 18);

  private static final List<Integer> YEARS = List.of(DemoProject.YEAR - 1, DemoProject.YEAR);

  private final DataSource migrator;
  private final DataSource login;

  /**
   * @param migrator connections of the role that owns the registry
   * @param login connections of the application's login, which takes each jurisdiction's role in turn
   */
  public Demo(DataSource migrator, DataSource login) {
    this.migrator = migrator;
    this.login = login;
  }

  /** Enters the jurisdictions into the registry; their tables come with the next {@link Provisioning#migrate()}. */
  public static void jurisdictions(Provisioning provisioning) throws SQLException {
    for (Place place : Place.values()) {
      provisioning.jurisdiction(place.jurisdiction());
    }
  }

  /** People, work and forms, into jurisdictions that are open. A place that has units already is left alone. */
  public void plant() throws SQLException {
    people();
    for (Place place : open()) {
      InJurisdiction.call(login, place.code(), connection -> {
        calendar(connection);
        if (place != Place.KIZILSU && empty(connection)) {
          units(connection, place);
          work(place).write(connection);
          DemoProjects.write(connection, place);
          markStale(connection, place);
        }
        return null;
      });
    }
    for (Place place : open()) {
      if (place != Place.KIZILSU) {
        new DemoGoals(login).plant(place);
      }
    }
    new DemoEngagements(login).plant();
    new DemoExAnte(login).plant();
    new DemoBudget(login).plant();
    new DemoTasks(login).plant();
    new DemoParameters(login).plant();
    new DemoTransfers(login).plant();
    new DemoLibrary(login).plant(open());
  }

  /** Places whose people get in; a county that was suspended, removed or could not be migrated is left alone. */
  private List<Place> open() throws SQLException {
    try (Connection connection = migrator.getConnection(); Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select code from platform.jurisdiction where state = 'ACTIVE'")) {
      Set<String> codes = new HashSet<>();
      while (row.next()) {
        codes.add(row.getString(1));
      }
      return Arrays.stream(Place.values()).filter(place -> codes.contains(place.code().value())).toList();
    }
  }

  /** Whoever is there already keeps the posts that administrators left them. */
  private void people() throws SQLException {
    try (Connection connection = migrator.getConnection()) {
      connection.setAutoCommit(false);
      Set<UUID> there = registered(connection);
      try (PreparedStatement person = connection.prepareStatement(
              "insert into platform.person (id, username, name) values (?, ?, ?) on conflict do nothing");
          PreparedStatement membership = connection.prepareStatement(
              "insert into platform.membership (id, person, jurisdiction, unit_prefix, role, valid_from) values (?, ?, ?, ?, ?, ?) "
                  + "on conflict do nothing")) {
        for (Persona one : Personas.all().stream().filter(one -> !there.contains(one.id())).toList()) {
          batch(person, one.id(), one.username(), one.name());
          for (var held : one.memberships()) {
            batch(membership, Identifiers.next(), one.id(), held.jurisdiction().value(), held.unitPrefix(), held.role().name(), held.from());
          }
        }
        person.executeBatch();
        membership.executeBatch();
      }
      connection.commit();
    }
  }

  private static Set<UUID> registered(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery("select id from platform.person")) {
      Set<UUID> there = new HashSet<>();
      while (rows.next()) {
        there.add(rows.getObject(1, UUID.class));
      }
      return there;
    }
  }

  private static void batch(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    statement.addBatch();
  }

  private static boolean empty(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery("select from unit limit 1")) {
      return !rows.next();
    }
  }

  private static void calendar(Connection connection) throws SQLException {
    try (PreparedStatement task = connection.prepareStatement(
            "insert into task (id, fiscal_year, form_type, title, opens, due) values (?, ?, ?, ?, ?, ?) on conflict do nothing");
        PreparedStatement holiday = connection.prepareStatement("insert into holiday (day, name, working) values (?, ?, ?) on conflict do nothing")) {
      for (int year : YEARS) {
        batch(task, Identifiers.next(), year, SelfEvaluation.FORM_TYPE, year + "年度项目支出绩效自评",
            LocalDate.of(year + 1, 3, 1), LocalDate.of(year + 1, 4, 30));
      }
      task.executeBatch();
      for (int year : HolidayList.knownYears()) {
        for (SpecialDay day : HolidayList.known(year)) {
          batch(holiday, day.day(), day.name(), day.working());
        }
      }
      holiday.executeBatch();
    }
  }

  private static void units(Connection connection, Place place) throws SQLException {
    List<Map<String, String>> responsible = Table.read("responsible");
    try (PreparedStatement unit = connection.prepareStatement("insert into unit (code, name, responsible) values (?, ?, ?)")) {
      for (Map<String, String> row : Table.read("units")) {
        String person = responsible.stream().filter(one -> one.get("code").equals(row.get("code"))).findFirst().orElseThrow().get(place.name());
        batch(unit, row.get("code"), row.get("name").replace("{}", place.title()), person);
      }
      unit.executeBatch();
    }
  }

  /** Projects and forms of a county. Counties differ in which of their projects went less well. */
  private static FormRows work(Place place) {
    FormRows rows = new FormRows();
    for (int year : YEARS) {
      int number = 0;
      for (ProjectPlan plan : ProjectPlan.ALL) {
        number++;
        if (year < DemoProject.YEAR && !plan.previous()) {
          continue;
        }
        DemoProject project = plan.in(place, year, number);
        rows.project(project);
        Course course = year < DemoProject.YEAR ? Course.APPROVED : plan.course();
        if (course != Course.RESERVED) {
          FormFiller filler = new FormFiller(project, (number + place.ordinal()) % 5 == 0 ? plan.quality().worse() : plan.quality());
          new FormLife(project, course, course == Course.DRAFT ? filler.begun() : filler.complete()).write(rows);
        }
      }
    }
    return rows;
  }

  /** What the application does with every change: the prefecture's figures are computed anew at the next look. */
  static void markStale(Connection connection, Place place) throws SQLException {
    try (PreparedStatement dirty = connection.prepareStatement("insert into rollup.dirty (id, jurisdiction, since) values (?, ?, ?)")) {
      batch(dirty, Identifiers.next(), place.code().value(), OffsetDateTime.now());
      dirty.executeBatch();
    }
  }
}
