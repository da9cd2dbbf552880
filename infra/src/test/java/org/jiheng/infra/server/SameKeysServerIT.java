package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Kizilsu.AKTO;
import static org.jiheng.infra.server.Kizilsu.ARTUX;
import static org.jiheng.infra.server.Kizilsu.COUNTIES;
import static org.jiheng.infra.server.Kizilsu.clerk;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jiheng.app.agency.Units;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.Projects;
import org.jiheng.app.selfevaluation.FormCells;
import org.jiheng.app.selfevaluation.SelfEvaluations;
import org.jiheng.tenants.persistence.Schemas;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.NoScopeException;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Five counties hold rows with the very same keys, and none ever sees another's, on whatever thread and in whatever order. */
class SameKeysServerIT extends WholeProduct {

  private static final int TRANSACTIONS = 2000;
  private static final int THREADS = 8;

  private final UUID key = UUID.randomUUID();

  @Inject
  private Projects projects;

  @Inject
  private Units units;

  @Inject
  private SelfEvaluations selfEvaluations;

  @Inject
  private Forms forms;

  @Inject
  private Work work;

  @BeforeEach
  void theSameKeyInEveryCounty() {
    int year = Forms.aYearOfItsOwn();
    for (Jurisdiction county : COUNTIES) {
      String schema = Schemas.of(county.code());
      Owner.told("insert into " + schema + ".project (id, code, name, unit, fiscal_year) values (?, ?, ?, '101001', ?)",
          key, "K" + year, county.name(), year);
      Owner.told("insert into " + schema + ".review (id, form_type, title, unit, fiscal_year, route, state, round, changed_at, changed_by, version) "
          + "values (?, 'SELF_EVALUATION', ?, '101001', ?, 'FINANCE_FIRST', 'DRAFT', 0, now(), 'x', 1)", key, county.name(), year);
      Owner.told("insert into " + schema + ".self_evaluation (id, project, unit, fiscal_year, statement, version) values (?, ?, '101001', ?, ?, 1)",
          key, key, year, county.name());
    }
  }

  private String found(EntityManager database) {
    return database.find(Project.class, key).name();
  }

  private String queried(EntityManager database) {
    return database.createQuery("select p from Project p where p.id = :id", Project.class).setParameter("id", key)
        .getSingleResult().name();
  }

  private String statement() {
    return selfEvaluations.open(key).cells().text(FormCells.STATEMENT);
  }

  @Test
  void byKeyAndByQueryEachCountyFindsItsOwnRow() {
    for (int round = 0; round < 2; round++) {
      for (Jurisdiction county : COUNTIES) {
        assertThat(as(clerk(county), () -> work.inTransaction(this::found))).isEqualTo(county.name());
        assertThat(as(clerk(county), () -> work.inTransaction(this::queried))).isEqualTo(county.name());
        assertThat(as(clerk(county), () -> projects.find(key).orElseThrow().name())).isEqualTo(county.name());
        assertThat(as(clerk(county), this::statement)).isEqualTo(county.name());
      }
    }
  }

  @Test
  void whatOneCountyWritesIsNotReadByAnotherFromACache() {
    does(clerk(ARTUX), () -> forms.write(key, FormCells.STATEMENT, "阿图什市新写"));
    assertThat(as(clerk(AKTO), this::statement)).isEqualTo("阿克陶县");
    assertThat(as(clerk(ARTUX), this::statement)).isEqualTo("阿图什市新写");
    does(clerk(AKTO), () -> forms.write(key, FormCells.STATEMENT, "阿克陶县新写"));
    assertThat(as(clerk(ARTUX), this::statement)).isEqualTo("阿图什市新写");
  }

  @Test
  void workHandedToTheServersThreadsCarriesItsScopeOrIsRefused() throws Exception {
    carriesItsScopeOrIsRefused(work.executor());
  }

  @Test
  void workHandedToVirtualThreadsCarriesItsScopeOrIsRefused() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      carriesItsScopeOrIsRefused(threads);
    }
  }

  private void carriesItsScopeOrIsRefused(ExecutorService threads) throws Exception {
    List<String> seen = new ArrayList<>();
    for (Jurisdiction county : COUNTIES) {
      threads.submit(() -> does(clerk(county), () -> seen.add(units.names().get("101")))).get();
      Future<?> bare = as(clerk(county), () -> threads.submit(units::names));
      assertThatThrownBy(bare::get).isInstanceOf(ExecutionException.class).hasCauseInstanceOf(NoScopeException.class);
    }
    assertThat(seen).containsExactly("阿图什市教育局", "阿克陶县教育局", "阿合奇县教育局", "乌恰县教育局", "测试县教育局");
  }

  @Test
  void inTwoThousandTransactionsOfEightThreadsNobodySeesAForeignRow() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Callable<List<String>>> runs = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        Random random = new Random(thread);
        runs.add(() -> mixed(random));
      }
      List<String> foreign = new ArrayList<>();
      for (Future<List<String>> run : threads.invokeAll(runs)) {
        foreign.addAll(run.get());
      }
      assertThat(foreign).isEmpty();
    }
  }

  /** Reads, writes and failures in random counties; answers with everything that was not that county's. */
  private List<String> mixed(Random random) {
    List<String> foreign = new ArrayList<>();
    for (int i = 0; i < TRANSACTIONS / THREADS; i++) {
      Jurisdiction county = COUNTIES.get(random.nextInt(COUNTIES.size()));
      Scope clerk = clerk(county);
      String seen = switch (random.nextInt(10)) {
        case 0 -> written(clerk, county, random.nextInt());
        case 1 -> failed(clerk, county);
        case 2, 3 -> as(clerk, this::statement);
        case 4, 5 -> as(clerk, () -> work.inTransaction(this::queried));
        case 6 -> String.valueOf(as(clerk, () -> work.asked("select name from tenant__.project where id = '" + key + "'")));
        default -> as(clerk, () -> work.inTransaction(this::found));
      };
      if (!seen.startsWith(county.name())) {
        foreign.add(county.name() + " saw " + seen);
      }
    }
    return foreign;
  }

  private String written(Scope clerk, Jurisdiction county, int number) {
    does(clerk, () -> forms.write(key, FormCells.STATEMENT, county.name() + number));
    return as(clerk, this::statement);
  }

  private String failed(Scope clerk, Jurisdiction county) {
    assertThatThrownBy(() -> as(clerk, () -> work.asked("select 1 / 0 from tenant__.unit"))).hasMessageContaining("division by zero");
    return county.name();
  }
}
