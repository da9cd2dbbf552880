package org.jiheng.tenants.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.jiheng.tenants.persistence.Schemas;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.JurisdictionCode;
import org.jiheng.tenants.scope.JurisdictionState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many jurisdictions on their way to the next layout: each has its own result, and whoever is served is served. */
class FleetIT {

  private static final JurisdictionCode AKTO = ThreeJurisdictions.AKTO;

  private ThreeJurisdictions database;
  private Provisioning next;
  private final List<Provisioning.Migrated> results = new ArrayList<>();

  @BeforeEach
  void threeJurisdictions() throws IOException, SQLException {
    database = ThreeJurisdictions.start();
    next = database.provisioning().with("org/jiheng/tenants/next");
  }

  @AfterEach
  void stop() throws IOException {
    database.close();
  }

  private void owner(String sql) throws SQLException {
    try (Connection connection = database.migrator().getConnection(); Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> asked(String sql) throws SQLException {
    try (Connection connection = database.migrator().getConnection(); Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }

  private static String result(Provisioning.Migrated one) {
    return one.jurisdiction() + " " + one.before() + "->" + one.layout() + (one.failure().isPresent() ? " failed" : "");
  }

  @Test
  void eachHasItsOwnResultAndOneThatBreaksIsClosedWhileTheOthersServe() throws SQLException {
    String now = asked("select layout from platform.jurisdiction where code = '653000'").getFirst();
    owner("create table j_653022.thing_of_the_next_version (in_the_way integer)");
    assertThat(next.migrate()).extracting(FleetIT::result).containsExactlyInAnyOrder(
        "653000 " + now + "->1000", "653001 " + now + "->1000", "653022 " + now + "->" + now + " failed");
    assertThat(asked("select code || state from platform.jurisdiction order by code"))
        .containsExactly("653000ACTIVE", "653001ACTIVE", "653022QUARANTINED");
    assertThat(asked("select layout_note from platform.jurisdiction where code = '653022'").getFirst()).contains("thing_of_the_next_version");
    assertThat(next.served()).isEqualTo(2);
    assertThat(database.askedAs("j_653001", "select name from j_653001.unit")).as("statements of this version").isEqualTo("of 653001");
    owner("drop table j_653022.thing_of_the_next_version");
    assertThat(next.migrate()).extracting(FleetIT::result).containsExactly("653022 " + now + "->1000");
    assertThat(asked("select state from platform.jurisdiction where code = '653022'")).containsExactly("ACTIVE");
  }

  @Test
  void whatWasSuspendedIsSuspendedAgainWhenItIsMended() throws SQLException {
    RegistryChanges registry = new RegistryChanges(database.migrator());
    registry.bring(AKTO, JurisdictionState.SUSPENDED, "机构改革期间停用");
    owner("create table j_653022.thing_of_the_next_version (in_the_way integer)");
    next.migrate();
    assertThat(asked("select state from platform.jurisdiction where code = '653022'")).containsExactly("QUARANTINED");
    owner("drop table j_653022.thing_of_the_next_version");
    next.migrate();
    assertThat(asked("select state || state_reason from platform.jurisdiction where code = '653022'")).containsExactly("SUSPENDED机构改革期间停用");
  }

  @Test
  void whatIsSuspendedWhileItIsBrokenIsSuspendedWhenItIsMended() throws SQLException {
    owner("create table j_653022.thing_of_the_next_version (in_the_way integer)");
    next.migrate();
    new RegistryChanges(database.migrator()).bring(AKTO, JurisdictionState.SUSPENDED, "机构改革期间停用");
    assertThat(asked("select state from platform.jurisdiction where code = '653022'")).containsExactly("QUARANTINED");
    owner("drop table j_653022.thing_of_the_next_version");
    next.migrate();
    assertThat(asked("select state from platform.jurisdiction where code = '653022'")).containsExactly("SUSPENDED");
  }

  @Test
  void thatThereIsNothingToDoIsFoundWithOneStatement() throws SQLException {
    List<String> statements = new ArrayList<>();
    assertThat(new Provisioning(counted(database.migrator(), statements), "jiheng_login").migrate()).isEmpty();
    assertThat(statements).hasSize(1);
  }

  @Test
  void aMigrationGivesWayToWhoeverIsAtTheTableAndComesAgain() throws Exception {
    try (Connection reading = database.login().getConnection(); Statement statement = reading.createStatement()) {
      reading.setAutoCommit(false);
      statement.execute("set local role j_653001");
      statement.executeQuery("select id from j_653001.project").close();
      Thread migrating = Thread.ofPlatform().start(() -> {
        try {
          results.addAll(next.migrate());
        } catch (SQLException failure) {
          throw new IllegalStateException(failure);
        }
      });
      Thread.sleep(1000);
      long began = System.nanoTime();
      assertThat(database.askedAs("j_653001", "select count(*) from j_653001.project")).isEqualTo("0");
      assertThat(Duration.ofNanos(System.nanoTime() - began)).as("nobody waits behind it for long").isLessThan(Duration.ofMillis(900));
      reading.commit();
      migrating.join();
    }
    assertThat(results).hasSize(3).allMatch(one -> one.failure().isEmpty());
  }

  /** The database answers nobody as long as somebody says so. */
  private static DataSource away(DataSource source, BooleanSupplier now) {
    return (DataSource) Proxy.newProxyInstance(FleetIT.class.getClassLoader(), new Class<?>[] {DataSource.class}, (_, method, arguments) -> {
      if (method.getName().equals("getConnection") && now.getAsBoolean()) {
        throw new SQLException("the database system is starting up", "57P03");
      }
      return method.invoke(source, arguments);
    });
  }

  @Test
  void aDatabaseThatDoesNotComeBackIsNoJurisdictionsFault() throws SQLException {
    AtomicInteger answers = new AtomicInteger(1);
    Provisioning impatient = new Provisioning(away(database.migrator(), () -> answers.getAndDecrement() <= -2), "jiheng_login")
        .with("org/jiheng/tenants/next").patientFor(Duration.ZERO);
    assertThatThrownBy(impatient::migrate).isInstanceOf(SQLException.class);
    assertThat(asked("select distinct state from platform.jurisdiction where layout_note is null")).containsExactly("ACTIVE");
    assertThat(asked("select code from platform.jurisdiction where state = 'QUARANTINED'")).isEmpty();
    assertThat(next.migrate()).hasSize(3).allMatch(one -> one.failure().isEmpty());
  }

  /** The connections are cut while a change waits for a table: what a restart does to it. */
  @Test
  void aMigrationThatIsCutOffIsDoneOnceMore() throws Exception {
    try (Connection reading = database.login().getConnection(); Statement statement = reading.createStatement()) {
      reading.setAutoCommit(false);
      statement.execute("set local role j_653001");
      statement.executeQuery("select id from j_653001.project").close();
      Thread migrating = Thread.ofPlatform().start(() -> {
        try {
          results.addAll(next.migrate());
        } catch (SQLException failure) {
          throw new IllegalStateException(failure);
        }
      });
      Thread.sleep(700);
      try (Connection superuser = database.postgres().getPostgresDatabase().getConnection(); Statement cut = superuser.createStatement()) {
        cut.execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'jiheng_migrator'");
      }
      reading.commit();
      migrating.join();
    }
    assertThat(results).hasSize(3).allMatch(one -> one.failure().isEmpty());
    assertThat(asked("select distinct state from platform.jurisdiction")).containsExactly("ACTIVE");
  }

  private static DataSource counted(DataSource source, List<String> statements) {
    return (DataSource) Proxy.newProxyInstance(FleetIT.class.getClassLoader(), new Class<?>[] {DataSource.class},
        (_, method, arguments) -> {
          Connection connection = (Connection) method.invoke(source, arguments);
          return Proxy.newProxyInstance(FleetIT.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, asked, with) -> {
            if (asked.getName().endsWith("Statement")) {
              statements.add(with == null ? "any" : with[0].toString());
            }
            try {
              return asked.invoke(connection, with);
            } catch (InvocationTargetException thrown) {
              throw thrown.getCause();
            }
          });
        });
  }

  @Test
  void whatIsRemovedLeavesNothingAndIsNotMigratedAnyMore() throws SQLException {
    database.provisioning().drop(AKTO);
    new RegistryChanges(database.migrator()).end(AKTO, "撤县并入阿图什市");
    assertThat(asked("select nspname from pg_namespace where nspname ~ '653022'")).isEmpty();
    assertThat(asked("select rolname from pg_roles where rolname ~ '653022'")).isEmpty();
    assertThat(next.migrate()).extracting(one -> one.jurisdiction().value()).containsExactlyInAnyOrder("653000", "653001");
    database.provisioning().drop(AKTO);
    database.provisioning().jurisdiction(new Jurisdiction(AKTO, "阿克陶县", Optional.of(ThreeJurisdictions.PREFECTURE)));
    assertThat(asked("select state from platform.jurisdiction where code = '653022'")).as("it stays removed").containsExactly("REMOVED");
    assertThat(asked("select nspname from pg_namespace where nspname ~ '653022'")).isEmpty();
  }

  @Test
  void aJurisdictionThatIsFoundedIsClosedUntilItIsOpened() throws SQLException {
    JurisdictionCode code = new JurisdictionCode("653025");
    database.provisioning().found(new Jurisdiction(code, "测试县", Optional.of(ThreeJurisdictions.PREFECTURE)));
    assertThat(database.provisioning().migrate(code).failure()).isEmpty();
    RegistryChanges registry = new RegistryChanges(database.migrator());
    assertThat(registry.isOpened(code)).isFalse();
    registry.open(code, "新设测试县");
    registry.open(code, "再次");
    assertThat(asked("select state || state_reason from platform.jurisdiction where code = '653025'")).containsExactly("ACTIVE新设测试县");
    assertThat(registry.isOpened(code)).isTrue();
    assertThat(database.askedAs(Schemas.roleOf(code), "select count(*) from j_653025.unit")).isEqualTo("0");
    assertThatThrownBy(() -> database.askedAs(Schemas.roleOf(code), "select * from j_653001.unit")).hasMessageContaining("permission denied");
  }
}
