package org.jiheng.tenants.people;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.persistence.Schemas;
import org.jiheng.tenants.persistence.TenantDataSource;
import org.jiheng.tenants.scope.Caller;
import org.jiheng.tenants.scope.JurisdictionCode;
import org.jiheng.tenants.scope.Membership;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * The registry's rows of the scope's jurisdiction, read and written with the role of its administrators: the database shows it
 * no other jurisdiction's rows and lets it change none. Takes part in the transaction of the use case; the role is taken for one
 * statement and given back, because the trail is written in the same transaction with the jurisdiction's own.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Roster {

  private static final String STAFF = """
      select s.person, p.username, p.name, s.unit, p.home, s.disabled_since, l.at as last_sign_in
      from platform.staff s join platform.person p on p.id = s.person
      left join platform.last_sign_in l on l.person = s.person and l.jurisdiction = s.jurisdiction
      where s.jurisdiction = ?""";

  @Resource(lookup = TenantDataSource.JNDI)
  private DataSource dataSource;

  /** Whom a user name belongs to already, and whether the name is the same. */
  record Known(UUID person, boolean sameName) {}

  /** Everybody who belongs here, in the order of user names. */
  List<Staff> everybody() {
    return asAdministrator(connection -> staff(connection, STAFF + " order by p.username"));
  }

  Optional<Staff> person(UUID person) {
    return asAdministrator(connection -> staff(connection, STAFF + " and s.person = ?", person)).stream().findFirst();
  }

  /** For each office, who holds it here today without an end and is not disabled. */
  Map<Role, Set<UUID>> lasting(LocalDate today) {
    return asAdministrator(connection -> {
      try (PreparedStatement query = bound(connection, """
          select m.role, m.person from platform.membership m join platform.staff s using (person, jurisdiction)
          where m.jurisdiction = ? and m.valid_until is null and m.valid_from <= ? and s.disabled_since is null
            and m.role in ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN')""", code(), today);
          ResultSet rows = query.executeQuery()) {
        Map<Role, Set<UUID>> lasting = new EnumMap<>(Role.class);
        while (rows.next()) {
          lasting.computeIfAbsent(Role.valueOf(rows.getString(1)), _ -> new HashSet<>()).add(rows.getObject(2, UUID.class));
        }
        return lasting;
      }
    });
  }

  Optional<Known> known(String username, String name) {
    return asAdministrator(connection -> {
      try (PreparedStatement query = bound(connection, "select id, same from platform.known_as(?, ?)", username, name);
          ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(new Known(row.getObject(1, UUID.class), row.getBoolean(2))) : Optional.empty();
      }
    });
  }

  /** Whether the jurisdiction has a department or unit of this code; asked with the jurisdiction's own role. */
  boolean hasUnit(String unit) {
    JurisdictionCode here = Scope.current().jurisdiction().code();
    return as(Schemas.roleOf(here), connection -> {
      try (PreparedStatement query = bound(connection, "select exists (select from " + Schemas.of(here) + ".unit where code = ?)", unit);
          ResultSet row = query.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    });
  }

  void takeOn(UUID person, String username, String name, String unit) {
    told("select platform.take_on(?, ?, ?, ?)", person, username, name, unit);
  }

  void disable(UUID person, Optional<Instant> since) {
    told("update platform.staff set disabled_since = ? where person = ? and jurisdiction = ?",
        since.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null), person, code());
  }

  void give(UUID person, Membership post) {
    told("insert into platform.membership (id, person, jurisdiction, unit_prefix, role, valid_from, valid_until) values (?, ?, ?, ?, ?, ?, ?)",
        Identifiers.next(), person, code(), post.unitPrefix(), post.role().name(), post.from(), post.until().orElse(null));
  }

  void take(Post post) {
    told("delete from platform.membership where id = ? and jurisdiction = ?", post.id(), code());
  }

  void note(UUID person, StaffChange change, Caller by) {
    told("""
        insert into platform.staff_change (id, at, jurisdiction, person, kind, role, unit_prefix, valid_from, valid_until, reason, by_person, by_name)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        Identifiers.next(), change.at().atOffset(ZoneOffset.UTC), code(), person, change.act().name(),
        change.post().map(post -> post.role().name()).orElse(null), change.post().map(Membership::unitPrefix).orElse(null),
        change.post().map(Membership::from).orElse(null), change.post().flatMap(Membership::until).orElse(null),
        change.reason(), by.id(), by.name());
  }

  /** Until the transaction is over nobody else resets anything of this person's. */
  void lock(UUID person) {
    told("select platform.lock_person(?)", person);
  }

  /** Puts a reset on the record of every other place the person belongs to, under the caller's registered name. */
  void noteElsewhere(UUID person, StaffAct reset, Caller by) {
    told("select platform.record_reset(?, ?, ?, ?)", person, reset.name(), by.id(), by.origin());
  }

  /** Resets after which the person has not signed in anywhere, and who did them. */
  Map<StaffAct, Set<UUID>> unused(UUID person) {
    return asAdministrator(connection -> {
      try (PreparedStatement query = bound(connection, "select kind, by_person from platform.resets_unused(?)", person);
          ResultSet rows = query.executeQuery()) {
        Map<StaffAct, Set<UUID>> unused = new EnumMap<>(StaffAct.class);
        while (rows.next()) {
          unused.computeIfAbsent(StaffAct.valueOf(rows.getString(1)), _ -> new HashSet<>()).add(rows.getObject(2, UUID.class));
        }
        return unused;
      }
    });
  }

  /** The identity provider is told what the registry says of this person once the transaction is over. */
  void fallsDue(UUID person) {
    told("select platform.account_falls_due(?)", person);
  }

  /**
   * The provider does its part in this transaction, and is told again after it: it may hear at the same moment of something that was
   * taken away before.
   *
   * @param letIn whether the account is to be open
   */
  void staysDue(UUID person, boolean letIn) {
    told("select platform.account_stays_due(?, ?)", person, letIn);
  }

  /** Since when the identity provider is to be told something; empty if it knows. */
  Optional<Instant> dueSince(UUID person) {
    return asAdministrator(connection -> {
      try (PreparedStatement query = bound(connection, "select since from platform.account_due where person = ?", person);
          ResultSet row = query.executeQuery()) {
        return row.next() ? moment(row, "since") : Optional.empty();
      }
    });
  }

  /** The latest first. */
  List<StaffChange> changes(UUID person) {
    return asAdministrator(connection -> {
      try (PreparedStatement query = bound(connection, """
          select at, kind, role, unit_prefix, valid_from, valid_until, reason, by_name from platform.staff_change
          where person = ? and jurisdiction = ? order by at desc, id desc""", person, code());
          ResultSet rows = query.executeQuery()) {
        List<StaffChange> changes = new ArrayList<>();
        while (rows.next()) {
          changes.add(new StaffChange(rows.getObject("at", OffsetDateTime.class).toInstant(), StaffAct.valueOf(rows.getString("kind")),
              rows.getString("role") == null ? Optional.empty() : Optional.of(membership(rows)), rows.getString("reason"), rows.getString("by_name")));
        }
        return changes;
      }
    });
  }

  private List<Staff> staff(Connection connection, String sql, Object... values) throws SQLException {
    Map<UUID, List<Post>> posts = posts(connection);
    Object[] all = new Object[values.length + 1];
    all[0] = code();
    System.arraycopy(values, 0, all, 1, values.length);
    try (PreparedStatement query = bound(connection, sql, all); ResultSet rows = query.executeQuery()) {
      List<Staff> found = new ArrayList<>();
      while (rows.next()) {
        UUID id = rows.getObject("person", UUID.class);
        found.add(new Staff(id, rows.getString("username"), rows.getString("name"), rows.getString("unit"),
            Optional.ofNullable(rows.getString("home")).map(JurisdictionCode::new),
            moment(rows, "disabled_since"), posts.getOrDefault(id, List.of()), moment(rows, "last_sign_in")));
      }
      return found;
    }
  }

  private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
  }

  private static Map<UUID, List<Post>> posts(Connection connection) throws SQLException {
    try (PreparedStatement query = bound(connection, """
        select id, person, unit_prefix, role, valid_from, valid_until from platform.membership
        where jurisdiction = ? order by valid_from, role, unit_prefix""", code());
        ResultSet rows = query.executeQuery()) {
      Map<UUID, List<Post>> posts = new HashMap<>();
      while (rows.next()) {
        posts.computeIfAbsent(rows.getObject("person", UUID.class), _ -> new ArrayList<>())
            .add(new Post(rows.getObject("id", UUID.class), membership(rows)));
      }
      return posts;
    }
  }

  private static Membership membership(ResultSet row) throws SQLException {
    return new Membership(Scope.current().jurisdiction().code(), row.getString("unit_prefix"), Role.valueOf(row.getString("role")),
        row.getObject("valid_from", LocalDate.class), Optional.ofNullable(row.getObject("valid_until", LocalDate.class)));
  }

  private static String code() {
    return Scope.current().jurisdiction().code().value();
  }

  private void told(String sql, Object... values) {
    asAdministrator(connection -> {
      try (PreparedStatement statement = bound(connection, sql, values)) {
        statement.execute();
        return null;
      }
    });
  }

  private static PreparedStatement bound(Connection connection, String sql, Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  private interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  private <T> T asAdministrator(Work<T> work) {
    return as(Schemas.administratorRoleOf(Scope.current().jurisdiction().code()), work);
  }

  private <T> T as(String role, Work<T> work) {
    try (Connection connection = dataSource.getConnection()) {
      String before = role(connection, role);
      T result = work.on(connection);
      // after a failure there is nothing to give back: the transaction ends with it
      role(connection, before);
      return result;
    } catch (SQLException failure) {
      throw kept(failure).<RuntimeException>map(ConstraintKeptException::new).orElseGet(() -> new IllegalStateException(failure));
    }
  }

  /** Takes a role until the end of the transaction; answers with the one held before. */
  private static String role(Connection connection, String role) throws SQLException {
    try (PreparedStatement asked = connection.prepareStatement("select current_setting('role')");
        ResultSet held = asked.executeQuery();
        PreparedStatement taken = connection.prepareStatement("select set_config('role', ?, true)")) {
      held.next();
      taken.setString(1, role);
      taken.execute();
      return held.getString(1);
    }
  }

  /** The name of the constraint that the database kept. */
  private static Optional<String> kept(SQLException failure) {
    return failure instanceof PSQLException known
        ? Optional.ofNullable(known.getServerErrorMessage()).map(ServerErrorMessage::getConstraint) : Optional.empty();
  }

  /** The database would not take a row, for a reason that has a name. */
  static final class ConstraintKeptException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ConstraintKeptException(String constraint) {
      super(constraint);
    }

    String constraint() {
      return getMessage();
    }
  }
}
