package org.jiheng.infra.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded server asks for passwords, keeps its data and gets up again after a fall. */
class DatabaseIT {

  @TempDir
  private Path home;

  private Database start(Secrets secrets, int port) {
    return Database.start(new Database.Settings(home, port, secrets, true), Progress.SILENT);
  }

  private static String asked(DataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection(); Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  private static void told(DataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void nobodyGetsInWithoutAPasswordNotEvenIntoTheOthersDatabase() throws SQLException {
    try (Database database = Database.temporary()) {
      String server = "jdbc:postgresql://127.0.0.1:" + database.port() + "/";
      for (String role : new String[] {"postgres", Database.MIGRATOR, Database.LOGIN, Database.IDENTITY}) {
        assertThatThrownBy(() -> DriverManager.getConnection(server + "postgres", role, "").close()).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> DriverManager.getConnection(server + "postgres", role, "postgres").close())
            .hasMessageContaining("password authentication failed");
      }
      String identityPassword = database.secrets().of(Secrets.Of.DATABASE_IDENTITY);
      DriverManager.getConnection(database.identityUrl(), Database.IDENTITY, identityPassword).close();
      assertThatThrownBy(() -> DriverManager.getConnection(database.url(), Database.IDENTITY, identityPassword).close())
          .hasMessageContaining("permission denied for database");
    }
  }

  @Test
  void theApplicationsLoginOwnsNothingAndSeesNothingByItself() throws SQLException {
    try (Database database = Database.temporary()) {
      assertThat(asked(database.login(), "select current_setting('search_path')")).isEqualTo("\"\"");
      assertThat(asked(database.login(), "select rolinherit from pg_roles where rolname = current_user")).isEqualTo("f");
      assertThatThrownBy(() -> told(database.login(), "create schema mine")).hasMessageContaining("permission denied");
      assertThat(asked(database.migrator(), "show max_locks_per_transaction")).isEqualTo("256");
      assertThat(asked(database.migrator(), "show listen_addresses")).isEqualTo("127.0.0.1");
    }
  }

  @Test
  void whatWasWrittenIsThereAtTheNextStart() throws SQLException {
    Secrets secrets = Secrets.temporary();
    int port = Ports.free();
    try (Database database = start(secrets, port)) {
      told(database.migrator(), "create schema kept create table line (text text)");
      told(database.migrator(), "insert into kept.line values ('还在')");
      assertThat(asked(database.migrator(), "show fsync")).isEqualTo("on");
    }
    try (Database database = start(secrets, port)) {
      assertThat(asked(database.migrator(), "select text from kept.line")).isEqualTo("还在");
    }
  }

  /** A killed owner closes nothing; only its lock on the cluster goes with it. */
  private void ownerIsGone() throws IOException {
    Files.delete(home.resolve("cluster/epg-lock"));
  }

  @Test
  void aServerLeftBehindByAKilledRunIsStoppedAndStartedAnew() throws Exception {
    Secrets secrets = Secrets.temporary();
    int port = Ports.free();
    Database left = start(secrets, port);
    told(left.migrator(), "create schema kept");
    ownerIsGone();
    try (Database database = start(secrets, port)) {
      assertThat(asked(database.migrator(), "select count(*) from pg_namespace where nspname = 'kept'")).isEqualTo("1");
    }
  }

  @Test
  void aKilledServerGetsUpAgainAlsoWhenItsNumberBelongsToSomebodyElse() throws Exception {
    Secrets secrets = Secrets.temporary();
    int port = Ports.free();
    Database killed = start(secrets, port);
    told(killed.migrator(), "create schema kept");
    Path note = home.resolve("cluster/postmaster.pid");
    ProcessHandle server = ProcessHandle.of(Long.parseLong(Files.readAllLines(note).getFirst())).orElseThrow();
    server.destroyForcibly();
    server.onExit().get();
    Files.writeString(note, Files.readString(note).replaceFirst("[0-9]+", String.valueOf(ProcessHandle.current().pid())));
    ownerIsGone();

    try (Database database = start(secrets, port)) {
      assertThat(asked(database.migrator(), "select count(*) from pg_namespace where nspname = 'kept'")).isEqualTo("1");
    }
  }

  @Test
  void aClusterThatWasCutOffWhileBeingMadeIsMadeAnew() throws Exception {
    Files.createDirectories(home.resolve("cluster/base"));
    Files.writeString(home.resolve("cluster/postgresql.conf"), "");
    try (Database database = start(Secrets.temporary(), Ports.free())) {
      assertThat(asked(database.migrator(), "select 1")).isEqualTo("1");
    }
  }
}
