package org.jiheng.tenants.persistence;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.sql.SQLException;
import org.postgresql.util.PGobject;

/** A column of type jsonb as its JSON text. */
@Converter
public class JsonColumn implements AttributeConverter<String, Object> {

  @Override
  public Object convertToDatabaseColumn(String json) {
    if (json == null) {
      return null;
    }
    try {
      PGobject column = new PGobject();
      column.setType("jsonb");
      column.setValue(json);
      return column;
    } catch (SQLException impossible) {
      throw new IllegalArgumentException(impossible);
    }
  }

  @Override
  public String convertToEntityAttribute(Object column) {
    return column == null ? null : column.toString();
  }
}
