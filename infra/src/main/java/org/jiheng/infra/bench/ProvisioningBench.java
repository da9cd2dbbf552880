package org.jiheng.infra.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jiheng.infra.run.Database;
import org.jiheng.infra.run.Progress;
import org.jiheng.infra.run.Secrets;
import org.jiheng.tenants.desk.Administrator;
import org.jiheng.tenants.persistence.Schemas;
import org.jiheng.tenants.provisioning.MigratorPool;
import org.jiheng.tenants.provisioning.Provisioning;
import org.jiheng.tenants.provisioning.Provisioning.Migrated;
import org.jiheng.tenants.provisioning.RegistryChanges;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.JurisdictionCode;
import org.jiheng.tenants.scope.Role;

/**
 * Measures what the database does for tenants: one made ready for use, the question whether any of many has to be migrated, and a
 * migration of all of them while the version before goes on working. The database is a real one that cares for power cuts.
 */
public final class ProvisioningBench implements AutoCloseable {

  private static final JurisdictionCode PREFECTURE = new JurisdictionCode("653000");
  private static final int FIRST = 700_000;
  private static final int ONE_BY_ONE = 10;
  private static final int QUESTIONS = 5;

  private final Path home;
  private final Database database;
  private final Provisioning provisioning;
  private final int tenants;

