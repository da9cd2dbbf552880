package org.jiheng.tenants.desk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.JurisdictionCode;
import org.jiheng.tenants.scope.JurisdictionState;
import org.jiheng.tenants.scope.Scope;

/** Jurisdictions and jobs as the database holds them: read alike at the desk and by the keeper, each under its own role. */
public final class DeskRows {

  private static final String STANDINGS = """
      select j.code, j.name, j.parent, j.state, j.state_before, j.state_since, j.state_reason, j.layout,
             (select max(e.wanted_at) from platform.provisioning_job e
               where e.jurisdiction = j.code and e.kind = 'EXPORT' and e.state = 'DONE'
                 and (e.by_command or e.handed_over is not null)) as exported
      from platform.jurisdiction j order by j.code""";

  private static final String JOBS = """
      select j.id, j.kind, j.jurisdiction, j.prefecture, j.wanted_by, j.wanted_name, j.wanted_at, j.by_command, j.reason, j.input,
             j.state, j.note, j.result, j.ended, j.handed_over, j.kept_until,
             j.state = 'DONE' and j.handed_over is null and j.kept_until > now() and (j.by_command or coalesce(j.agreed, false)) as there,
             case when j.kind = 'EXPORT' then platform.export_asks(j.id) end as asks,
             j.agreed, j.answered_in, j.answered_name, j.answered_at, platform.has_secret(j.id) as secret
      from platform.provisioning_job j where\s""";

  private static final String ADD = "insert into platform.provisioning_job "
      + "(id, kind, jurisdiction, reason, input, prefecture, wanted_by, wanted_username, wanted_name, origin";
  private static final int PAGE = 50;
  private static final UUID NOBODY = new UUID(0, 0);

  private DeskRows() {}

