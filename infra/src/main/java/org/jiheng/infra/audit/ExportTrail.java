package org.jiheng.infra.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiheng.infra.run.Database;
import org.jiheng.infra.run.Secrets;
import org.jiheng.infra.run.Sentences;
import org.jiheng.infra.run.StackSettings;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.audit.Chain;
import org.jiheng.tenants.audit.TrailFile;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.persistence.Schemas;
import org.jiheng.tenants.scope.JurisdictionCode;

/**
 * The program behind {@code infra/export-trail}: writes a jurisdiction's trail to a file, from a database that runs. Uses the
 * application's login and the audit role, as the screen does; and as there, the export is on record before anything is read.
 */
public final class ExportTrail {

  private static final int FAILED = 1;
  private static final int NOT_ASKED = 2;
  private static final int ROWS_AT_A_TIME = 1000;

  /** In the order of {@link Chain#FIELDS}. */
  private static final String LINKS = """
      select l.number, l.previous, l.digest, e.id, e.at, e.person, e.username, e.person_name, e.acting_for, e.origin, e.act,
             e.subject, e.title, e.before, e.after, e.outcome, e.note
      from %1$s.audit_link l join %1$s.audit_entry e on e.id = l.entry order by l.number""";

  private ExportTrail() {}

  /** @param arguments the directory of the project, the six digits of the jurisdiction, the file to write */
  public static void main(String[] arguments) {
    PrintStream console = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (arguments.length != 3 || !arguments[1].matches("[1-9][0-9]{5}")) {
      console.println(Sentences.say("trail.export-usage"));
      System.exit(NOT_ASKED);
    }
    Path file = Path.of(arguments[2]);
    try (Connection connection = connection(Path.of(arguments[0]), System.getenv()); OutputStream out = Files.newOutputStream(file)) {
      long links = write(connection, new JurisdictionCode(arguments[1]), System.getProperty("user.name"), out);
      console.println(Sentences.say("trail.exported", String.valueOf(links), file));
    } catch (SQLException | IOException failure) {
      console.println(Sentences.say("trail.not-exported", failure.getMessage()));
      System.exit(FAILED);
    }
  }

  /** The database the environment names, as it is named to the application; otherwise the one {@code infra/run} keeps. */
  private static Connection connection(Path project, Map<String, String> environment) throws SQLException, IOException {
    if (environment.containsKey("JIHENG_DB_URL")) {
      return DriverManager.getConnection(environment.get("JIHENG_DB_URL"), environment.get("JIHENG_DB_USER"), environment.get("JIHENG_DB_PASSWORD"));
    }
    StackSettings settings = StackSettings.of(project, environment);
    Path secrets = settings.home().resolve("secrets.properties");
    if (!Files.exists(secrets)) {
      throw new IOException(secrets.toString());
    }
    return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + settings.databasePort() + "/jiheng", Database.LOGIN,
        Secrets.keptIn(secrets).of(Secrets.Of.DATABASE_LOGIN));
  }

  /**
   * Writes the chain of a jurisdiction.
   *
   * @param by who exports, for the record
   * @return how many links
   */
  static long write(Connection connection, JurisdictionCode code, String by, OutputStream out) throws SQLException, IOException {
    connection.setAutoCommit(false);
    String name = name(connection, code).orElseThrow(() -> new SQLException(Sentences.say("trail.no-jurisdiction", code)));
    record(connection, code, by);
    TrailFile.Writer file = TrailFile.begin(out, new TrailFile.Head(code.value(), name, Instant.now(), by));
    long links = 0;
    take(connection, Schemas.auditRoleOf(code));
    try (PreparedStatement query = connection.prepareStatement(LINKS.formatted(Schemas.of(code)))) {
      query.setFetchSize(ROWS_AT_A_TIME);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          file.write(link(rows));
          links++;
        }
      }
    }
    connection.rollback();
    file.end();
    return links;
  }

  private static Chain.Link link(ResultSet row) throws SQLException {
    List<String> fields = new ArrayList<>();
    for (int i = 0; i < Chain.FIELDS.size(); i++) {
      fields.add(Chain.FIELDS.get(i).equals("at") ? row.getObject(4 + i, OffsetDateTime.class).toInstant().toString() : row.getString(4 + i));
    }
    return new Chain.Link(row.getLong("number"), fields, row.getString("previous"), row.getString("digest"));
  }

  private static Optional<String> name(Connection connection, JurisdictionCode code) throws SQLException {
    take(connection, Schemas.IDENTITY_ROLE);
    try (PreparedStatement query = connection.prepareStatement("select name from platform.jurisdiction where code = ?")) {
      query.setString(1, code.value());
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    } finally {
      connection.rollback();
    }
  }

  private static void record(Connection connection, JurisdictionCode code, String by) throws SQLException {
    take(connection, Schemas.roleOf(code));
    try (PreparedStatement insert = connection.prepareStatement("insert into " + Schemas.of(code) + ".audit_entry "
        + "(id, at, person, username, person_name, acting_for, origin, act, subject, title, outcome, note) "
        + "values (?, clock_timestamp(), '00000000-0000-0000-0000-000000000000', ?, ?, 'command', 'command', ?, 'AUDIT_TRAIL', '', 'DONE', ?)")) {
      insert.setObject(1, Identifiers.next());
      insert.setString(2, by);
      insert.setString(3, by);
      insert.setString(4, Act.EXPORT.name());
      insert.setString(5, TrailFile.FORMAT);
      insert.execute();
    }
    connection.commit();
  }

  private static void take(Connection connection, String role) throws SQLException {
    try (PreparedStatement taken = connection.prepareStatement("select set_config('role', ?, true)")) {
      taken.setString(1, role);
      taken.execute();
    }
  }
}
