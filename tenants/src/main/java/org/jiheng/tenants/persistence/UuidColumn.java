package org.jiheng.tenants.persistence;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;

/** For a column of type uuid that may be empty: without this, EclipseLink 4.0 sends no value as text and cannot read it. */
@Converter
public class UuidColumn implements AttributeConverter<UUID, Object> {

  @Override
  public Object convertToDatabaseColumn(UUID id) {
    return id == null ? Typed.of("uuid", null) : id;
  }

  @Override
  public UUID convertToEntityAttribute(Object column) {
    return (UUID) column;
  }
}
