package org.jiheng.tenants.provisioning;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jiheng.tenants.desk.DeskRows;
import org.jiheng.tenants.desk.Job;
import org.jiheng.tenants.desk.JobStep;
import org.jiheng.tenants.desk.ProgramAct;
import org.jiheng.tenants.desk.Wish;
import org.jiheng.tenants.persistence.Identifiers;
import org.postgresql.PGConnection;

/** The keeper's side of the jobs: what is to be done, who is at it, how far it has come. */
public final class Jobs {

  /** How long a first password may be made and shown for somebody a job has appointed. */
  private static final Duration PASSWORD_AWAITED = Duration.ofHours(24);

  /** The driver does not wake up when its thread is interrupted: it looks up this often. */
  private static final Duration SLICE = Duration.ofMillis(500);

  private final DataSource migrator;

  public Jobs(DataSource migrator) {
    this.migrator = migrator;
  }

  /**
   * Writes down a wish of whoever holds the migration role.
   *
   * @param user name of that person on the machine
   * @return the job; empty if the jurisdiction has one already that is not ended
   */
  public Optional<UUID> command(Wish wish, String user) throws SQLException {
    try (Connection connection = migrator.getConnection()) {
      UUID id = Identifiers.next();
      return DeskRows.addCommand(connection, id, wish, user) ? Optional.of(id) : Optional.empty();
    }
  }

  public Optional<Job> job(UUID id) throws SQLException {
    try (Connection connection = migrator.getConnection()) {
      return DeskRows.job(connection, id);
    }
  }

  /** Jobs that are not ended, in the order in which they were wanted. */
  public List<Job> open() throws SQLException {
    try (Connection connection = migrator.getConnection()) {
      return DeskRows.open(connection);
    }
  }

  /** For whom a first password may be made and shown to whoever wanted a job of {@link #command}: accounts by user name. */
  public Map<String, UUID> awaited(UUID job) throws SQLException {
    try (Connection connection = migrator.getConnection(); PreparedStatement query = connection.prepareStatement(
        "select username, person from platform.awaiting(?)")) {
      query.setObject(1, job);
      return DeskRows.accounts(query);
    }
  }

  /**
   * First passwords were made for people a job has appointed: on the record of its prefecture and of the jurisdiction, by name. Nobody
   * waits for one of this job any more.
   *
   * @param made their user names; with none there is nothing to record
   */
  public void made(UUID job, Collection<String> made) throws SQLException {
    try (Connection connection = migrator.getConnection();
        PreparedStatement told = connection.prepareStatement("select platform.passwords_made(?, ?)")) {
      told.setObject(1, job);
      told.setArray(2, connection.createArrayOf("text", made.toArray()));
      told.execute();
    }
  }

  /** Nobody came for these passwords in time: they will not be made. */
  public void forgetExpired() throws SQLException {
    try (Connection connection = migrator.getConnection(); Statement statement = connection.createStatement()) {
      statement.execute("delete from platform.awaited_password where expires <= now()");
    }
  }

  /** Exports whose files are kept now or are being written: everything else in their directory is over. */
  public Set<UUID> keptExports() throws SQLException {
    try (Connection connection = migrator.getConnection(); PreparedStatement query = connection.prepareStatement("""
        select id from platform.provisioning_job where kind = 'EXPORT' and (state in ('WAITING', 'RUNNING') or state = 'DONE' and kept_until > now())""");
        ResultSet row = query.executeQuery()) {
      Set<UUID> kept = new HashSet<>();
      while (row.next()) {
        kept.add(row.getObject(1, UUID.class));
      }
      return kept;
    }
  }

  /**
   * Waits until somebody wants something, at most this long.
   *
   * @param known jobs that are no news: they wait for something else
   */
  public void await(Set<UUID> known, Duration atMost) throws SQLException {
    try (Connection connection = migrator.getConnection(); Statement statement = connection.createStatement()) {
      statement.execute("listen provisioning_job");
      long slices = atMost.dividedBy(SLICE);
      boolean told = open().stream().anyMatch(job -> !known.contains(job.id()));
      while (!told && slices-- > 0 && !Thread.currentThread().isInterrupted()) {
        told = connection.unwrap(PGConnection.class).getNotifications(Math.toIntExact(SLICE.toMillis())).length > 0;
      }
    }
  }

  /** Takes a job in hand; empty if another keeper has it, or it is ended. */
  public Optional<Held> hold(UUID id) throws SQLException {
    Connection connection = migrator.getConnection();
    try {
      Held held = new Held(connection, id);
      if (held.taken()) {
        return Optional.of(held);
      }
    } catch (SQLException | RuntimeException failure) {
      connection.close();
      throw failure;
    }
    connection.close();
    return Optional.empty();
  }

