package org.jiheng.tenants.persistence;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** A column of type jsonb as its JSON text. */
@Converter
public class JsonColumn implements AttributeConverter<String, Object> {

  @Override
  public Object convertToDatabaseColumn(String json) {
    return Typed.of("jsonb", json);
  }

  @Override
  public String convertToEntityAttribute(Object column) {
    return column == null ? null : column.toString();
  }
}
