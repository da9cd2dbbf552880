package org.jiheng.tenants.provisioning;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
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
  private static final int SCHEMAS_AT_A_TIME = 4;

  /** What a migration holds at once: one for its history, one for the change, one to record how it went. */
  private static final int CONNECTIONS_A_SCHEMA = 3;

  private static final int LOCK_ATTEMPTS = 20;
  /** What the registry calls the layout of one that has no tables yet. */
  private static final String NO_TABLES = "0";

  /** How long a database that went away is waited for, in all: longer than one that is started again needs. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);

  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final String DEADLOCK = "40P01";

  private final DataSource migrator;
  private final String applicationLogin;
  private final List<String> furtherLayouts;
  private final List<String> layouts;
  private final Duration patience;

  /**
   * @param migrator connections of the role that owns all tables and may create roles
   * @param applicationLogin the application's login role
   */
  public Provisioning(DataSource migrator, String applicationLogin) {
    this(migrator, applicationLogin, List.of(), PATIENCE);
  }

  private Provisioning(DataSource migrator, String applicationLogin, List<String> further, Duration patience) {
    this.migrator = migrator;
    this.applicationLogin = identifier(applicationLogin);
    this.furtherLayouts = further;
    this.patience = patience;
    this.layouts = Stream.concat(Stream.of(MIGRATIONS + "jurisdiction"), further.stream()).toList();
  }

  /** The same with migrations of jurisdictions beyond the product's own, from this folder of the class path: the next version's, say. */
  public Provisioning with(String folder) {
    return new Provisioning(migrator, applicationLogin, List.of(folder), patience);
  }

  /** The same that waits so long for a database that went away. */
  Provisioning patientFor(Duration duration) {
    return new Provisioning(migrator, applicationLogin, furtherLayouts, duration);
  }

  /**
   * How the migration of one jurisdiction went.
   *
   * @param before version of its tables before
   * @param layout version of its tables now
   * @param failure why it failed; empty if it did not
   */
  public record Migrated(JurisdictionCode jurisdiction, String name, String before, String layout, Duration took, Optional<String> failure) {}

  /** A jurisdiction as far as its tables are concerned. */
  private record Tenant(JurisdictionCode code, String name, Optional<JurisdictionCode> parent, String layout) {}

  /** A prefecture without parent looks into itself: its own role stands in for the overseer's. */
  private Map<String, String> placeholders(Tenant one) {
    return Map.of(
        "schema", Schemas.of(one.code()),
        "eye", Schemas.eyeOf(one.code()),
        "role", Schemas.roleOf(one.code()),
        "audit_role", Schemas.auditRoleOf(one.code()),
        "application_login", applicationLogin,
        "guest", Schemas.guestSchemaOf(one.code()),
        "guest_role", Schemas.guestRoleOf(one.code()),
        "engager_role", Schemas.engagerRoleOf(one.code()),
        "prefecture_role", Schemas.roleOf(one.parent().orElse(one.code())));
  }

  /** Registry and roll-up, once for the platform. */
  public void platform() throws SQLException {
    try (Connection connection = migrator.getConnection(); Statement statement = connection.createStatement()) {
      for (String role : List.of(Schemas.IDENTITY_ROLE, Schemas.DESK_ROLE)) {
        statement.execute(role(role) + ";" + forTheApplication(role));
      }
      // what others inherit is taken by nobody itself
      for (String inherited : List.of(Schemas.JURISDICTION_ROLE, Schemas.ADMINISTRATORS_ROLE, Schemas.GUEST_ROLE, Schemas.ENGAGER_ROLE)) {
        statement.execute(role(inherited));
      }
    }
    flyway(migrator, Schemas.PLATFORM, List.of(MIGRATIONS + "platform"), Map.of(
        "identity_role", Schemas.IDENTITY_ROLE, "desk_role", Schemas.DESK_ROLE, "jurisdiction_role", Schemas.JURISDICTION_ROLE,
        "administrators_role", Schemas.ADMINISTRATORS_ROLE, "guest_role", Schemas.GUEST_ROLE, "engager_role", Schemas.ENGAGER_ROLE,
        "application_login", applicationLogin),
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
      statement.execute(roles(code));
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
      for (String role : rolesOf(connection, code)) {
        // what was granted to it anywhere goes first; that takes being a member
        statement.execute("grant " + identifier(role) + " to current_user");
        statement.execute("drop owned by " + role);
        statement.execute("drop role " + role);
      }
      connection.commit();
    }
  }

  /** The jurisdiction's own role and those whose names begin with it. */
  private static List<String> rolesOf(Connection connection, JurisdictionCode code) throws SQLException {
    List<String> roles = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement("select rolname from pg_roles where rolname = ? or starts_with(rolname, ?)")) {
      query.setString(1, Schemas.roleOf(code));
      query.setString(2, Schemas.roleOf(code) + "_");
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          roles.add(row.getString(1));
        }
      }
    }
    return roles;
  }

  /**
   * Brings every jurisdiction whose tables are behind to the newest layout, several at a time. One query when there is nothing to
   * do. Whatever becomes of one, the others go on.
   *
   * @throws SQLException if the database is away; whoever was not finished is as before, and not blamed for it
   */
  public List<Migrated> migrate() throws SQLException {
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

  /**
   * Brings one jurisdiction to the newest layout.
   *
   * @throws SQLException if the database is away; nothing is recorded then
   * @throws IllegalArgumentException if the registry does not know it
   */
  public Migrated migrate(JurisdictionCode code) throws SQLException {
    List<Tenant> one = tenants("code = ? and state <> 'REMOVED'", code.value());
    if (one.isEmpty()) {
      throw new IllegalArgumentException("not in the registry: " + code);
    }
    roles(one);
    try (HikariDataSource connections = MigratorPool.of(migrator, CONNECTIONS_A_SCHEMA)) {
      return migrate(one.getFirst(), connections, new Patience(patience));
    }
  }

  /** How many jurisdictions have the newest layout. */
  public int served() throws SQLException {
    return tenants("layout = ? and state not in ('QUARANTINED', 'REMOVED')", newestLayout()).size();
  }

  /** Roles of a jurisdiction, as one text of statements; what all of them share comes with the role they all inherit. */
  private String roles(JurisdictionCode code) {
    String role = Schemas.roleOf(code);
    String auditRole = Schemas.auditRoleOf(code);
    return String.join(";\n",
        role(role), forTheApplication(role), grant(Schemas.JURISDICTION_ROLE, role),
        // who writes the registry of people: never the role it is read with at the door, and never the one the work is done with;
        // people from outside, and who keeps them; what they may with what is shared, each of them inherits
        inheriting(Schemas.administratorRoleOf(code), Schemas.ADMINISTRATORS_ROLE),
        inheriting(Schemas.guestRoleOf(code), Schemas.GUEST_ROLE),
        inheriting(Schemas.engagerRoleOf(code), Schemas.ENGAGER_ROLE),
        role(auditRole), forTheApplication(auditRole));
  }

  private String inheriting(String role, String shared) {
    return String.join(";\n", role(role), forTheApplication(role), grant(shared, role));
  }

  /** Statements go a jurisdiction at a time: for a thousand of them one by one they would be fifteen thousand round trips. */
  private void roles(List<Tenant> behind) throws SQLException {
    try (Connection connection = migrator.getConnection(); Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (Tenant one : behind) {
        statement.execute(roles(one.code()));
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

  private static Flyway flyway(
      DataSource connections, String schema, List<String> folders, Map<String, String> placeholders, Callback[] callbacks, String... schemas) {
    return Flyway.configure(Provisioning.class.getClassLoader())
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

  private static String role(String role) {
    return """
        do $$ begin
          if not exists (select from pg_roles where rolname = '%1$s') then create role %1$s nologin; end if;
        end $$""".formatted(identifier(role));
  }

  private String forTheApplication(String role) {
    return grant(role, applicationLogin);
  }

  private static String grant(String role, String member) {
    return "grant " + identifier(role) + " to " + member;
  }

  private static String identifier(String name) {
    if (!name.matches("[a-z][a-z0-9_]{0,62}")) {
      throw new IllegalArgumentException("not a plain database name: " + name);
    }
    return name;
  }
}
