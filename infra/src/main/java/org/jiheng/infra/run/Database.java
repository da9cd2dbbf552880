package org.jiheng.infra.run;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * PostgreSQL on this machine, listening on loopback and asking everybody for a password from its first moment. Holds two
 * databases, the product's and the identity provider's, each closed to the other's login.
 */
public final class Database implements AutoCloseable {

  /** Database of the product. */
  public static final String PRODUCT = "jiheng";

  /** Role that owns the product's tables and may create roles. */
  public static final String MIGRATOR = "jiheng_migrator";

  /** Role the application signs in with; owns nothing, inherits nothing, has an empty search path. */
  public static final String LOGIN = "jiheng_login";

  /** Database and role of the identity provider. */
  public static final String IDENTITY = "keycloak";

  private static final String SUPERUSER = "postgres";

  static {
    Quiet.libraries();
  }

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /**
   * Where the server keeps its things.
   *
   * @param home directory for the cluster, its log and the unpacked binaries
   * @param port to listen on
   * @param lasting whether the data are wanted after the end; if not, they are written without care for a power cut and
   *     deleted
   */
  public record Settings(Path home, int port, Secrets secrets, boolean lasting) {

    Path cluster() {
      return home.resolve("cluster");
    }

    /** Written once the cluster is complete: one without it was cut off while being made, and is made anew. */
    Path complete() {
      return home.resolve("complete");
    }

    Path log() {
      return home.resolve("postgres.log");
    }

    /** Connections to the server if it runs, as {@link Database#migrator()}. */
    public DataSource migrator() {
      return as(MIGRATOR, Secrets.Of.DATABASE_MIGRATOR, PRODUCT);
    }

    private DataSource as(String user, Secrets.Of secret, String database) {
      PGSimpleDataSource source = new PGSimpleDataSource();
      source.setURL(url(database));
      source.setUser(user);
      source.setPassword(secrets.of(secret));
      return source;
    }

    /** Many rows go as one statement; what the server says about a refused row stays out of exceptions and their logs. */
    private String url(String database) {
      return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?reWriteBatchedInserts=true&logServerErrorDetail=false";
    }
  }

  private final Settings settings;
  private final EmbeddedPostgres server;

  private Database(Settings settings, EmbeddedPostgres server) {
    this.settings = settings;
    this.server = server;
  }

