package org.jiheng.infra.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jiheng.infra.run.Database;
import org.jiheng.tenants.persistence.Schemas;
import org.jiheng.tenants.scope.JurisdictionCode;

/** Transactions as the application makes them, of people in all tenants: a list, a form with its indicators, a cell written. */
final class PeopleAtWork implements AutoCloseable {

  private static final int PEOPLE = 4;
  private static final int MILLISECONDS_BETWEEN = 10;

  private final Database database;
  private final int tenants;
  private final int first;
  private final AtomicInteger failures = new AtomicInteger();
  private final Queue<String> sentences = new ConcurrentLinkedQueue<>();
  private final Queue<Long> took = new ConcurrentLinkedQueue<>();
  private final List<Thread> people;
  private volatile boolean home;

  PeopleAtWork(Database database, int tenants, int first) {
    this.database = database;
    this.tenants = tenants;
    this.first = first;
    this.people = IntStream.range(0, PEOPLE).mapToObj(_ -> Thread.ofPlatform().start(this::work)).toList();
  }

  /** What they met while this was done. */
  String during(Callable<?> work) throws Exception {
    took.clear();
    failures.set(0);
    work.call();
    List<Long> sorted = took.stream().sorted().toList();
    return String.format(Locale.ROOT, "%d transactions of the version before, %d errors%s; median %.1f ms, 95%% within %.1f ms, slowest %.0f ms",
        sorted.size(), failures.get(), sentences.isEmpty() ? "" : " (" + sentences.peek() + ")", at(sorted, 0.5), at(sorted, 0.95), at(sorted, 1));
  }

  private static double at(List<Long> sorted, double share) {
    return sorted.isEmpty() ? 0 : sorted.get((int) Math.min(sorted.size() - 1.0, sorted.size() * share)) / 1_000_000.0;
  }

  private void work() {
    try (Connection connection = database.login().getConnection()) {
      connection.setAutoCommit(false);
      while (!home) {
        long began = System.nanoTime();
        try {
          oneTransaction(connection, new JurisdictionCode(String.valueOf(first + ThreadLocalRandom.current().nextInt(tenants))));
          took.add(System.nanoTime() - began);
        } catch (SQLException broken) {
          failures.incrementAndGet();
          sentences.add(broken.getMessage());
          connection.rollback();
        }
        Thread.sleep(MILLISECONDS_BETWEEN);
      }
    } catch (SQLException gone) {
      sentences.add(gone.getMessage());
      failures.incrementAndGet();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void oneTransaction(Connection connection, JurisdictionCode code) throws SQLException {
    String schema = Schemas.of(code);
    try (PreparedStatement role = connection.prepareStatement("select set_config('role', ?, true)");
        PreparedStatement list = connection.prepareStatement("select id, name, unit, annual_budget from " + schema
            + ".project where fiscal_year = ? order by code limit 20");
        PreparedStatement form = connection.prepareStatement("select id, position, level1, level2, level3, target, actual, weight from " + schema
            + ".self_evaluation_indicator where self_evaluation = ? order by position");
        PreparedStatement cell = connection.prepareStatement("update " + schema
            + ".self_evaluation_indicator set actual = ? where self_evaluation = ? and position = 1")) {
      role.setString(1, Schemas.roleOf(code));
      role.execute();
      list.setInt(1, 2022);
      Object project;
      try (ResultSet rows = list.executeQuery()) {
        rows.next();
        project = rows.getObject(1);
      }
      form.setObject(1, project);
      try (ResultSet rows = form.executeQuery()) {
        rows.next();
      }
      cell.setString(1, "735");
      cell.setObject(2, project);
      cell.execute();
      connection.commit();
    }
  }

  @Override
  public void close() {
    home = true;
  }
}
