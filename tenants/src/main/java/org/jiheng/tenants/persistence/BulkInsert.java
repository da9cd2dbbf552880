package org.jiheng.tenants.persistence;

import jakarta.persistence.EntityExistsException;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.VersionLockingPolicy;
import org.eclipse.persistence.exceptions.DatabaseException;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.mappings.DatabaseMapping.WriteType;
import org.eclipse.persistence.sessions.Session;
import org.jiheng.tenants.scope.NoScopeException;
import org.jiheng.tenants.scope.Scope;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.util.PGobject;

/**
 * Many new entities of one kind put into their table at once, by PostgreSQL's COPY: in the running transaction, under the role of its
 * scope, with every constraint and trigger of the table. What goes into a column is what the entity's own mapping says, so that a
 * table is described once. The entities do not become part of the persistence context.
 */
public final class BulkInsert {

  private static final int BUFFERED = 64 * 1024;
  /** The state of a violated unique constraint. */
  private static final String THERE_ALREADY = "23505";
  private static final int FIRST_VERSION = 1;

  private BulkInsert() {}

  /**
   * @param entities of one class, none of them in the database
   * @throws EntityExistsException if one is there already, by whatever is unique
   * @throws NoScopeException outside a transaction of the scope
   */
  public static void of(EntityManager database, Collection<?> entities) {
    if (entities.isEmpty()) {
      return;
    }
    // what they refer to may be waiting to be written
    database.flush();
    AbstractSession session = (AbstractSession) database.unwrap(Session.class);
    Connection connection = connection(database);
    ClassDescriptor descriptor = session.getDescriptor(entities.iterator().next().getClass());
    Columns columns = Columns.of(descriptor, row(descriptor, session, entities.iterator().next()));
    try {
      CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + Schemas.schema(Scope.current()) + "."
          + descriptor.getTables().getFirst().getName() + " (" + columns.names() + ") from stdin");
      try {
        send(copy, entities, columns, descriptor, session);
        copy.endCopy();
      } finally {
        if (copy.isActive()) {
          copy.cancelCopy();
        }
      }
    } catch (SQLException failure) {
      if (THERE_ALREADY.equals(failure.getSQLState())) {
        // without the values that stand in the database's own words
        throw new EntityExistsException(descriptor.getAlias());
      }
      throw DatabaseException.sqlException(failure);
    }
  }

  /** The transaction's own. One in which nothing was asked yet has none. */
  private static Connection connection(EntityManager database) {
    Connection there = database.unwrap(Connection.class);
    if (there != null) {
      return there;
    }
    database.createNativeQuery("select 1").getSingleResult();
    return database.unwrap(Connection.class);
  }

  private static void send(CopyIn copy, Collection<?> entities, Columns columns, ClassDescriptor descriptor, AbstractSession session) throws SQLException {
    StringBuilder text = new StringBuilder(BUFFERED + BUFFERED / 4);
    for (Object entity : entities) {
      columns.write(row(descriptor, session, entity), text);
      if (text.length() > BUFFERED) {
        flush(copy, text);
      }
    }
    flush(copy, text);
  }

  private static void flush(CopyIn copy, StringBuilder text) throws SQLException {
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    copy.writeToCopy(bytes, 0, bytes.length);
    text.setLength(0);
  }

  private static AbstractRecord row(ClassDescriptor descriptor, AbstractSession session, Object entity) {
    return descriptor.getObjectBuilder().buildRow(entity, session, WriteType.INSERT);
  }

  /** @param version the column of optimistic locking; null without one */
  private record Columns(List<DatabaseField> fields, DatabaseField version) {

    static Columns of(ClassDescriptor descriptor, AbstractRecord first) {
      DatabaseField version = descriptor.getOptimisticLockingPolicy() instanceof VersionLockingPolicy locking ? locking.getWriteLockField() : null;
      return new Columns(first.getFields().stream().filter(field -> !field.equals(version)).toList(), version);
    }

    String names() {
      return fields.stream().map(DatabaseField::getName).collect(Collectors.joining(", ")) + (version == null ? "" : ", " + version.getName());
    }

    void write(AbstractRecord row, StringBuilder text) {
      for (int i = 0; i < fields.size(); i++) {
        if (i > 0) {
          text.append('\t');
        }
        BulkInsert.write(row.get(fields.get(i)), text);
      }
      if (version != null) {
        text.append('\t').append(FIRST_VERSION);
      }
      text.append('\n');
    }
  }

  private static void write(Object value, StringBuilder text) {
    switch (value) {
      case null -> text.append("\\N");
      case PGobject typed when typed.getValue() == null -> text.append("\\N");
      case PGobject typed -> escape(typed.getValue(), text);
      case BigDecimal number -> text.append(number.toPlainString());
      case OffsetDateTime moment -> text.append(moment);
      case String words -> escape(words, text);
      default -> escape(value.toString(), text);
    }
  }

  /** As COPY's text format has it: a row is a line, its columns stand between tabs. */
  private static void escape(String words, StringBuilder text) {
    for (int i = 0; i < words.length(); i++) {
      char one = words.charAt(i);
      switch (one) {
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        default -> text.append(one);
      }
    }
  }
}