  /** A server on a free port, gone with all its data when it is closed. */
  public static Database temporary() {
    try {
      return start(new Settings(Files.createTempDirectory("jiheng-database"), Ports.free(), Secrets.temporary(), false), Progress.SILENT);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * Starts the server, on its existing data if there are any, and sees to it that databases and logins are there.
   *
   * @throws StartFailedException if it does not start
   */
  public static Database start(Settings settings, Progress progress) {
    progress.at("database.starting", String.valueOf(settings.port()));
    try {
      Files.createDirectories(settings.home());
      if (Files.exists(settings.complete())) {
        new Postmaster(settings.cluster()).clearTheWay(progress);
      } else {
        Directories.delete(settings.cluster());
      }
      Database database = new Database(settings, server(settings));
      database.prepare();
      Files.writeString(settings.complete(), "");
      return database;
    } catch (IOException | SQLException | RuntimeException failure) {
      throw new StartFailedException(failure, "database.failed", settings.log());
    }
  }

  private static EmbeddedPostgres server(Settings settings) throws IOException {
    Path password = Files.createTempFile(settings.home(), "password", "", Secrets.ownerOnly());
    try {
      Files.writeString(password, settings.secrets().of(Secrets.Of.DATABASE_SUPERUSER));
      EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
          .setDataDirectory(settings.cluster())
          .setCleanDataDirectory(false)
          .setPort(settings.port())
          .setPGStartupWait(PATIENCE)
          // whoever starts the product also stops its parts, in the right order
          .setRegisterShutdownHook(false)
          .setConnectConfig("password", settings.secrets().of(Secrets.Of.DATABASE_SUPERUSER))
          .setErrorRedirector(ProcessBuilder.Redirect.appendTo(settings.log().toFile()))
          .setOutputRedirector(ProcessBuilder.Redirect.appendTo(settings.log().toFile()))
          .setServerConfig("listen_addresses", "127.0.0.1")
          // no socket in a directory everybody may look into
          .setServerConfig("unix_socket_directories", "")
          // the library's own choice is speed: a killed server would forget what it had confirmed
          .setServerConfig("fsync", settings.lasting() ? "on" : "off")
          .setServerConfig("synchronous_commit", settings.lasting() ? "on" : "off")
          // a dump of all jurisdictions locks every table of every schema
          .setServerConfig("max_locks_per_transaction", "256")
          .setServerConfig("max_connections", "150")
          // which statement was run how often: nothing is asked without the extension, which only the superuser creates
          .setServerConfig("shared_preload_libraries", "pg_stat_statements")
          .setServerConfig("timezone", "Asia/Shanghai")
          .setServerConfig("log_timezone", "Asia/Shanghai");
      // "Locale" settings are what initdb is called with beyond the library's own options, which would trust everybody:
      // these come after them and win.
      builder.setLocaleConfig("auth-host", "scram-sha-256")
          .setLocaleConfig("auth-local", "scram-sha-256")
          .setLocaleConfig("pwfile", password.toString())
          // the same order of texts on every machine, whatever languages it has installed
          .setLocaleConfig("locale-provider", "builtin")
          .setLocaleConfig("builtin-locale", "C.UTF-8")
          .setLocaleConfig("locale", "C");
      if (settings.lasting()) {
        // not the shared temporary directory, where anybody may have put something in the binaries' place
        builder.setOverrideWorkingDirectory(settings.home().resolve("binaries").toFile());
      }
      return builder.start();
    } finally {
      Files.deleteIfExists(password);
    }
  }

  /** Every step may be repeated: a first start that was cut off is completed by the next. */
  private void prepare() throws SQLException {
    try (Connection connection = settings.as(SUPERUSER, Secrets.Of.DATABASE_SUPERUSER, "postgres").getConnection();
        Statement statement = connection.createStatement()) {
      role(connection, MIGRATOR, "createrole", Secrets.Of.DATABASE_MIGRATOR);
      role(connection, LOGIN, "noinherit", Secrets.Of.DATABASE_LOGIN);
      role(connection, IDENTITY, "", Secrets.Of.DATABASE_IDENTITY);
      statement.execute("alter role " + LOGIN + " set search_path = ''");
      database(connection, PRODUCT, MIGRATOR);
      database(connection, IDENTITY, IDENTITY);
      statement.execute("grant connect on database " + PRODUCT + " to " + LOGIN);
    }
  }

  private void role(Connection connection, String name, String attributes, Secrets.Of secret) throws SQLException {
    if (missing(connection, "select from pg_roles where rolname = ?", name)) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("create role " + name + " login " + attributes);
      }
    }
    // hashed on this side: the password itself never reaches the server or its log
    connection.unwrap(PGConnection.class).alterUserPassword(name, settings.secrets().of(secret).toCharArray(), "scram-sha-256");
  }

  private static void database(Connection connection, String name, String owner) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (missing(connection, "select from pg_database where datname = ?", name)) {
        statement.execute("create database " + name + " owner " + owner);
      }
      statement.execute("revoke all on database " + name + " from public");
    }
  }

  private static boolean missing(Connection connection, String query, String name) throws SQLException {
    try (PreparedStatement asked = connection.prepareStatement(query)) {
      asked.setString(1, name);
      try (ResultSet rows = asked.executeQuery()) {
        return !rows.next();
      }
    }
  }

  /** Connections of the role that owns the product's tables. Not pooled. */
  public DataSource migrator() {
    return settings.migrator();
  }

  /** Connections of the role the application signs in with; they may do nothing until they take a role. Not pooled. */
  public DataSource login() {
    return settings.as(LOGIN, Secrets.Of.DATABASE_LOGIN, PRODUCT);
  }

  /** JDBC address of the product's database, without user and password. */
  public String url() {
    return settings.url(PRODUCT);
  }

  /** JDBC address of the identity provider's database, without user and password. */
  public String identityUrl() {
    return "jdbc:postgresql://127.0.0.1:" + settings.port() + "/" + IDENTITY;
  }

  public int port() {
    return settings.port();
  }

  public Secrets secrets() {
    return settings.secrets();
  }

  /** Stops the server; connections that are still open are cut. */
  @Override
  public void close() {
    try {
      server.close();
      if (!settings.lasting()) {
        Directories.delete(settings.home());
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
