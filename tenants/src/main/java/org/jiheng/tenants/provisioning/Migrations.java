package org.jiheng.tenants.provisioning;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.jiheng.tenants.persistence.Schemas;
import org.jiheng.tenants.provisioning.Provisioning.Migrated;
import org.jiheng.tenants.scope.JurisdictionCode;

/** Brings the tables of jurisdictions to the newest layout, each with its own result, and records it in the registry. */
final class Migrations {

  private static final int SCHEMAS_AT_A_TIME = 4;

  /** What a migration holds at once: one for its history, one for the change, one to record how it went. */
  private static final int CONNECTIONS_A_SCHEMA = 3;

  private static final int LOCK_ATTEMPTS = 20;
  /** What the registry calls the layout of one that has no tables yet. */
  private static final String NO_TABLES = "0";

  /** How long a database that went away is waited for, in all: longer than one that is started again needs. */
  static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);

  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final String DEADLOCK = "40P01";

  private final DataSource migrator;
  private final Roles roles;
  private final List<String> layouts;
  private final Duration patience;

  /** @param layouts folders of migrations, the product's own first */
  Migrations(DataSource migrator, Roles roles, List<String> layouts, Duration patience) {
    this.migrator = migrator;
    this.roles = roles;
    this.layouts = layouts;
    this.patience = patience;
  }

  /** A jurisdiction as far as its tables are concerned. */
  private record Tenant(JurisdictionCode code, String name, Optional<JurisdictionCode> parent, String layout) {}

  /** A prefecture without parent looks into itself: its own role stands in for the overseer's. */
  private Map<String, String> placeholders(Tenant one) {
    return Map.of(
        "schema", Schemas.of(one.code()),
        "eye", Schemas.eyeOf(one.code()),
        "role", Schemas.roleOf(one.code()),
        "audit_role", Schemas.auditRoleOf(one.code()),
        "application_login", roles.applicationLogin(),
        "guest", Schemas.guestSchemaOf(one.code()),
        "guest_role", Schemas.guestRoleOf(one.code()),
        "engager_role", Schemas.engagerRoleOf(one.code()),
        "prefecture_role", Schemas.roleOf(one.parent().orElse(one.code())));
  }

  List<Migrated> all() throws SQLException {
    List<Tenant> behind = tenants("layout <> ? and state <> 'REMOVED' order by parent nulls first, code", newestLayout());
    if (behind.isEmpty()) {
      return List.of();
    }
    roles(behind);
    List<Migrated> results = new ArrayList<>();
    Semaphore places = new Semaphore(SCHEMAS_AT_A_TIME);
    Patience together = new Patience(patience);
    try (HikariDataSource connections = MigratorPool.of(migrator, SCHEMAS_AT_A_TIME * CONNECTIONS_A_SCHEMA);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Migrated>> running = behind.stream().map(one -> threads.submit(() -> {
        places.acquire();
        try {
          return migrate(one, connections, together);
        } finally {
          places.release();
        }
      })).toList();
      try {
        for (Future<Migrated> one : running) {
          results.add(one.get());
        }
      } catch (ExecutionException unrecorded) {
        threads.shutdownNow();
        throw unrecorded;
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("migration interrupted", stopped);
    } catch (ExecutionException failure) {
      throw Passing.cause(failure).orElseThrow(() -> new IllegalStateException("migration could not be recorded", failure.getCause()));
    }
    return results;
  }

  Migrated of(JurisdictionCode code) throws SQLException {
    List<Tenant> one = tenants("code = ? and state <> 'REMOVED'", code.value());
    if (one.isEmpty()) {
      throw new IllegalArgumentException("not in the registry: " + code);
    }
    roles(one);
    try (HikariDataSource connections = MigratorPool.of(migrator, CONNECTIONS_A_SCHEMA)) {
      return migrate(one.getFirst(), connections, new Patience(patience));
    }
  }

  int served() throws SQLException {
    return tenants("layout = ? and state not in ('QUARANTINED', 'REMOVED')", newestLayout()).size();
  }

  /** Statements go a jurisdiction at a time: for a thousand of them one by one they would be fifteen thousand round trips. */
  private void roles(List<Tenant> behind) throws SQLException {
    try (Connection connection = migrator.getConnection(); Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (Tenant one : behind) {
        statement.execute(roles.of(one.code()));
      }
      connection.commit();
    }
  }

  private Migrated migrate(Tenant one, DataSource connections, Patience waiting) throws SQLException {
    long began = System.nanoTime();
    Optional<String> failure = Optional.empty();
    String layout = newestLayout();
    try {
      if (!one.layout().equals(NO_TABLES) || !madeWhole(one, connections)) {
        migratePatiently(one, connections, waiting);
      }
    } catch (FlywayException broken) {
      Optional<SQLException> away = Passing.cause(broken);
      if (away.isPresent()) {
        throw away.get();
      }
      if (Thread.currentThread().isInterrupted()) {
        // by the failure of another one: it is nothing of this one's
        throw new SQLTransientConnectionException("the migration of " + one.code() + " was cut off", broken);
      }
      layout = one.layout();
      failure = Optional.of(broken.getMessage());
    }
    Migrated result = new Migrated(one.code(), one.name(), one.layout(), layout, Duration.ofNanos(System.nanoTime() - began), failure);
    record(result, connections);
    return result;
  }

  /** New tables at once. What the database refuses as a whole is tried file by file, which says where it fails. */
  private boolean madeWhole(Tenant one, DataSource connections) {
    try {
      return NewTables.made(connections, Schemas.of(one.code()), MigrationFiles.of(layouts), placeholders(one), newestLayout());
    } catch (SQLException refused) {
      return false;
    }
  }

  /**
   * Changes of a table wait for whoever is reading it, and everybody else waits behind them. So they wait a short while only, give
   * way and come again; and two who wait for each other are parted before the database does it, which might strike the reader.
   */
  private void migratePatiently(Tenant one, DataSource connections, Patience waiting) {
    int attempt = 1;
    while (true) {
      boolean last = attempt == LOCK_ATTEMPTS;
      try {
        flyway(connections, Schemas.of(one.code()), layouts, placeholders(one), last ? new Callback[0] : new Callback[] {new GivingWay()}, Schemas.of(one.code())).migrate();
        return;
      } catch (FlywayException busy) {
        if (Passing.cause(busy).isPresent() && waiting.lasts()) {
          continue;
        }
        if (last || !waitedForALock(busy)) {
          throw busy;
        }
        attempt++;
      }
    }
  }

  /** In nanoseconds, to be compared with another. */
  private static long moment() {
    return System.nanoTime();
  }

  /** With a database that is away, of all that wait for it together. */
  private static final class Patience {

    private final Duration lasts;
    private final AtomicLong over = new AtomicLong();

    private Patience(Duration lasts) {
      this.lasts = lasts;
    }

    /** Waits a little. False if the time is over, or somebody wants an end. */
    boolean lasts() {
      over.compareAndSet(0, moment() + lasts.toNanos());
      if (moment() - over.get() >= 0) {
        return false;
      }
      try {
        Thread.sleep(BETWEEN_ATTEMPTS);
        return true;
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }

  private static boolean waitedForALock(Throwable failure) {
    return failure instanceof SQLException broken && Set.of(LOCK_NOT_AVAILABLE, DEADLOCK).contains(String.valueOf(broken.getSQLState()))
        || failure.getCause() != null && waitedForALock(failure.getCause());
  }

  /** A broken one is quarantined; a mended one is again what it was before. */
  private void record(Migrated result, DataSource connections) throws SQLException {
    String sql = result.failure().isEmpty()
        ? """
            update platform.jurisdiction set layout = ?, layout_note = null,
              state_since = case state when 'QUARANTINED' then now() else state_since end,
              state = case state when 'QUARANTINED' then coalesce(state_before, 'ACTIVE') else state end,
              state_before = null
            where code = ?"""
        : """
            update platform.jurisdiction set layout_note = ?,
              state_since = case state when 'QUARANTINED' then state_since else now() end,
              state_before = case state when 'QUARANTINED' then state_before else state end,
              state = 'QUARANTINED'
            where code = ?""";
    try (Connection connection = connections.getConnection(); PreparedStatement update = connection.prepareStatement(sql)) {
      update.setString(1, result.failure().orElse(result.layout()));
      update.setString(2, result.jurisdiction().value());
      update.execute();
    }
  }

  private List<Tenant> tenants(String condition, String value) throws SQLException {
    try (Connection connection = migrator.getConnection(); PreparedStatement query = connection.prepareStatement(
        "select code, name, parent, layout from platform.jurisdiction where " + condition)) {
      query.setString(1, value);
      List<Tenant> found = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          found.add(new Tenant(new JurisdictionCode(row.getString("code")), row.getString("name"),
              Optional.ofNullable(row.getString("parent")).map(JurisdictionCode::new), row.getString("layout")));
        }
      }
      return found;
    }
  }

  private String newestLayout() {
    return Layouts.newest(layouts);
  }

  static Flyway flyway(
      DataSource connections, String schema, List<String> folders, Map<String, String> placeholders, Callback[] callbacks, String... schemas) {
    return Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(connections)
        .callbacks(callbacks)
        .defaultSchema(schema)
        .schemas(schemas)
        .createSchemas(true)
        .locations(folders.stream().map(folder -> "classpath:" + folder).toArray(String[]::new))
        .resourceProvider(MigrationFiles.of(folders))
        .javaMigrationClassProvider(List::of)
        .placeholders(placeholders)
        .load();
  }
}
