package org.jiheng.infra.server.outside;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jiheng.infra.run.Database;
import org.jiheng.infra.run.Progress;
import org.jiheng.infra.run.Secrets;
import org.jiheng.infra.server.Kizilsu;
import org.jiheng.tenants.persistence.Schemas;
import org.jiheng.tenants.provisioning.Provisioning;
import org.jiheng.tenants.scope.Jurisdiction;
import org.postgresql.PGConnection;

/** The ground the tests stand on: a database with a prefecture, its counties and their units, and nothing else. */
final class Ground {

  /** Resource in the war that tells the tests how to look at the database as its owner. */
  static final String OWNER = "org/jiheng/infra/server/owner.properties";

  private Ground() {}

  /** A database that lives as long as the tests, whose application login has this password. */
  static Database database(int port, String loginPassword) throws SQLException {
    try {
      Database database = Database.start(
          new Database.Settings(Files.createTempDirectory("jiheng-server-tests"), port, Secrets.temporary(), false), Progress.SILENT);
      try (Connection owner = owner(database); Statement statement = owner.createStatement()) {
        owner.unwrap(PGConnection.class).alterUserPassword(Database.LOGIN, loginPassword.toCharArray(), "scram-sha-256");
        statement.execute("create extension pg_stat_statements");
      }
      return database;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Connection owner(Database database) throws SQLException {
    return DriverManager.getConnection(database.url(), "postgres", database.secrets().of(Secrets.Of.DATABASE_SUPERUSER));
  }

  /** Jurisdictions and units; answers with what the tests inside need to look at the database as its owner. */
  static StringAsset prepare(Database database) {
    try {
      Provisioning provisioning = new Provisioning(database.migrator(), Database.LOGIN);
      provisioning.platform();
      provisioning.jurisdiction(Kizilsu.PREFECTURE);
      provisioning.jurisdiction(Kizilsu.ELSEWHERE);
      List<Jurisdiction> counties = Stream.concat(Kizilsu.ALL_COUNTIES.stream(), Kizilsu.more().stream()).toList();
      for (Jurisdiction county : counties) {
        provisioning.jurisdiction(county);
      }
      provisioning.migrate().forEach(one -> one.failure().ifPresent(failure -> {
        throw new IllegalStateException(one.jurisdiction() + ": " + failure);
      }));
      try (Connection owner = owner(database)) {
        for (Jurisdiction county : counties) {
          units(owner, county);
        }
      }
      Properties access = new Properties();
      access.setProperty("url", database.url());
      access.setProperty("user", "postgres");
      access.setProperty("password", database.secrets().of(Secrets.Of.DATABASE_SUPERUSER));
      StringWriter text = new StringWriter();
      access.store(text, null);
      return new StringAsset(text.toString());
    } catch (SQLException | IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static void units(Connection owner, Jurisdiction county) throws SQLException {
    try (PreparedStatement insert = owner.prepareStatement("insert into " + Schemas.of(county.code()) + ".unit (code, name) values (?, ?)")) {
      for (String code : Kizilsu.UNITS.keySet()) {
        insert.setString(1, code);
        insert.setString(2, county.name() + Kizilsu.UNITS.get(code));
        insert.execute();
      }
    }
  }
}
