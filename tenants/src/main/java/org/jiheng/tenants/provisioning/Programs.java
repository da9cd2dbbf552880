package org.jiheng.tenants.provisioning;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jiheng.tenants.desk.Administrator;
import org.jiheng.tenants.identity.BearerDoor;
import org.jiheng.tenants.people.Administration;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.persistence.Schemas;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.JurisdictionCode;
import org.jiheng.tenants.scope.Role;

/**
 * Programs in the registry: each stands there like a person with one post in one jurisdiction, so that it is asked at every request as
 * everybody is, and the jurisdiction's administrators see it among their people. Whatever is done with one is in the jurisdiction's
 * trail.
 */
public final class Programs {

  /** What a program's user name looks like: the code of its jurisdiction stands in it. */
  private static final String PROGRAMS = BearerDoor.PROGRAM + "______-%";

  private final DataSource migrator;

  public Programs(DataSource migrator) {
    this.migrator = migrator;
  }

  /**
   * A program.
   *
   * @param account the service account at the identity provider
   * @param name its user name, by which it is known there, too
   * @param title as it is shown
   * @param unit code of the department or unit it sees; empty text for the whole jurisdiction
   * @param ended its last day was before today
   */
  public record Program(UUID account, String name, String title, JurisdictionCode where, Role role, String unit, LocalDate since, boolean ended) {}

  /** What a program may be: never an administrator, and nothing that only a contract gives. */
  public static List<Role> roles(Jurisdiction place) {
    return Administration.givable(place).stream().filter(role -> !Administrator.ROLES.contains(role)).toList();
  }

  /** Those of every jurisdiction, also ended ones, in the order of names. */
  public List<Program> all() throws SQLException {
    try (Connection connection = migrator.getConnection(); PreparedStatement query = connection.prepareStatement("""
        select p.id, p.username, p.name, m.jurisdiction, m.role, m.unit_prefix, m.valid_from,
               coalesce(m.valid_until < current_date, false) or s.disabled_since is not null as ended
        from platform.person p join platform.membership m on m.person = p.id
        left join platform.staff s on s.person = p.id and s.jurisdiction = m.jurisdiction
        where p.username like ? order by p.username""")) {
      query.setString(1, PROGRAMS);
      List<Program> found = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          found.add(new Program(row.getObject(1, UUID.class), row.getString(2), row.getString(3), new JurisdictionCode(row.getString(4)),
              Role.valueOf(row.getString(5)), row.getString(6), row.getObject(7, LocalDate.class), row.getBoolean(8)));
        }
      }
      return found;
    }
  }

  /** Of this user name, also when it has ended. */
  public Optional<Program> named(String name) throws SQLException {
    return all().stream().filter(one -> one.name().equals(name)).findFirst();
  }

  public boolean hasUnit(JurisdictionCode code, String unit) throws SQLException {
    try (Connection connection = migrator.getConnection();
        PreparedStatement query = connection.prepareStatement("select from " + Schemas.of(code) + ".unit where code = ?")) {
      query.setString(1, unit);
      try (ResultSet row = query.executeQuery()) {
        return row.next();
      }
    }
  }

  /**
   * Enters a program and its post, from today on.
   *
   * @param by name of whoever holds the migration role, on the machine
   */
  public void enter(Program program, String by, String reason) throws SQLException {
    try (Connection connection = migrator.getConnection()) {
      connection.setAutoCommit(false);
      told(connection, "insert into platform.person (id, username, name) values (?, ?, ?)", program.account(), program.name(), program.title());
      told(connection, """
          insert into platform.membership (id, person, jurisdiction, unit_prefix, role, valid_from) values (?, ?, ?, ?, ?, ?)""",
          Identifiers.next(), program.account(), program.where().value(), program.unit(), program.role().name(), program.since());
      record(connection, program, by, "ADD, " + reason);
      connection.commit();
    }
  }

  /** The program got another secret. */
  public void renewed(Program program, String by, String reason) throws SQLException {
    try (Connection connection = migrator.getConnection()) {
      connection.setAutoCommit(false);
      record(connection, program, by, "NEW SECRET, " + reason);
      connection.commit();
    }
  }

  /** It is let in no more, from its next request on. Its row stays, so that the trail's entries keep their name. */
  public void end(Program program, String by, String reason) throws SQLException {
    try (Connection connection = migrator.getConnection()) {
      connection.setAutoCommit(false);
      told(connection, """
          update platform.membership set valid_until = current_date - 1
          where person = ? and (valid_until is null or valid_until >= current_date)""", program.account());
      told(connection, "update platform.staff set disabled_since = now() where person = ? and disabled_since is null", program.account());
      record(connection, program, by, "REMOVE, " + reason);
      connection.commit();
    }
  }

  private static void record(Connection connection, Program program, String by, String note) throws SQLException {
    told(connection, "insert into " + Schemas.of(program.where()) + """
        .audit_entry (id, at, person, username, person_name, acting_for, origin, act, subject, title, after, outcome, note)
        values (?, clock_timestamp(), '00000000-0000-0000-0000-000000000000', ?, ?, 'command', 'command', 'ADMINISTER', ?, ?, ?, 'DONE', ?)""",
        Identifiers.next(), by, by, "PERSON/" + program.account(), program.name() + " " + program.title(),
        program.role() + " " + (program.unit().isEmpty() ? "*" : program.unit()), note);
  }

  private static void told(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.execute();
    }
  }
}
