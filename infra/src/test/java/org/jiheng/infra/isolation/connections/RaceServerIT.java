package org.jiheng.infra.isolation.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Kizilsu.ALL_COUNTIES;
import static org.jiheng.infra.server.Kizilsu.clerk;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jiheng.infra.server.Kizilsu;
import org.jiheng.infra.server.Owner;
import org.jiheng.infra.server.SameKeys;
import org.jiheng.infra.server.WholeProduct;
import org.jiheng.infra.server.Work;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.Test;

/**
 * Sixteen threads read and write rows of thirteen counties under the same keys, one county after the other on the same
 * connections; statements fail and connections are killed in the middle of it. Whatever anybody reads is their own county's.
 */
class RaceServerIT extends WholeProduct {

  private static final int TRANSACTIONS = 10_000;
  private static final int THREADS = 16;
  private static final String MINE = "select name from tenant__.project where id = '%s'";

  /** Of each county; few, so that people of one county also meet at the same form. */
  private static final int FORMS = 3;

  @Inject
  private SameKeys first;

  @Inject
  private SameKeys second;

  @Inject
  private SameKeys third;

  @Inject
  private Work work;

  private final AtomicInteger killed = new AtomicInteger();
  private final List<UUID> keys = new ArrayList<>();

  private List<SameKeys> rows() {
    List<SameKeys> rows = List.of(first, second, third);
    rows.forEach(one -> keys.add(one.inEveryCounty()));
    return rows;
  }

  @Test
  void inTenThousandTransactionsOfSixteenThreadsNobodySeesAForeignRow() throws Exception {
    List<SameKeys> rows = rows();
    assertThat(race(TRANSACTIONS, (county, random) -> {
      int form = random.nextInt(FORMS);
      return one(rows.get(form), keys.get(form), county, random);
    })).isEmpty();
    assertThat(killed).as("connections killed in the middle of a transaction").hasPositiveValue();
  }

  @Test
  void aQueryThatDoesLeakIsFoundOutByTheSameRace() throws Exception {
    UUID key = first.inEveryCounty();
    String unscoped = "select name from j_653001.project where id = '" + key + "'";
    assertThatThrownBy(() -> as(clerk(Kizilsu.AKTO), () -> work.asked(unscoped))).as("the database's rights alone stop it").hasMessageContaining("permission denied");
    // through the product's own seam, each under the reader's own role: a query that names one county's table, and rights that let it
    rights("grant", "to");
    try {
      List<String> foreign = race(200, (county, _) -> String.valueOf(as(clerk(county), () -> work.asked(unscoped))));
      assertThat(foreign).isNotEmpty().allMatch(one -> one.endsWith(" saw 阿图什市"));
    } finally {
      rights("revoke", "from");
    }
  }

  /** Of every county's role on one county's projects; the county's own keeps what it has by itself. */
  private static void rights(String verb, String preposition) {
    Owner.told(verb + " usage on schema j_653001 " + preposition + " jiheng_jurisdiction");
    Owner.told(verb + " select on j_653001.project " + preposition + " jiheng_jurisdiction");
  }

  /**
   * Lets many people of random counties read at once.
   *
   * @param reading what a county's clerk is shown; begins with the county's name if it is theirs
   * @return everything that was not the reader's county's
   */
  private static List<String> race(int transactions, BiFunction<Jurisdiction, Random, String> reading) throws Exception {
    List<Callable<List<String>>> runs = IntStream.range(0, THREADS).mapToObj(thread -> (Callable<List<String>>) () -> {
      Random random = new Random(thread);
      List<String> foreign = new ArrayList<>();
      for (int i = 0; i < transactions / THREADS; i++) {
        Jurisdiction county = ALL_COUNTIES.get(random.nextInt(ALL_COUNTIES.size()));
        String seen = reading.apply(county, random);
        if (!seen.startsWith(county.name())) {
          foreign.add(county.name() + " saw " + seen);
        }
      }
      return foreign;
    }).toList();
    List<String> foreign = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (Future<List<String>> run : threads.invokeAll(runs)) {
        foreign.addAll(run.get());
      }
    }
    return foreign;
  }

  private String one(SameKeys rows, UUID key, Jurisdiction county, Random random) {
    Scope clerk = clerk(county);
    int dice = random.nextInt(200);
    if (dice == 0) {
      return killedInTheMiddle(clerk, key, county);
    }
    return switch (dice % 10) {
      case 0 -> written(rows, clerk, county.name() + random.nextInt());
      case 1 -> failed(clerk, county);
      case 2, 3 -> as(clerk, rows::statement);
      case 4, 5 -> as(clerk, () -> work.inTransaction(rows::queried));
      case 6, 7 -> String.valueOf(as(clerk, () -> work.asked(MINE.formatted(key))));
      default -> as(clerk, () -> work.inTransaction(rows::found));
    };
  }

  /** Another thread may write into the same form at the same moment: then either sentence stands, and it is the county's. */
  private static String written(SameKeys rows, Scope clerk, String sentence) {
    try {
      return rows.written(clerk, sentence);
    } catch (RuntimeException overtaken) {
      return as(clerk, rows::statement);
    }
  }

  private String failed(Scope clerk, Jurisdiction county) {
    assertThatThrownBy(() -> as(clerk, () -> work.asked("select 1 / 0 from tenant__.unit"))).hasMessageContaining("division by zero");
    return county.name();
  }

  private String killedInTheMiddle(Scope clerk, UUID key, Jurisdiction county) {
    assertThatThrownBy(() -> does(clerk, () -> work.inOneTransaction(() -> {
      Owner.asked("select pg_terminate_backend(?)", work.asked("select pg_backend_pid()"));
      killed.incrementAndGet();
      work.asked(MINE.formatted(key));
    }))).isInstanceOf(RuntimeException.class);
    return String.valueOf(as(clerk, () -> work.asked(MINE.formatted(key))));
  }
}
