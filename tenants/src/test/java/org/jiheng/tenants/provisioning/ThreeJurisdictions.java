package org.jiheng.tenants.provisioning;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.persistence.Schemas;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.JurisdictionCode;

/** A real database with a prefecture and two of its counties, each with one unit of the same code. */
public record ThreeJurisdictions(EmbeddedPostgres postgres, DataSource migrator, DataSource login, Provisioning provisioning) implements AutoCloseable {

  public static final JurisdictionCode PREFECTURE = new JurisdictionCode("653000");
  public static final JurisdictionCode ARTUX = new JurisdictionCode("653001");
  public static final JurisdictionCode AKTO = new JurisdictionCode("653022");

  public static ThreeJurisdictions start() throws IOException, SQLException {
    EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
    try (Connection connection = postgres.getPostgresDatabase().getConnection(); Statement statement = connection.createStatement()) {
      statement.execute("create role jiheng_migrator login createrole");
      statement.execute("create role jiheng_login login noinherit");
      statement.execute("alter role jiheng_login set search_path = ''");
      statement.execute("create database jiheng owner jiheng_migrator");
    }
    DataSource migrator = postgres.getDatabase("jiheng_migrator", "jiheng");
    Provisioning provisioning = new Provisioning(migrator, "jiheng_login");
    provisioning.platform();
    provisioning.jurisdiction(new Jurisdiction(PREFECTURE, "克孜勒苏柯尔克孜自治州", Optional.empty()));
    provisioning.jurisdiction(new Jurisdiction(ARTUX, "阿图什市", Optional.of(PREFECTURE)));
    provisioning.jurisdiction(new Jurisdiction(AKTO, "阿克陶县", Optional.of(PREFECTURE)));
    List<Provisioning.Migrated> migrated = provisioning.migrate();
    if (migrated.size() != 3 || migrated.stream().anyMatch(one -> one.failure().isPresent())) {
      throw new IllegalStateException("not migrated: " + migrated);
    }
    ThreeJurisdictions database = new ThreeJurisdictions(postgres, migrator, postgres.getDatabase("jiheng_login", "jiheng"), provisioning);
    for (JurisdictionCode code : List.of(ARTUX, AKTO)) {
      database.as(Schemas.roleOf(code), "insert into " + Schemas.of(code) + ".unit (code, name) values ('101', 'of " + code + "')");
    }
    return database;
  }

  /** Runs statements in one transaction of the application's login under a role. */
  public void as(String role, String... statements) throws SQLException {
    try (Connection connection = login.getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute("set local role " + role);
        for (String sql : statements) {
          statement.execute(sql);
        }
        connection.commit();
      }
    }
  }

  /** The first column of the first row, or {@code nothing}. */
  public String askedAs(String role, String query) throws SQLException {
    try (Connection connection = login.getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute("set local role " + role);
        try (ResultSet rows = statement.executeQuery(query)) {
          return rows.next() ? rows.getString(1) : "nothing";
        }
      }
    }
  }

  /** What the prefecture's role is answered about a county, after it has put on the county's record that it looks. */
  public String askedByTheOverseerOf(JurisdictionCode county, String query) throws SQLException {
    String entry = Identifiers.next().toString();
    as(Schemas.roleOf(PREFECTURE), "select platform.record_reading('" + county + "', '" + entry + "', '" + Identifiers.next()
        + "', 'overseer', 'overseer', '127.0.0.1', 'READ', 'X', 'X', 'DONE', '')");
    try (Connection connection = login.getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute("set local role " + Schemas.roleOf(PREFECTURE));
        statement.execute("set local jiheng.reading = '" + entry + "'");
        try (ResultSet rows = statement.executeQuery(query)) {
          return rows.next() ? rows.getString(1) : "nothing";
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
