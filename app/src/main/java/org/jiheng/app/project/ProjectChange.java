package org.jiheng.app.project;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What differs between two entries of a project.
 *
 * @param field name of the part of the entry
 */
record ProjectChange(String field, String before, String after) {

  static List<ProjectChange> between(ProjectEntry before, ProjectEntry after) {
    List<ProjectChange> changes = new ArrayList<>();
    for (RecordComponent part : ProjectEntry.class.getRecordComponents()) {
      String there = text(part, before);
      String here = text(part, after);
      if (!there.equals(here)) {
        changes.add(new ProjectChange(part.getName(), there, here));
      }
    }
    return changes;
  }

  private static String text(RecordComponent part, ProjectEntry entry) {
    try {
      Object value = part.getAccessor().invoke(entry);
      return value instanceof Optional<?> perhaps ? perhaps.map(Object::toString).orElse("") : String.valueOf(value);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
