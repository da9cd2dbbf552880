package org.jiheng.tenants.persistence;

import java.sql.SQLException;
import org.postgresql.util.PGobject;

/** Values sent with the type of their column; without it EclipseLink sends them, and also that there is none, as text. */
final class Typed {

  private Typed() {}

  static PGobject of(String type, String value) {
    try {
      PGobject typed = new PGobject();
      typed.setType(type);
      typed.setValue(value);
      return typed;
    } catch (SQLException impossible) {
      throw new IllegalArgumentException(impossible);
    }
  }
}
