package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiheng.infra.server.Acting.as;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.persistence.config.SessionCustomizer;
import org.eclipse.persistence.sessions.DatasourceLogin;
import org.eclipse.persistence.sessions.Session;
import org.jiheng.app.project.Project;
import org.jiheng.app.review.Review;
import org.jiheng.app.selfevaluation.SelfEvaluation;
import org.jiheng.tenants.persistence.Schemas;
import org.jiheng.tenants.scope.Jurisdiction;
import org.junit.jupiter.api.Test;

/**
 * What the seam costs: one transaction for people of many counties through the seam, and beside it the same on one schema without it;
 * and for people of many counties beside those of one. Of two lengths: short (a list of twenty projects, a form with ten indicators, a
 * sentence written: five statements, shorter than any that a screen of the product causes), and as long as writing a cell (eleven).
 * Not a test: {@code infra/bench-seam} runs it and shows what it wrote.
 */
@DataSourceDefinition(name = SeamBench.ONE_SCHEMA, className = "org.postgresql.ds.PGSimpleDataSource", minPoolSize = 0, maxPoolSize = 24,
    url = "${ENV=JIHENG_DB_URL}&options=-c%20role=j_653001", user = "${ENV=JIHENG_DB_USER}", password = "${ENV=JIHENG_DB_PASSWORD}",
    properties = {
      "fish.payara.is-connection-validation-required=true", "fish.payara.connection-validation-method=custom-validation",
      "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation"
    })
class SeamBench extends WholeProduct {

  static final String ONE_SCHEMA = "java:app/jdbc/one-schema";

  private static final Path RESULT = Path.of("target/bench-seam.txt");
  private static final int YEAR = 2022;
  private static final int PROJECTS = 120;
  // many short rounds: what else the machine does lasts longer than one, and so falls on both of a pair
  private static final int ROUNDS = 60;
  private static final int ROUNDS_BEFORE = 4;
  private static final int ROUNDS_UNTIL_WARM = 40;
  private static final long MILLISECONDS_A_ROUND = 500;
  private static final int PEOPLE = 2;
  private static final int MANY_PEOPLE = 6;

  @Inject
  private Work work;

  /** Tables of one county by their name, as a product for one county alone would have them. */
  public static final class OneSchema implements SessionCustomizer {
    @Override
    public void customize(Session session) {
      ((DatasourceLogin) session.getLogin()).setTableQualifier(Schemas.of(Kizilsu.ARTUX.code()));
    }
  }

  /** Those who have a schema each; the county whose one schema is the control has the same rows for each of them, by years. */
  private static List<Jurisdiction> counties() {
    return Stream.concat(Kizilsu.ALL_COUNTIES.stream(), Kizilsu.more().stream()).filter(county -> !county.equals(Kizilsu.ARTUX)).toList();
  }

  private static void fill(Jurisdiction county, int years) {
    String schema = Schemas.of(county.code());
    // the list is found by the same plan on both sides, however many rows stand beside it
    Owner.told("create index listed on " + schema + ".project (fiscal_year, code)");
    Owner.told("insert into " + schema + ".project (id, code, name, unit, fiscal_year) select gen_random_uuid(), 'B' || n, '项目' || n, '101001', "
        + YEAR + " + year from generate_series(0, " + (years - 1) + ") year, generate_series(1, " + PROJECTS + ") n order by year, n");
    Owner.told("insert into " + schema + ".review (id, form_type, title, unit, fiscal_year, route, state, changed_at, changed_by, version) "
        + "select id, 'SELF_EVALUATION', name, unit, fiscal_year, 'UNIT_REVIEW', 'DRAFT', now(), '测', 1 from " + schema + ".project where code like 'B%'");
    Owner.told("insert into " + schema + ".self_evaluation (id, project, unit, fiscal_year, version) "
        + "select id, id, unit, fiscal_year, 1 from " + schema + ".project where code like 'B%'");
    Owner.told("insert into " + schema + ".self_evaluation_indicator (id, self_evaluation, position, level1, level2) "
        + "select gen_random_uuid(), p.id, n, '产出', '数量' from " + schema + ".project p, generate_series(1, 10) n where p.code like 'B%'");
  }

  /** The short transaction. */
  private static int few(EntityManager database, int year) {
    UUID one = someOfTheList(database, year);
    assertThat(database.find(Project.class, one).unit()).isEqualTo("101001");
    return database.find(SelfEvaluation.class, one).indicators().size() + written(database, one);
  }

  /** As many statements, to the same tables, as it takes to write a cell of a form ({@link StatementCountServerIT}). */
  private static int asACellIsWritten(EntityManager database, int year) {
    UUID one = someOfTheList(database, year);
    int read = database.find(SelfEvaluation.class, one).indicators().size();
    assertThat(database.find(Project.class, one).unit()).isEqualTo("101001");
    assertThat(database.find(Review.class, one)).isNotNull();
    for (String beside : List.of("select n from CellNote n where n.review = :form", "select d from Draft d where d.review = :form",
        "select s from ReviewStep s where s.review = :form", "select v.number from FormVersion v where v.review = :form",
        "select r from Reopening r where r.form = :form")) {
      read += database.createQuery(beside, Object.class).setParameter("form", one).getResultList().size();
    }
    return read + written(database, one);
  }

  private static UUID someOfTheList(EntityManager database, int year) {
    List<UUID> listed = database.createQuery("select p.id from Project p where p.fiscalYear = :year order by p.code", UUID.class)
        .setParameter("year", year).setMaxResults(20).getResultList();
    return listed.get(ThreadLocalRandom.current().nextInt(listed.size()));
  }