  private ProvisioningBench(Path home, int tenants) {
    this.home = home;
    this.tenants = tenants;
    this.database = Database.start(new Database.Settings(home, freePort(), Secrets.temporary(), true), Progress.SILENT);
    this.provisioning = new Provisioning(database.migrator(), Database.LOGIN);
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** @param arguments how many tenants; 1,000 if nothing is said */
  public static void main(String[] arguments) throws Exception {
    int tenants = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
    try (ProvisioningBench bench = new ProvisioningBench(Files.createTempDirectory("jiheng-bench"), tenants)) {
      bench.prefecture();
      bench.oneByOne();
      bench.many();
      bench.nothingToDo();
      bench.fill();
      bench.migrateAll();
    }
  }

  private static void say(String what, Object... values) {
    System.out.printf(Locale.ROOT, what + "%n", values);
  }

  private interface Work<T> {
    T done() throws Exception;
  }

  private static double seconds(Work<?> work) throws Exception {
    long began = System.nanoTime();
    work.done();
    return Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0;
  }

  private void owner(String... statements) throws SQLException {
    try (Connection connection = database.migrator().getConnection(); Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private void prefecture() throws SQLException {
    provisioning.platform();
    provisioning.jurisdiction(new Jurisdiction(PREFECTURE, "地州", Optional.empty()));
    provisioning.migrate();
    owner("insert into j_653000.holiday (day, name, working) select date '2023-01-01' + n, '节假日', false from generate_series(1, 60) n",
        "insert into j_653000.task (id, fiscal_year, form_type, title, opens, due) "
            + "select gen_random_uuid(), y, 'F' || k, '任务', date '2023-01-01', date '2023-12-31' from generate_series(2021, 2023) y, generate_series(1, 10) k");
  }

  private static JurisdictionCode code(int number) {
    return new JurisdictionCode(String.valueOf(FIRST + number));
  }

  private static Jurisdiction county(int number) {
    return new Jurisdiction(code(number), "县" + number, Optional.of(PREFECTURE));
  }

  /** (a) What the steps of an onboarding do in the database, one tenant after the other, from nothing to open. */
  private void oneByOne() throws Exception {
    // as the keeper works: its connections stay
    try (HikariDataSource connections = MigratorPool.of(database.migrator(), 6)) {
      oneByOne(new Provisioning(connections, Database.LOGIN), new RegistryChanges(connections));
    }
  }

  private static void oneByOne(Provisioning provisioning, RegistryChanges registry) throws Exception {
    List<double[]> took = new ArrayList<>();
    for (int i = 0; i < ONE_BY_ONE; i++) {
      Jurisdiction county = county(i);
      took.add(new double[] {
          seconds(() -> {
            provisioning.found(county);
            return null;
          }),
          seconds(() -> {
            failed(List.of(provisioning.migrate(county.code())));
            return null;
          }),
          seconds(() -> registry.copyCalendar(PREFECTURE, county.code())),
          seconds(() -> {
            for (Role role : Administrator.ROLES) {
              registry.appoint(county.code(), UUID.randomUUID(), new Administrator(role, role.name(), role.name().toLowerCase(Locale.ROOT) + county.code()));
            }
            registry.open(county.code(), "测量新建租户");
            return null;
          })});
    }
    List<double[]> sorted = took.stream().sorted(Comparator.comparingDouble(ProvisioningBench::sum)).toList();
    double[] median = sorted.get(ONE_BY_ONE / 2);
    say("a tenant ready to use: median of %d %.2f s (schemas and roles %.2f, tables %.2f, calendar %.2f, posts and opening %.2f), slowest %.2f s",
        ONE_BY_ONE, sum(median), median[0], median[1], median[2], median[3], sum(sorted.getLast()));
  }

  private static double sum(double[] parts) {
    return Arrays.stream(parts).sum();
  }

  private static void failed(List<Migrated> results) {
    results.forEach(one -> one.failure().ifPresent(why -> {
      throw new IllegalStateException(one.jurisdiction() + ": " + why);
    }));
  }

  private void many() throws Exception {
    say("%d tenants made in %.1f s", tenants, seconds(() -> {
      for (int i = ONE_BY_ONE; i < tenants; i++) {
        provisioning.jurisdiction(county(i));
      }
      failed(provisioning.migrate());
      return null;
    }));
  }

  /** (b) The question at every start of the application's environment. */
  private void nothingToDo() throws Exception {
    List<Double> took = new ArrayList<>();
    for (int i = 0; i < QUESTIONS; i++) {
      took.add(seconds(provisioning::migrate));
    }
    say("nothing to migrate in %d tenants: %.3f s, slowest of %d %.3f s", tenants, took.stream().sorted().toList().get(QUESTIONS / 2), QUESTIONS,
        took.stream().sorted().toList().getLast());
  }

  /** Forms of 120 projects in each, with ten indicators. */
  private void fill() throws Exception {
    say("%d tenants filled with 1,561 rows each in %.1f s", tenants, seconds(() -> {
      inParallel(i -> {
        String role = Schemas.roleOf(code(i));
        String schema = Schemas.of(code(i));
        owner("grant " + role + " to current_user", "begin", "set local role " + role, "set local search_path = " + schema,
            "insert into unit (code, name) values ('101', '教育局')",
            "insert into project (id, code, name, unit, fiscal_year) select gen_random_uuid(), 'P' || n, '项目' || n, '101', 2022 from generate_series(1, 120) n",
            "insert into review (id, form_type, title, unit, fiscal_year, route, state, changed_at, changed_by, version) "
                + "select id, 'SELF_EVALUATION', name, unit, fiscal_year, 'UNIT_REVIEW', 'DRAFT', now(), '测', 1 from project",
            "insert into self_evaluation (id, project, unit, fiscal_year, version) select id, id, unit, fiscal_year, 1 from project",
            "insert into self_evaluation_indicator (id, self_evaluation, position, level1, level2) "
                + "select gen_random_uuid(), id, n, '产出', '数量' from self_evaluation, generate_series(1, 10) n",
            "commit");
      });
      owner("analyze");
      return null;
    }));
  }

  private interface OfTenant {
    void at(int number) throws SQLException;
  }

  private void inParallel(OfTenant work) throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<?>> running = new ArrayList<>();
      IntStream.range(0, tenants).forEach(i -> running.add(threads.submit(() -> {
        work.at(i);
        return null;
      })));
      for (Future<?> one : running) {
        one.get();
      }
    }
  }

  /** (c) All of them at once, while people work with the statements of the version before. */
  private void migrateAll() throws Exception {
    Provisioning next = provisioning.with("org/jiheng/infra/bench/next");
    try (PeopleAtWork people = new PeopleAtWork(database, tenants, FIRST)) {
      say("before: %s", people.during(() -> {
        Thread.sleep(5000);
        return null;
      }));
      List<Migrated> results = new ArrayList<>();
      say("during the migration: %s", people.during(() -> {
        say("%d tenants migrated in %.1f s", tenants + 1, seconds(() -> results.addAll(next.migrate())));
        return null;
      }));
      say("results: %d done, %d failed; slowest %.2f s", results.stream().filter(one -> one.failure().isEmpty()).count(),
          results.stream().filter(one -> one.failure().isPresent()).count(),
          results.stream().mapToLong(one -> one.took().toMillis()).max().orElseThrow() / 1000.0);
      results.stream().flatMap(one -> one.failure().stream()).findFirst().ifPresent(why -> say("first failure: %s", why));
    }
  }

  @Override
  public void close() throws IOException {
    database.close();
    try (var files = Files.walk(home)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
