package org.jiheng.tenants.provisioning;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.api.callback.Callback;
import org.jiheng.tenants.persistence.Schemas;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.JurisdictionCode;
import org.jiheng.tenants.scope.JurisdictionState;

/**
 * Schemas, roles and migrations. Every step may be repeated: what is there already is left as it is.
 *
 * <p>A jurisdiction whose migration fails is quarantined with the reason; the others go on. A database that is away says nothing about
 * a jurisdiction: it is waited for, and if it does not come back, nothing is recorded.
 */
public final class Provisioning {

  private static final String MIGRATIONS = "org/jiheng/tenants/migration/";

  private final DataSource migrator;
  private final Roles roles;
  private final List<String> layouts;
  private final Duration patience;

  /**
   * @param migrator connections of the role that owns all tables and may create roles
   * @param applicationLogin the application's login role
   */
  public Provisioning(DataSource migrator, String applicationLogin) {
    this(migrator, new Roles(applicationLogin), List.of(MIGRATIONS + "jurisdiction"), Migrations.PATIENCE);
  }

  private Provisioning(DataSource migrator, Roles roles, List<String> layouts, Duration patience) {
    this.migrator = migrator;
    this.roles = roles;
    this.layouts = layouts;
    this.patience = patience;
  }

  /** The same with migrations of jurisdictions beyond the product's own, from this folder of the class path: the next version's, say. */
  public Provisioning with(String folder) {
    return new Provisioning(migrator, roles, List.of(MIGRATIONS + "jurisdiction", folder), patience);
  }

  /** The same that waits so long for a database that went away. */
  Provisioning patientFor(Duration duration) {
    return new Provisioning(migrator, roles, layouts, duration);
  }

  /**
   * How the migration of one jurisdiction went.
   *
   * @param before version of its tables before
   * @param layout version of its tables now
   * @param failure why it failed; empty if it did not
   */
  public record Migrated(JurisdictionCode jurisdiction, String name, String before, String layout, Duration took, Optional<String> failure) {}

  /** Registry and roll-up, once for the platform. */
  public void platform() throws SQLException {
    try (Connection connection = migrator.getConnection(); Statement statement = connection.createStatement()) {
      for (String role : List.of(Schemas.IDENTITY_ROLE, Schemas.DESK_ROLE)) {
        statement.execute(Roles.role(role) + ";" + roles.forTheApplication(role));
      }
      // what others inherit is taken by nobody itself
      for (String inherited : List.of(Schemas.JURISDICTION_ROLE, Schemas.ADMINISTRATORS_ROLE, Schemas.GUEST_ROLE, Schemas.ENGAGER_ROLE)) {
        statement.execute(Roles.role(inherited));
      }
    }
    Migrations.flyway(migrator, Schemas.PLATFORM, List.of(MIGRATIONS + "platform"), Map.of(
        "identity_role", Schemas.IDENTITY_ROLE, "desk_role", Schemas.DESK_ROLE, "jurisdiction_role", Schemas.JURISDICTION_ROLE,
        "administrators_role", Schemas.ADMINISTRATORS_ROLE, "guest_role", Schemas.GUEST_ROLE, "engager_role", Schemas.ENGAGER_ROLE,
        "application_login", roles.applicationLogin()),
        new Callback[0], Schemas.PLATFORM, Schemas.ROLLUP).migrate();
  }

  /**
   * Registers a jurisdiction that is open from the first moment and makes its roles and its empty schemas; its tables come with
   * {@link #migrate()}. One that was removed stays removed.
   */
  public void jurisdiction(Jurisdiction jurisdiction) throws SQLException {
    register(jurisdiction, JurisdictionState.ACTIVE, "on conflict (code) do nothing");
  }

  /** The same for one that is opened later. What was removed before begins anew, without anybody of before. */
  public void found(Jurisdiction jurisdiction) throws SQLException {
    register(jurisdiction, JurisdictionState.ONBOARDING, """
        on conflict (code) do update set name = excluded.name, parent = excluded.parent, state = excluded.state, state_since = now(),
          state_reason = '', state_before = null, layout = '0', layout_note = null
        where jurisdiction.state = 'REMOVED'""");
  }

  private void register(Jurisdiction jurisdiction, JurisdictionState state, String whenThere) throws SQLException {
    try (Connection connection = migrator.getConnection()) {
      connection.setAutoCommit(false);
      boolean isNew;
      try (PreparedStatement insert = connection.prepareStatement(
          "insert into platform.jurisdiction (code, name, parent, role_name, state) values (?, ?, ?, ?, ?) " + whenThere)) {
        insert.setString(1, jurisdiction.code().value());
        insert.setString(2, jurisdiction.name());
        insert.setString(3, jurisdiction.parent().map(JurisdictionCode::value).orElse(null));
        insert.setString(4, Schemas.roleOf(jurisdiction.code()));
        insert.setString(5, state.name());
        isNew = insert.executeUpdate() == 1;
      }
      if (isNew) {
        schemas(connection, jurisdiction.code());
        nobodyOfBefore(connection, jurisdiction.code());
      }
      connection.commit();
    }
  }

  private void schemas(Connection connection, JurisdictionCode code) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(roles.of(code));
      statement.execute("create schema if not exists " + Schemas.of(code));
      statement.execute("create schema if not exists " + Schemas.eyeOf(code));
    }
  }

  /** A post that began on the day its jurisdiction was removed lasts that day: it is not to open the one that comes after. */
  private static void nobodyOfBefore(Connection connection, JurisdictionCode code) throws SQLException {
    try (PreparedStatement posts = connection.prepareStatement(
        "delete from platform.membership where jurisdiction = ? and (valid_until is null or valid_until >= current_date)")) {
      posts.setString(1, code.value());
      posts.execute();
    }
  }

  /** Takes a jurisdiction's schemas and roles away, with everything in them. What is gone already is no failure. */
  public void drop(JurisdictionCode code) throws SQLException {
    try (Connection connection = migrator.getConnection(); Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("drop schema if exists " + Schemas.eyeOf(code) + " cascade");
      statement.execute("drop schema if exists " + Schemas.guestSchemaOf(code) + " cascade");
      statement.execute("drop schema if exists " + Schemas.of(code) + " cascade");
      for (String role : Roles.there(connection, code)) {
        // what was granted to it anywhere goes first; that takes being a member
        statement.execute(Roles.grant(role, "current_user"));
        statement.execute("drop owned by " + role);
        statement.execute("drop role " + role);
      }
      connection.commit();
    }
  }

  /**
   * Brings every jurisdiction whose tables are behind to the newest layout, several at a time. One query when there is nothing to
   * do. Whatever becomes of one, the others go on.
   *
   * @throws SQLException if the database is away; whoever was not finished is as before, and not blamed for it
   */
  public List<Migrated> migrate() throws SQLException {
    return migrations().all();
  }

  /**
   * Brings one jurisdiction to the newest layout.
   *
   * @throws SQLException if the database is away; nothing is recorded then
   * @throws IllegalArgumentException if the registry does not know it
   */
  public Migrated migrate(JurisdictionCode code) throws SQLException {
    return migrations().of(code);
  }

  /** How many jurisdictions have the newest layout. */
  public int served() throws SQLException {
    return migrations().served();
  }

  private Migrations migrations() {
    return new Migrations(migrator, roles, layouts, patience);
  }
}
