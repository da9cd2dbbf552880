package org.jiheng.infra.isolation.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Kizilsu.ALL_COUNTIES;
import static org.jiheng.infra.server.Kizilsu.clerk;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jiheng.infra.server.Owner;
import org.jiheng.infra.server.SameKeys;
import org.jiheng.infra.server.Waiting;
import org.jiheng.infra.server.WholeProduct;
import org.jiheng.infra.server.Work;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.Test;

/** PostgreSQL is stopped and started again while people are at work: nobody sees it twice, and nobody sees anything of another county. */
class DatabaseRestartServerIT extends WholeProduct {

  private static final String WHOSE = "select current_user || ' ' || current_setting('role') || ' ' || current_setting('transaction_read_only')";
  private static final int ALL_OF_THE_POOL = 12;
  private static final int REQUESTS_AFTERWARDS = 10;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Inject
  private SameKeys rows;

  @Inject
  private Work work;

  private volatile boolean over;

  /** What one person met with. */
  private final class Person implements Runnable {

    private final Jurisdiction county;
    private final AtomicInteger answered = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> failed = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> foreign = new ConcurrentLinkedQueue<>();

    private Person(Jurisdiction county) {
      this.county = county;
    }

    @Override
    public void run() {
      Scope clerk = clerk(county);
      for (int request = 0; !over; request++) {
        try {
          String seen = switch (request % 3) {
            case 0 -> rows.written(clerk, county.name() + request);
            case 1 -> as(clerk, rows::statement);
            default -> as(clerk, () -> work.inTransaction(rows::queried));
          };
          if (!seen.startsWith(county.name())) {
            foreign.add(county.name() + " saw " + seen);
          }
          answered.incrementAndGet();
        } catch (RuntimeException cutOff) {
          failed.add(String.valueOf(cutOff));
        }
      }
    }
  }

  @Test
  void whoIsAtWorkWhileTheDatabaseIsStartedAgainLosesAtMostOneRequestAndSeesNoForeignRow() throws Exception {
    rows.inEveryCounty();
    String began = Owner.asked("select pg_postmaster_start_time()");
    List<Person> people = new ArrayList<>(ALL_COUNTIES.stream().map(Person::new).toList());
    try (ExecutorService threads = Executors.newFixedThreadPool(people.size())) {
      people.forEach(threads::execute);
      try {
        Waiting.until("everybody is at work", PATIENCE, () -> people.stream().allMatch(one -> one.answered.get() >= REQUESTS_AFTERWARDS));
        assertThat(people).allMatch(one -> one.failed.isEmpty());
        startedAgain();
        List<Integer> before = people.stream().map(one -> one.answered.get()).toList();
        Waiting.until("everybody is served again, and nobody did anything for it", PATIENCE, () -> {
          for (int i = 0; i < people.size(); i++) {
            if (people.get(i).answered.get() < before.get(i) + REQUESTS_AFTERWARDS) {
              return false;
            }
          }
          return true;
        });
      } finally {
        over = true;
      }
    }
    assertThat(Owner.asked("select pg_postmaster_start_time()")).as("it was started again").isNotEqualTo(began);
    assertThat(people).allSatisfy(one -> {
      assertThat(one.failed).as(one.county.name()).hasSizeLessThanOrEqualTo(1);
      assertThat(one.foreign).isEmpty();
    });
    assertThat(people.stream().mapToInt(one -> one.failed.size()).sum()).as("it struck somebody").isPositive();
    assertThat(work.askedOfConnections(ALL_OF_THE_POOL, WHOSE)).allMatch("jiheng_login none off"::equals);
  }

  /** As an administrator of the machine does it: connections are cut, nothing is waited for. */
  private static void startedAgain() throws IOException, InterruptedException {
    Path cluster = Path.of(Owner.asked("show data_directory"));
    Path server = Path.of(Files.readString(cluster.resolve("postmaster.opts")).split(" ")[0].replace("\"", ""));
    Path log = cluster.resolveSibling("started-again.log");
    List<String> command = new ArrayList<>();
    // PostgreSQL does not run as root; it is begun here as its embedded form begins it
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.addAll(List.of(server.resolveSibling("pg_ctl").toString(), "-D", cluster.toString(), "-m", "fast", "-w", "-l", log.toString(), "restart"));
    Process control = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
    assertThat(control.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(control.exitValue()).as(Files.readString(log)).isZero();
  }
}