  /**
   * A job in one keeper's hands until it is closed: held by a lock of this connection, so that it is free at once when the keeper
   * dies. Everything that is recorded goes over this connection: who has lost the lock can record nothing.
   */
  public static final class Held implements AutoCloseable {

    private final Connection connection;
    private final UUID id;

    private Held(Connection connection, UUID id) {
      this.connection = connection;
      this.id = id;
    }

    private boolean taken() throws SQLException {
      try (PreparedStatement lock = connection.prepareStatement("select pg_try_advisory_lock(hashtextextended(?, 0))")) {
        lock.setString(1, id.toString());
        try (ResultSet row = lock.executeQuery()) {
          row.next();
          if (!row.getBoolean(1)) {
            return false;
          }
        }
      }
      return told("update platform.provisioning_job set state = 'RUNNING' where id = ? and state in ('WAITING', 'RUNNING')", id) == 1;
    }

    public Job job() throws SQLException {
      return DeskRows.job(connection, id).orElseThrow();
    }

    /** Records that a step is done. */
    public void done(Job.Done step) throws SQLException {
      told("""
          insert into platform.provisioning_step (job, number, name, began, ended, note)
          select ?, coalesce(max(number), 0) + 1, ?, ?::timestamptz, ?::timestamptz, ? from platform.provisioning_step where job = ?""",
          id, step.step().name(), step.began().toString(), step.ended().toString(), step.note(), id);
      waits("");
    }

    /** Says what the job waits for; it stays to be done. */
    public void waits(String note) throws SQLException {
      told("update platform.provisioning_job set note = ? where id = ?", note, id);
    }

    /**
     * These people have been appointed and chose no password: whoever wanted the job may have first passwords made for those who were
     * never signed in. The others were reset since.
     */
    public void awaits(List<UUID> people) throws SQLException {
      for (UUID person : people) {
        told("""
            insert into platform.awaited_password (job, person, expires)
            select ?, p.id, now() + make_interval(secs => ?) from platform.person p
            where p.id = ? and not exists (select from platform.last_sign_in s where s.person = p.id)
            on conflict (job, person) do update set expires = excluded.expires""", id, (double) PASSWORD_AWAITED.toSeconds(), person);
      }
    }

    /** A program goes with its county: on the record of the prefecture, because the county's trail has gone before. */
    public void removes(String program) throws SQLException {
      told("""
          select platform.record_administration(prefecture, id, 'ADMINISTER', ?, '', '', 'DONE', ? || reason)
          from platform.provisioning_job where id = ? and prefecture is not null""", program, ProgramAct.REMOVE_PROGRAM.because(""), id);
    }

    /** The file the job has written is kept from now on for so long. */
    public void keepsExport(Duration lasts) throws SQLException {
      told("update platform.provisioning_job set kept_until = now() + make_interval(secs => ?) where id = ?", (double) lasts.toSeconds(), id);
    }

    /** The job is done; on the record of its prefecture and of the jurisdiction itself. */
    public void ended(String result) throws SQLException {
      close(Job.State.DONE, "", result);
    }

    /** The job has failed and is not tried again by itself; on the record, too. */
    public void failed(String note) throws SQLException {
      close(Job.State.FAILED, note, "");
    }

    private void close(Job.State state, String note, String result) throws SQLException {
      Job job = job();
      connection.setAutoCommit(false);
      try {
        told("update platform.provisioning_job set state = ?, note = ?, result = ?, ended = now() where id = ?", state.name(), note, result, id);
        told("""
            select platform.record_administration(trail, j.id, 'ADMINISTER', coalesce(g.name, j.jurisdiction), ?,
              coalesce(case j.kind when 'RENAME' then g.name else g.state end, ''),
              case when j.state = 'DONE' then 'DONE' when j.note ~ '^[A-Z_, ]+$' then 'REFUSED' else 'FAILED' end,
              concat_ws(', ', j.kind, j.reason, nullif(j.note, '')))
            from platform.provisioning_job j left join platform.jurisdiction g on g.code = j.jurisdiction
            cross join lateral (select distinct unnest(array[j.jurisdiction, j.prefecture]) as trail) trails
            where j.id = ? and trail is not null""", nameBefore(job), id);
        connection.commit();
      } finally {
        connection.setAutoCommit(true);
      }
    }

    private static String nameBefore(Job job) {
      return job.steps().stream().filter(one -> one.step() == JobStep.RENAME).map(Job.Done::note).findFirst().orElse("");
    }

    private int told(String sql, Object... values) throws SQLException {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        for (int i = 0; i < values.length; i++) {
          statement.setObject(i + 1, values[i]);
        }
        return statement.execute() ? 0 : statement.getUpdateCount();
      }
    }

    /** Lets the job go, ended or not. */
    @Override
    public void close() throws SQLException {
      connection.close();
    }
  }
}
