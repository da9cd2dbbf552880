package org.jiheng.tenants.provisioning;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jiheng.tenants.persistence.Schemas;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.JurisdictionCode;

/**
 * Schemas, roles and migrations. Every step may be repeated: what is there already is left as it is.
 *
 * <p>A jurisdiction whose migration fails is quarantined with the reason; the others go on.
 */
public final class Provisioning {

  private static final String MIGRATIONS = "classpath:org/jiheng/tenants/migration/";
  private static final int SCHEMAS_AT_A_TIME = 4;

  private final DataSource migrator;
  private final String applicationLogin;

  /**
   * @param migrator connections of the role that owns all tables and may create roles
   * @param applicationLogin the application's login role
   */
  public Provisioning(DataSource migrator, String applicationLogin) {
    this.migrator = migrator;
    this.applicationLogin = identifier(applicationLogin);
  }

  /** How the migration of one jurisdiction went: the version its tables have now, or why it failed. */
  public record Migrated(JurisdictionCode jurisdiction, String layout, Optional<String> failure) {}

  /** Registry and roll-up, once for the platform. */
  public void platform() throws SQLException {
    try (Connection connection = migrator.getConnection(); Statement statement = connection.createStatement()) {
      role(statement, Schemas.IDENTITY_ROLE);
      forTheApplication(statement, Schemas.IDENTITY_ROLE);
      // what others inherit is taken by nobody itself
      for (String inherited : List.of(Schemas.JURISDICTION_ROLE, Schemas.GUEST_ROLE, Schemas.ENGAGER_ROLE)) {
        role(statement, inherited);
      }
    }
    flyway(Schemas.PLATFORM, "platform", Map.of("identity_role", Schemas.IDENTITY_ROLE,
        "jurisdiction_role", Schemas.JURISDICTION_ROLE, "guest_role", Schemas.GUEST_ROLE, "engager_role", Schemas.ENGAGER_ROLE), Schemas.PLATFORM, Schemas.ROLLUP).migrate();
  }

