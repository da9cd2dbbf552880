package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.does;

import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jiheng.app.goal.ManyGoals;
import org.jiheng.app.intake.Intake;
import org.jiheng.app.intake.IntakePreview;
import org.jiheng.app.intake.Watch;
import org.jiheng.app.project.ManyProjects;
import org.jiheng.tenants.persistence.Schemas;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/**
 * What taking in a county's library costs, beside PostgreSQL's COPY of the very same rows into the same tables of another county, with
 * their keys, indexes and triggers, under the same login and role: the whole with reading the file and checking it, and the storing
 * alone. Turn by turn, each time into a county nothing was stored in. Not a test: {@code infra/bench-import} runs it.
 */
class IntakeBench extends WholeProduct {

  private static final Path RESULT = Path.of("target/bench-import.txt");
  private static final int YEAR = 2023;
  private static final int PROJECTS = 3000;
  private static final int INDICATORS = 15;
  private static final int MOST_ROUNDS = 6;
  private static final int BATCH = 250;
  private static final List<String> TABLES = List.of("project", "project_rural", "funding_line", "review", "goal", "goal_indicator", "audit_entry");

  @Inject
  private Intake intake;

  @Inject
  private ManyProjects projects;

  @Inject
  private ManyGoals goals;

  @Inject
  private Work work;

  private static List<Jurisdiction> counties() {
    return Stream.concat(Kizilsu.ALL_COUNTIES.stream(), Kizilsu.more().stream()).toList();
  }

  private static LibraryFile library(Jurisdiction county) {
    return new LibraryFile(county.code().value(), county.code().value() + "23T000000", YEAR, PROJECTS, INDICATORS);
  }

  private interface Deed {
    void done() throws Exception;
  }

  private static double seconds(Deed deed) throws Exception {
    long began = System.nanoTime();
    deed.done();
    return (System.nanoTime() - began) / 1e9;
  }

  /** Read, checked and stored, as from the screen; looked at before, which is measured apart. */
  private Map<String, Double> taken(Jurisdiction county) throws Exception {
    Scope office = Kizilsu.performanceOffice(county);
    Path file = library(county).writtenLarge();
    IntakePreview[] seen = new IntakePreview[1];
    Map<String, Double> took = new LinkedHashMap<>();
    List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP).toList();
    System.gc();
    heap.forEach(MemoryPoolMXBean::resetPeakUsage);
    took.put("preview", seconds(() -> seen[0] = as(office, () -> intake.preview("library.xlsx", file, Optional.empty(), Watch.NOBODY))));
    assertThat(seen[0].errors()).isZero();
    took.put("whole", seconds(() -> as(office, () -> intake.take(UUID.randomUUID(), seen[0], file, Watch.NOBODY))));
    took.put("peak heap MB", heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / 1e6);
    took.put("file MB", Files.size(file) / 1e6);
    settled(county);
    return took;
  }

  /** The drafts are there before; only their storing is measured. */
  private double stored(Jurisdiction county) throws Exception {
    Scope office = Kizilsu.performanceOffice(county);
    List<ManyProjects.Draft> drafts = new ArrayList<>();
    List<ManyGoals.Draft> goalDrafts = new ArrayList<>();
    does(office, () -> work.inOneTransaction(() -> library(county).drafts(goals.rules(YEAR), drafts, goalDrafts)));
    double took = seconds(() -> does(office, () -> work.inOneTransaction(() -> {
      for (int from = 0; from < drafts.size(); from += BATCH) {
        projects.enter(drafts.subList(from, from + BATCH));
        goals.begin(goalDrafts.subList(from, from + BATCH));
      }
    })));
    settled(county);
    return took;
  }

  /** What is done beside, in the time after, is not measured with what comes next. */
  private static void settled(Jurisdiction county) {
    String schema = Schemas.of(county.code());
    assertThat(Owner.asked("select count(*) from " + schema + ".project where code like '%23T000000%'")).isEqualTo(String.valueOf(PROJECTS));
    assertThat(Owner.asked("select count(*) from " + schema + ".goal_indicator where goal in (select g.id from "
        + schema + ".goal g join " + schema + ".project p on p.id = g.project where p.code like '%23T000000%')")).isEqualTo(String.valueOf(PROJECTS * INDICATORS));
    patiently("chained", () -> Owner.asked("select count(*) - (select count(*) from " + schema + ".audit_link) from " + schema + ".audit_entry").equals("0"));
    patiently("figures recomputed", () -> Owner.asked("select count(*) from rollup.dirty where jurisdiction = '" + county.code() + "'").equals("0"));
  }

  /** Thousands of entries are chained in a while. */
  private static void patiently(String what, BooleanSupplier done) {
    for (int again = 0; again < 10 && !done.getAsBoolean(); again++) {
      try {
        Waiting.until(what, done);
      } catch (AssertionError notYet) {
        assertThat(again).as(what).isLessThan(8);
      }
    }
  }

  /** The rows of a county as COPY writes them. */
  private static Map<String, byte[]> rows(Jurisdiction county) throws SQLException, IOException {
    Map<String, byte[]> rows = new LinkedHashMap<>();
    try (Connection owner = Owner.connection()) {
      for (String table : TABLES) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        owner.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + Schemas.of(county.code()) + "." + table + " to stdout", text);
        rows.put(table, text.toByteArray());
      }
    }
    return rows;
  }

  private static double copied(Map<String, byte[]> rows, Jurisdiction county) throws Exception {
    String schema = Schemas.of(county.code());
    try (Connection login = DriverManager.getConnection(System.getenv("JIHENG_DB_URL") + "&options=-c%20role=" + Schemas.roleOf(county.code()),
        System.getenv("JIHENG_DB_USER"), System.getenv("JIHENG_DB_PASSWORD"))) {
      login.setAutoCommit(false);
      return seconds(() -> {
        for (Map.Entry<String, byte[]> table : rows.entrySet()) {
          var copy = login.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + schema + "." + table.getKey() + " from stdin");
          copy.writeToCopy(table.getValue(), 0, table.getValue().length);
          copy.endCopy();
        }
        login.commit();
      });
    }
  }

  @Test
  void aCountysLibraryBesideCopy() throws Exception {
    List<Jurisdiction> counties = counties();
    int rounds = Math.min(MOST_ROUNDS, counties.size() / 3);
    List<Double> whole = new ArrayList<>();
    List<Double> alone = new ArrayList<>();
    StringBuilder result = new StringBuilder();
    for (int round = 0; round < rounds; round++) {
      Map<String, Double> taken = taken(counties.get(3 * round));
      double stored = stored(counties.get(3 * round + 1));
      double copied = copied(rows(counties.get(3 * round)), counties.get(3 * round + 2));
      // the first round warms up
      if (round > 0) {
        whole.add(copied / taken.get("whole"));
        alone.add(copied / stored);
      }
      result.append(String.format(Locale.ROOT, "round %d: COPY %.2f s; storing alone %.2f s (%.2f of COPY); read, checked and stored %.2f s (%.2f of COPY); "
          + "preview %.2f s; file %.1f MB; heap at its peak, garbage included, %.0f MB%n", round, copied, stored, copied / stored, taken.get("whole"),
          copied / taken.get("whole"), taken.get("preview"), taken.get("file MB"), taken.get("peak heap MB")));
      Files.writeString(RESULT, result);
    }
    result.append(String.format(Locale.ROOT, "%d projects, %d indicators; medians of the rounds after the first: with reading and checking %.2f of COPY, storing alone %.2f of COPY%n",
        PROJECTS, PROJECTS * INDICATORS, median(whole), median(alone)));
    Files.writeString(RESULT, result);
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