  /** Every jurisdiction there is or was, in the order of codes. */
  public static List<Standing> standings(Connection connection) throws SQLException {
    List<Standing> found = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(STANDINGS); ResultSet row = query.executeQuery()) {
      while (row.next()) {
        found.add(new Standing(
            new Jurisdiction(new JurisdictionCode(row.getString("code")), row.getString("name"),
                Optional.ofNullable(row.getString("parent")).map(JurisdictionCode::new)),
            JurisdictionState.valueOf(row.getString("state")),
            Optional.ofNullable(row.getString("state_before")).map(JurisdictionState::valueOf),
            at(row, "state_since").orElseThrow(), row.getString("state_reason"), row.getString("layout"), at(row, "exported")));
      }
    }
    return found;
  }

  /** The job with this identifier. */
  public static Optional<Job> job(Connection connection, UUID id) throws SQLException {
    return jobs(connection, "j.id = ?", id).stream().findFirst();
  }

  /** Jobs that are not ended, in the order in which they were wanted. */
  public static List<Job> open(Connection connection) throws SQLException {
    return jobs(connection, "j.state in ('WAITING', 'RUNNING') order by j.wanted_at, j.id");
  }

  /** Whether a jurisdiction has a job that is not ended. */
  static boolean isBusy(Connection connection, String code) throws SQLException {
    return !jobs(connection, "j.jurisdiction = ? and j.state in ('WAITING', 'RUNNING')", code).isEmpty();
  }

  /** The latest job of every jurisdiction on behalf of a prefecture. */
  static List<Job> latest(Connection connection, JurisdictionCode prefecture) throws SQLException {
    return jobs(connection, """
        j.prefecture = ? and not exists (select from platform.provisioning_job l
          where l.jurisdiction = j.jurisdiction and (l.wanted_at, l.id) > (j.wanted_at, j.id)) order by j.jurisdiction""", prefecture.value());
  }

  /** Exports of a jurisdiction, and those it is or was asked about; the latest first, and no more than a page of them. */
  static List<Job> exports(Connection connection, JurisdictionCode code) throws SQLException {
    return jobs(connection, """
        j.kind = 'EXPORT' and j.state = 'DONE' and (j.jurisdiction = ? or j.answered_in = ? or platform.export_asks(j.id) = ?)
        order by j.wanted_at desc, j.id limit """ + " " + PAGE, code.value(), code.value(), code.value());
  }

  /** What a security administrator says to an export, for that person's jurisdiction. False if somebody else is asked, or nobody. */
  static boolean answer(Connection connection, UUID job, Scope by, Answer answer, String reason) throws SQLException {
    try (PreparedStatement said = connection.prepareStatement("select platform.answer_export(?, ?, ?, ?, ?, ?)")) {
      said.setObject(1, job);
      said.setObject(2, by.caller().id());
      said.setString(3, by.jurisdiction().code().value());
      said.setString(4, by.caller().origin());
      said.setBoolean(5, answer == Answer.AGREED);
      said.setString(6, answer.name() + ", " + reason);
      try (ResultSet row = said.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  private static List<Job> jobs(Connection connection, String condition, Object... values) throws SQLException {
    List<Job> found = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(JOBS + condition)) {
      for (int i = 0; i < values.length; i++) {
        query.setObject(i + 1, values[i]);
      }
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          found.add(job(row));
        }
      }
    }
    return found.isEmpty() ? found : withSteps(connection, found);
  }

  private static Job job(ResultSet row) throws SQLException {
    JobKind kind = JobKind.valueOf(row.getString("kind"));
    return new Job(row.getObject("id", UUID.class),
        Wish.read(kind, row.getString("jurisdiction"), row.getString("reason"), row.getString("input")),
        Optional.ofNullable(row.getString("prefecture")).map(JurisdictionCode::new),
        row.getObject("wanted_by", UUID.class), row.getString("wanted_name"), at(row, "wanted_at").orElseThrow(), row.getBoolean("by_command"),
        Job.State.valueOf(row.getString("state")), List.of(), row.getString("note"), row.getString("result"), at(row, "ended"),
        export(row), row.getBoolean("secret"));
  }

  private static Job.Export export(ResultSet row) throws SQLException {
    boolean agreed = row.getBoolean("agreed");
    Optional<Job.Answered> answered = row.wasNull() ? Optional.empty() : Optional.of(new Job.Answered(agreed ? Answer.AGREED : Answer.DECLINED,
        new JurisdictionCode(row.getString("answered_in")), row.getString("answered_name"), at(row, "answered_at").orElseThrow()));
    return new Job.Export(at(row, "kept_until"), at(row, "handed_over").isPresent(), row.getBoolean("there"),
        Optional.ofNullable(row.getString("asks")).map(JurisdictionCode::new), answered);
  }

  private static List<Job> withSteps(Connection connection, List<Job> jobs) throws SQLException {
    Map<UUID, List<Job.Done>> steps = new HashMap<>();
    try (PreparedStatement query = connection.prepareStatement(
        "select job, name, began, ended, note from platform.provisioning_step where job = any(?) order by job, number")) {
      query.setArray(1, connection.createArrayOf("uuid", jobs.stream().map(Job::id).toArray()));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          steps.computeIfAbsent(row.getObject("job", UUID.class), _ -> new ArrayList<>()).add(new Job.Done(JobStep.valueOf(row.getString("name")),
              at(row, "began").orElseThrow(), at(row, "ended").orElseThrow(), row.getString("note")));
        }
      }
    }
    return jobs.stream().map(one -> new Job(one.id(), one.wish(), one.prefecture(), one.wantedBy(), one.wantedName(), one.wantedAt(),
        one.byCommand(), one.state(), List.copyOf(steps.getOrDefault(one.id(), List.of())), one.note(), one.result(), one.ended(),
        one.export(), one.secret())).toList();
  }

  /** For whom a job's asker may have first passwords made: accounts by user name. In the transaction of {@link #made}. */
  static Map<String, UUID> awaited(Connection connection, UUID job, UUID asker) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement("select username, person from platform.open_awaited(?, ?)")) {
      query.setObject(1, job);
      query.setObject(2, asker);
      return accounts(query);
    }
  }

  /** Answers of two columns, a user name and an account. */
  public static Map<String, UUID> accounts(PreparedStatement query) throws SQLException {
    Map<String, UUID> people = new LinkedHashMap<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        people.put(row.getString(1), row.getObject(2, UUID.class));
      }
    }
    return people;
  }

  /** First passwords were made for these user names; on record with them. */
  static void made(Connection connection, UUID job, UUID asker, Collection<String> made) throws SQLException {
    try (PreparedStatement told = connection.prepareStatement("select platform.take_awaited(?, ?, ?)")) {
      told.setObject(1, job);
      told.setObject(2, asker);
      told.setArray(3, connection.createArrayOf("text", made.toArray()));
      told.execute();
    }
  }

  private static Optional<Instant> at(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
  }

  /** Writes a person's wish down as a job that waits for the keeper. False if the jurisdiction has one already that is not ended. */
  static boolean add(Connection connection, UUID id, Wish wish, Scope by) throws SQLException {
    return insert(connection, ADD + ") values (?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?) on conflict do nothing",
        id, wish.kind().name(), wish.code(), wish.reason(), wish.input(), by.jurisdiction().code().value(), by.caller().id(),
        by.caller().username(), by.caller().name(), by.caller().origin());
  }

  /** The same for whoever holds the migration role; the desk's role could not say so. */
  public static boolean addCommand(Connection connection, UUID id, Wish wish, String user) throws SQLException {
    return insert(connection, ADD + ", by_command) values (?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, true) on conflict do nothing",
        id, wish.kind().name(), wish.code(), wish.reason(), wish.input(), wish.parent().map(JurisdictionCode::value).orElse(null), NOBODY,
        user, user, "command");
  }

  private static boolean insert(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        insert.setObject(i + 1, values[i]);
      }
      return insert.executeUpdate() == 1;
    }
  }
}
