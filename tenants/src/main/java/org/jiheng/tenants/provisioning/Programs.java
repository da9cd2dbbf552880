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
import org.jiheng.tenants.desk.ProgramAct;
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
   * The post a program holds or held last.
   *
   * @param unit code of the department or unit it sees; empty text for the whole jurisdiction
   * @param over its last day was before today, or it ended before it began
   */
  public record Held(Role role, String unit, LocalDate since, boolean over) {}

  /** What has become of a program. */
  public enum State {
    ACTIVE,
    /** Its jurisdiction disabled it and may enable it again. */
    DISABLED,
    /** Its jurisdiction took its post and may give it one again. */
    WITHOUT_POST,
    ENDED
  }

  /**
   * A program.
   *
   * @param account the service account at the identity provider
   * @param name its user name, by which it is known there, too
   * @param title as it is shown
   * @param post empty if its jurisdiction took it away
   * @param disabled by its jurisdiction, or because it was removed
   */
  public record Program(UUID account, String name, String title, JurisdictionCode where, Optional<Held> post, boolean disabled) {

    public State state() {
      if (post.filter(Held::over).isPresent()) {
        return State.ENDED;
      }
      if (disabled) {
        return State.DISABLED;
      }
      return post.isPresent() ? State.ACTIVE : State.WITHOUT_POST;
    }
  }

  /** What a program may be: never an administrator, and nothing that only a contract gives. */
  public static List<Role> roles(Jurisdiction place) {
    return Administration.givable(place).stream().filter(role -> !Administrator.ROLES.contains(role)).toList();
  }

  /**
   * Those of every jurisdiction in the order of names, one row each: also who has ended, is disabled, or holds no post any more. Of
   * several posts, the one at home that is open, or else the latest.
   */
  public List<Program> all() throws SQLException {
    try (Connection connection = migrator.getConnection(); PreparedStatement query = connection.prepareStatement("""
        select p.id, p.username, p.name, place.code, m.role, m.unit_prefix, m.valid_from, m.over,
               exists (select from platform.staff s where s.person = p.id and s.jurisdiction = place.code and s.disabled_since is not null)
        from platform.person p
        cross join lateral (select coalesce(p.home, substr(p.username, length(?) + 1, 6)) as code) place
        left join lateral (
          select role, unit_prefix, valid_from, coalesce(valid_until < greatest(valid_from, current_date), false) as over
          from platform.membership where person = p.id order by jurisdiction <> place.code, over, valid_from desc limit 1) m on true
        where p.username like ? order by p.username""")) {
      query.setString(1, BearerDoor.PROGRAM);
      query.setString(2, PROGRAMS);
      List<Program> found = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          Optional<Held> post = row.getString(5) == null ? Optional.empty()
              : Optional.of(new Held(Role.valueOf(row.getString(5)), row.getString(6), row.getObject(7, LocalDate.class), row.getBoolean(8)));
          found.add(new Program(row.getObject(1, UUID.class), row.getString(2), row.getString(3), new JurisdictionCode(row.getString(4)),
              post, row.getBoolean(9)));
        }
      }
      return found;
    }
  }

  /** Of this user name, whatever has become of it: a name is not used again. */
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
   * Enters a program and its post.
   *
   * @param by name of whoever holds the migration role, on the machine
   */
  public void enter(Program program, String by, String reason) throws SQLException {
    Held post = program.post().orElseThrow();
    try (Connection connection = migrator.getConnection()) {
      connection.setAutoCommit(false);
      told(connection, "insert into platform.person (id, username, name) values (?, ?, ?)", program.account(), program.name(), program.title());
      told(connection, """
          insert into platform.membership (id, person, jurisdiction, unit_prefix, role, valid_from) values (?, ?, ?, ?, ?, ?)""",
          Identifiers.next(), program.account(), program.where().value(), post.unit(), post.role().name(), post.since());
      record(connection, program, by, ProgramAct.ADD_PROGRAM.because(reason), "DONE");
      connection.commit();
    }
  }

  /** The program got another secret. */
  public void renewed(Program program, String by, String reason) throws SQLException {
    renewal(program, by, reason, "DONE");
  }

  /** The program was to get another secret, and the identity provider gave none. */
  public void notRenewed(Program program, String by, String reason) throws SQLException {
    renewal(program, by, reason, "FAILED");
  }

  private void renewal(Program program, String by, String reason, String outcome) throws SQLException {
    try (Connection connection = migrator.getConnection()) {
      record(connection, program, by, ProgramAct.NEW_SECRET.because(reason), outcome);
    }
  }

  /**
   * Ends every post that is open, also one that begins later, and disables the program: it is let in no more, from its next request on.
   * May be done again, and is on record each time. The rows stay, so that the trail's entries keep their name.
   */
  public void end(Program program, String by, String reason) throws SQLException {
    try (Connection connection = migrator.getConnection()) {
      connection.setAutoCommit(false);
      told(connection, """
          update platform.membership set valid_until = greatest(valid_from, current_date) - 1
          where person = ? and (valid_until is null or valid_until >= greatest(valid_from, current_date))""", program.account());
      told(connection, "update platform.staff set disabled_since = now() where person = ? and disabled_since is null", program.account());
      record(connection, program, by, ProgramAct.REMOVE_PROGRAM.because(reason), "DONE");
      connection.commit();
    }
  }

  private static void record(Connection connection, Program program, String by, String note, String outcome) throws SQLException {
    told(connection, "insert into " + Schemas.of(program.where()) + """
        .audit_entry (id, at, person, username, person_name, acting_for, origin, act, subject, title, after, outcome, note)
        values (?, clock_timestamp(), '00000000-0000-0000-0000-000000000000', ?, ?, 'command', 'command', 'ADMINISTER', ?, ?, ?, ?, ?)""",
        Identifiers.next(), by, by, "PERSON/" + program.account(), program.name() + " " + program.title(),
        program.post().map(post -> post.role() + " " + (post.unit().isEmpty() ? "*" : post.unit())).orElse(""), outcome, note);
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
