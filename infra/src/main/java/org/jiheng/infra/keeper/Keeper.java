package org.jiheng.infra.keeper;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiheng.infra.keeper.RealmAdministration.RefusedByProviderException;
import org.jiheng.tenants.desk.Job;
import org.jiheng.tenants.desk.JobStep;
import org.jiheng.tenants.identity.OneTimePassword;
import org.jiheng.tenants.provisioning.Jobs;
import org.jiheng.tenants.provisioning.Passing;

/**
 * Takes jobs in hand and carries them out, one after the other, step by step. Every step is recorded when it is done, so that a job
 * whose keeper died is gone on with where it stood. What cannot go on because somebody does not answer is tried again until it can;
 * what is refused or breaks has failed, and stays so until a person wants it again.
 */
public final class Keeper implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(Keeper.class.getName());

  /** Between two looks when nobody says that there is something to do: a job may wait for the identity provider. */
  private static final Duration POLL = Duration.ofSeconds(15);

  private static final Duration TIME_TO_END = Duration.ofSeconds(20);

  /** Is told of every step: before it is taken, and when it is done but not yet recorded. */
  @FunctionalInterface
  public interface Observer {
    void at(Job job, JobStep step, boolean done);
  }

  private static final Observer LOGGING = (job, step, done) -> LOG.log(System.Logger.Level.DEBUG,
      "{0} {1}: {2} {3}", job.wish().kind(), job.wish().code(), step, done ? "done" : "begun");

  private final Jobs jobs;
  private final JobWork work;
  private final Observer observer;
  private final Clock clock = Clock.systemUTC();
  private volatile Thread thread;

  public Keeper(KeeperSettings settings) {
    this(settings, LOGGING);
  }

  Keeper(KeeperSettings settings, Observer observer) {
    this.jobs = new Jobs(settings.migrator());
    this.work = new JobWork(settings);
    this.observer = observer;
  }

  /** Works on a thread of its own until it is closed. */
  public static Keeper start(KeeperSettings settings) {
    Keeper keeper = new Keeper(settings);
    keeper.thread = Thread.ofPlatform().name("keeper").daemon().start(keeper::work);
    return keeper;
  }

  /** Works until the thread is interrupted. */
  void work() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        Set<UUID> known = round();
        clearUp();
        jobs.await(known, POLL);
      } catch (SQLException | RuntimeException failure) {
        LOG.log(System.Logger.Level.WARNING, "the keeper could not look for jobs: {0}", failure.getMessage());
        pause();
      }
    }
  }

  /** Deletes what is kept no longer: exports, and the right to have first passwords made. */
  void clearUp() throws SQLException {
    jobs.forgetExpired();
    work.clearShelf(jobs);
  }

  private static void pause() {
    try {
      Thread.sleep(POLL);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Carries out what there is. @return the jobs that were there */
  private Set<UUID> round() throws SQLException {
    Set<UUID> known = new HashSet<>();
    for (Job job : jobs.open()) {
      known.add(job.id());
      carryOut(job.id());
    }
    return known;
  }

  /** Carries a job out as far as it goes now. Nothing happens when it is ended or in other hands. */
  public void carryOut(UUID id) throws SQLException {
    Optional<Jobs.Held> taken = jobs.hold(id);
    if (taken.isEmpty()) {
      return;
    }
    try (Jobs.Held held = taken.get()) {
      try {
        for (JobStep step : held.job().ahead()) {
          take(step, held);
        }
        Job job = held.job();
        held.ended(job.steps().getLast().note());
      } catch (IOException | SQLException | RuntimeException failure) {
        if (passes(failure)) {
          LOG.log(System.Logger.Level.DEBUG, "job {0} waits: {1}", id, failure.getMessage());
          held.waits(failure.getClass().getSimpleName());
        } else {
          LOG.log(System.Logger.Level.WARNING, "job " + id + " has failed", failure);
          held.failed(String.valueOf(failure.getMessage()));
        }
      }
    }
  }

  /**
   * One-time passwords, by user name, for the administrators a job of a command has appointed who never came in. Made now and kept
   * nowhere.
   *
   * @throws IOException if the identity provider does not answer; it may be asked again then
   */
  public Map<String, OneTimePassword> passwords(UUID job) throws SQLException, IOException {
    return work.passwords(job, jobs);
  }

  private void take(JobStep step, Jobs.Held held) throws SQLException, IOException {
    Job job = held.job();
    observer.at(job, step, false);
    Instant began = clock.instant();
    String note = work.take(step, job, held);
    observer.at(job, step, true);
    held.done(new Job.Done(step, began, clock.instant(), note));
  }

  /** Whether it is somebody who does not answer now and will again: the identity provider, or the database. */
  private static boolean passes(Exception failure) {
    return switch (failure) {
      case RefusedByProviderException refused -> refused.status() >= 500;
      case IOException _ -> true;
      default -> Passing.cause(failure).isPresent();
    };
  }

  /** Until it is closed. */
  public void await() throws InterruptedException {
    thread.join();
  }

  /** Stops after the statement that is running; a job that is cut off is gone on with at the next start. */
  @Override
  public void close() {
    Thread working = thread;
    if (working != null) {
      working.interrupt();
      try {
        working.join(TIME_TO_END);
      } catch (InterruptedException hurried) {
        Thread.currentThread().interrupt();
      }
    }
    work.close();
  }
}