  private static int written(EntityManager database, UUID one) {
    return database.createQuery("update SelfEvaluation s set s.statement = :text where s.id = :id")
        .setParameter("text", "第" + System.nanoTime() + "次").setParameter("id", one).executeUpdate();
  }

  /** How much is done in a transaction. */
  private enum Length {
    FEW(5, SeamBench::few),
    A_CELL_WRITTEN(11, SeamBench::asACellIsWritten);

    private final int statements;
    private final BiFunction<EntityManager, Integer, Integer> transaction;

    Length(int statements, BiFunction<EntityManager, Integer, Integer> transaction) {
      this.statements = statements;
      this.transaction = transaction;
    }
  }

  private interface Transaction {
    void done() throws Exception;
  }

  private Transaction throughTheSeam(List<Jurisdiction> counties, BiFunction<EntityManager, Integer, Integer> transaction) {
    return () -> as(Kizilsu.clerk(counties.get(ThreadLocalRandom.current().nextInt(counties.size()))), () -> work.inTransaction(database -> transaction.apply(database, YEAR)));
  }

  /** The same for people of as many counties, whose rows stand in the one schema. */
  private Transaction past(EntityManagerFactory oneSchema, int counties, BiFunction<EntityManager, Integer, Integer> transaction) {
    Function<EntityManager, Integer> past = _ -> {
      try (EntityManager database = oneSchema.createEntityManager()) {
        return transaction.apply(database, YEAR + ThreadLocalRandom.current().nextInt(counties));
      }
    };
    // the scope is bound as well: it costs the control what it costs the product
    return () -> as(Kizilsu.clerk(Kizilsu.ARTUX), () -> work.inTransaction(past));
  }

  /** Milliseconds of every transaction of these people in one round, sorted. */
  private static List<Double> round(int people, Transaction transaction) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(people)) {
      long end = System.nanoTime() + MILLISECONDS_A_ROUND * 1_000_000;
      List<Callable<List<Double>>> runs = IntStream.range(0, people).mapToObj(_ -> (Callable<List<Double>>) () -> {
        List<Double> took = new ArrayList<>();
        while (System.nanoTime() < end) {
          long began = System.nanoTime();
          transaction.done();
          took.add((System.nanoTime() - began) / 1_000_000.0);
        }
        return took;
      }).toList();
      List<Double> all = new ArrayList<>();
      for (Future<List<Double>> run : threads.invokeAll(runs)) {
        all.addAll(run.get());
      }
      return all.stream().sorted().toList();
    }
  }

  private static double at(List<Double> sorted, double share) {
    return sorted.get((int) Math.min(sorted.size() - 1.0, sorted.size() * share));
  }

  /** Turn by turn, so that whatever else the machine does falls on both; the ratio is the median of the rounds' ratios. */
  private static String compared(String what, int people, double share, Transaction measured, Transaction control) throws Exception {
    List<Double> ratios = new ArrayList<>();
    List<Double> measuredTook = new ArrayList<>();
    List<Double> controlTook = new ArrayList<>();
    for (int round = -ROUNDS_BEFORE; round < ROUNDS; round++) {
      double one = at(round(people, measured), share);
      double other = at(round(people, control), share);
      if (round >= 0) {
        ratios.add(one / other);
        measuredTook.add(one);
        controlTook.add(other);
      }
    }
    return String.format(Locale.ROOT, "%s: %.2f ms beside %.2f ms, ratio %.3f (rounds from %.3f to %.3f)%n", what, median(measuredTook),
        median(controlTook), median(ratios), ratios.stream().min(Double::compare).orElseThrow(), ratios.stream().max(Double::compare).orElseThrow());
  }

  private static double median(List<Double> values) {
    return at(values.stream().sorted().toList(), 0.5);
  }

  @Test
  void theSeamBesideOneSchemaAndManyCountiesBesideOne() throws Exception {
    List<Jurisdiction> counties = counties();
    counties.forEach(county -> fill(county, 1));
    fill(Kizilsu.ARTUX, counties.size());
    Owner.told("analyze");
    StringBuilder result = new StringBuilder();
    try (EntityManagerFactory oneSchema = Persistence.createEntityManagerFactory("jiheng", Map.of("eclipselink.session.customizer",
        OneSchema.class.getName(), "eclipselink.session-name", "one-schema", "eclipselink.weaving", "false",
        "jakarta.persistence.jtaDataSource", ONE_SCHEMA))) {
      for (Length length : Length.values()) {
        for (int round = 0; round < ROUNDS_UNTIL_WARM; round++) {
          round(PEOPLE, throughTheSeam(counties, length.transaction));
          round(PEOPLE, past(oneSchema, counties.size(), length.transaction));
        }
        for (int active : List.of(1, 10, 100).stream().filter(number -> number <= counties.size()).toList()) {
          result.append(compared("median of a transaction of " + length.statements + " statements through the seam, " + active
              + " active tenants, beside the same rows in one schema without it", PEOPLE, 0.5,
              throughTheSeam(counties.subList(0, active), length.transaction), past(oneSchema, active, length.transaction)));
          keep(result);
        }
      }
      if (counties.size() >= 30) {
        result.append(compared("95% of transactions of " + MANY_PEOPLE + " people, 30 tenants beside 1", MANY_PEOPLE, 0.95,
            throughTheSeam(counties.subList(0, 30), SeamBench::few), throughTheSeam(counties.subList(0, 1), SeamBench::few)));
        keep(result);
      }
    }
  }

  private static void keep(StringBuilder result) throws IOException {
    Files.writeString(RESULT, result);
  }
}
