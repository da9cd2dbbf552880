package org.jiheng.tenants.provisioning;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.jiheng.tenants.persistence.Schemas;
import org.jiheng.tenants.scope.JurisdictionCode;
import org.postgresql.PGConnection;

/**
 * Everything a jurisdiction holds, in one archive: each of its tables and its rows of the registry as CSV (UTF-8, a line of names
 * first, nothing between two separators for no value), and {@code manifest.json} with the number of rows and the SHA-256 of each.
 * All of it as of one moment, whatever people do meanwhile.
 */
public final class WholeExport {

  private final DataSource migrator;

  public WholeExport(DataSource migrator) {
    this.migrator = migrator;
  }

  /** What an export has become: its size in bytes and its SHA-256. */
  public record Archive(Path file, long bytes, String digest) {}

  /**
   * Writes the archive, in the place of one that is there already. Nobody but the owner of the file may read it.
   *
   * @throws IOException if it cannot be written; nothing half written is left under that name
   */
  public Archive write(JurisdictionCode code, Path file) throws SQLException, IOException {
    Files.createDirectories(file.getParent());
    Path beside = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(beside);
    MessageDigest whole = sha256();
    try (Connection connection = migrator.getConnection();
        var channel = Files.newByteChannel(beside, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        OutputStream out = new DigestOutputStream(Channels.newOutputStream(channel), whole);
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      write(connection, code, zip);
      connection.rollback();
    }
    Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    return new Archive(file, Files.size(file), HexFormat.of().formatHex(whole.digest()));
  }

  private static void write(Connection connection, JurisdictionCode code, ZipOutputStream zip) throws SQLException, IOException {
    JsonObjectBuilder manifest = Json.createObjectBuilder();
    head(connection, code, manifest);
    JsonArrayBuilder tables = Json.createArrayBuilder();
    for (Map.Entry<String, String> table : tables(connection, code).entrySet()) {
      zip.putNextEntry(new ZipEntry(table.getKey() + ".csv"));
      Counted counted = new Counted(zip);
      long rows = connection.unwrap(PGConnection.class).getCopyAPI()
          .copyOut("copy (" + table.getValue() + ") to stdout with (format csv, header, encoding 'UTF8')", counted);
      zip.closeEntry();
      tables.add(Json.createObjectBuilder().add("table", table.getKey()).add("rows", rows).add("bytes", counted.bytes)
          .add("sha256", HexFormat.of().formatHex(counted.digest.digest())));
    }
    zip.putNextEntry(new ZipEntry("manifest.json"));
    zip.write(manifest.add("tables", tables).build().toString().getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static void head(Connection connection, JurisdictionCode code, JsonObjectBuilder manifest) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(
        "select name, layout, to_char(now() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from platform.jurisdiction where code = ?")) {
      query.setString(1, code.value());
      try (ResultSet row = query.executeQuery()) {
        row.next();
        manifest.add("jurisdiction", code.value()).add("name", row.getString(1)).add("layout", row.getString(2)).add("asOf", row.getString(3));
      }
    }
  }

  /** What goes in, by the name it has there: how it is asked for. */
  private static Map<String, String> tables(Connection connection, JurisdictionCode code) throws SQLException {
    Map<String, String> tables = new LinkedHashMap<>();
    List<String> own = own(connection, code);
    for (String name : own) {
      tables.put(name, "select * from " + Schemas.of(code) + "." + name);
    }
    tables.putAll(SharedTables.of(code, own));
    return tables;
  }

  private static List<String> own(Connection connection, JurisdictionCode code) throws SQLException {
    List<String> names = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement("""
        select quote_ident(c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = ? and c.relkind in ('r', 'p') and not c.relispartition order by c.relname""")) {
      query.setString(1, Schemas.of(code));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          names.add(row.getString(1));
        }
      }
    }
    return names;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Counts and digests one table on its way into the archive, which stays open. */
  private static final class Counted extends FilterOutputStream {

    private final MessageDigest digest = sha256();
    private long bytes;

    private Counted(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] data, int offset, int length) throws IOException {
      out.write(data, offset, length);
      digest.update(data, offset, length);
      bytes += length;
    }
  }
}