  /** Registers a jurisdiction and makes its role and its empty schemas. Its tables come with {@link #migrate()}. */
  public void jurisdiction(Jurisdiction jurisdiction) throws SQLException {
    try (Connection connection = migrator.getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        roles(statement, jurisdiction.code());
        statement.execute("create schema if not exists " + Schemas.of(jurisdiction.code()));
        statement.execute("create schema if not exists " + Schemas.eyeOf(jurisdiction.code()));
      }
      try (PreparedStatement insert = connection.prepareStatement(
          "insert into platform.jurisdiction (code, name, parent, role_name) values (?, ?, ?, ?) on conflict (code) do nothing")) {
        insert.setString(1, jurisdiction.code().value());
        insert.setString(2, jurisdiction.name());
        insert.setString(3, jurisdiction.parent().map(JurisdictionCode::value).orElse(null));
        insert.setString(4, Schemas.roleOf(jurisdiction.code()));
        insert.execute();
      }
      connection.commit();
    }
  }

  /** Brings every jurisdiction whose tables are behind to the newest layout. One query when there is nothing to do. */
  public List<Migrated> migrate() throws SQLException {
    String newest = newestLayout();
    List<JurisdictionCode> behind = behind(newest);
    roles(behind);
    List<Migrated> results = new ArrayList<>();
    Semaphore places = new Semaphore(SCHEMAS_AT_A_TIME);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Migrated>> running = behind.stream().map(code -> threads.submit(() -> {
        places.acquire();
        try {
          return migrate(code);
        } finally {
          places.release();
        }
      })).toList();
      for (Future<Migrated> one : running) {
        results.add(one.get());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("migration interrupted", stopped);
    } catch (ExecutionException failure) {
      throw new IllegalStateException("migration could not be recorded", failure.getCause());
    }
    return results;
  }

  /** Roles and what they may do with what all jurisdictions share. One jurisdiction after the other: rights of one table wait for each other. */
  private void roles(Statement statement, JurisdictionCode code) throws SQLException {
    String role = Schemas.roleOf(code);
    role(statement, role);
    forTheApplication(statement, role);
    statement.execute("grant " + Schemas.JURISDICTION_ROLE + " to " + role);
    role(statement, Schemas.auditRoleOf(code));
    forTheApplication(statement, Schemas.auditRoleOf(code));
    guests(statement, code);
    statement.execute("grant usage on schema platform, rollup to " + role);
    statement.execute("grant select on platform.parameter_template to " + role);
    statement.execute("grant execute on function platform.record_reading to " + role);
    statement.execute("grant select, insert, update, delete on rollup.self_evaluation to " + role);
    statement.execute("grant select, insert, delete on rollup.dirty to " + role);
  }

  /** Roles of people from outside and of who keeps them; what they may with what is shared, they inherit. */
  private void guests(Statement statement, JurisdictionCode code) throws SQLException {
    role(statement, Schemas.guestRoleOf(code));
    forTheApplication(statement, Schemas.guestRoleOf(code));
    statement.execute("grant " + Schemas.GUEST_ROLE + " to " + Schemas.guestRoleOf(code));
    role(statement, Schemas.engagerRoleOf(code));
    forTheApplication(statement, Schemas.engagerRoleOf(code));
    statement.execute("grant " + Schemas.ENGAGER_ROLE + " to " + Schemas.engagerRoleOf(code));
  }

  private void roles(List<JurisdictionCode> codes) throws SQLException {
    try (Connection connection = migrator.getConnection(); Statement statement = connection.createStatement()) {
      for (JurisdictionCode code : codes) {
        roles(statement, code);
      }
    }
  }

  private Migrated migrate(JurisdictionCode code) throws SQLException {
    Migrated result;
    try {
      String layout = flyway(Schemas.of(code), "jurisdiction", placeholders(code), Schemas.of(code)).migrate().targetSchemaVersion;
      result = new Migrated(code, layout == null ? newestLayout() : layout, Optional.empty());
    } catch (FlywayException failure) {
      result = new Migrated(code, "", Optional.of(failure.getMessage()));
    }
    record(result);
    return result;
  }

  private Map<String, String> placeholders(JurisdictionCode code) throws SQLException {
    return Map.of(
        "schema", Schemas.of(code),
        "eye", Schemas.eyeOf(code),
        "role", Schemas.roleOf(code),
        "audit_role", Schemas.auditRoleOf(code),
        "guest", Schemas.guestSchemaOf(code),
        "guest_role", Schemas.guestRoleOf(code),
        "engager_role", Schemas.engagerRoleOf(code),
        "prefecture_role", parentRole(code));
  }

  /** A prefecture without parent looks into itself: its own role stands in for the overseer's. */
  private String parentRole(JurisdictionCode code) throws SQLException {
    try (Connection connection = migrator.getConnection(); PreparedStatement query = connection.prepareStatement(
        "select coalesce(parent, code) from platform.jurisdiction where code = ?")) {
      query.setString(1, code.value());
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return Schemas.roleOf(new JurisdictionCode(row.getString(1)));
      }
    }
  }

  private void record(Migrated result) throws SQLException {
    String sql = result.failure().isEmpty()
        ? "update platform.jurisdiction set layout = ?, layout_note = null, "
            + "state = case state when 'QUARANTINED' then 'ACTIVE' else state end where code = ?"
        : "update platform.jurisdiction set layout_note = ?, state = 'QUARANTINED' where code = ?";
    try (Connection connection = migrator.getConnection(); PreparedStatement update = connection.prepareStatement(sql)) {
      update.setString(1, result.failure().orElse(result.layout()));
      update.setString(2, result.jurisdiction().value());
      update.execute();
    }
  }

  private List<JurisdictionCode> behind(String newest) throws SQLException {
    try (Connection connection = migrator.getConnection(); PreparedStatement query = connection.prepareStatement(
        "select code from platform.jurisdiction where layout <> ? order by parent nulls first, code")) {
      query.setString(1, newest);
      List<JurisdictionCode> codes = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          codes.add(new JurisdictionCode(rows.getString(1)));
        }
      }
      return codes;
    }
  }

  private String newestLayout() {
    var migrations = Flyway.configure(getClass().getClassLoader()).dataSource(migrator)
        .locations(MIGRATIONS + "jurisdiction").load().info().all();
    return migrations[migrations.length - 1].getVersion().getVersion();
  }

  private Flyway flyway(String schema, String kind, Map<String, String> placeholders, String... schemas) {
    return Flyway.configure(getClass().getClassLoader())
        .dataSource(migrator)
        .defaultSchema(schema)
        .schemas(schemas)
        .createSchemas(true)
        .locations(MIGRATIONS + kind)
        .placeholders(placeholders)
        .load();
  }

  private void role(Statement statement, String role) throws SQLException {
    statement.execute("""
        do $$ begin
          if not exists (select from pg_roles where rolname = '%1$s') then create role %1$s nologin; end if;
        end $$""".formatted(identifier(role)));
  }

  private void forTheApplication(Statement statement, String role) throws SQLException {
    statement.execute("grant " + identifier(role) + " to " + applicationLogin);
  }

  private static String identifier(String name) {
    if (!name.matches("[a-z][a-z0-9_]{0,62}")) {
      throw new IllegalArgumentException("not a plain database name: " + name);
    }
    return name;
  }
}
