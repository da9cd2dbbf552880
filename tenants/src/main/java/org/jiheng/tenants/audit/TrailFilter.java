package org.jiheng.tenants.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jiheng.tenants.persistence.Like;

/**
 * What is looked for in a trail.
 *
 * @param person part of the name or the user name; empty for all
 * @param object part of the title or the beginning of the subject; empty for all
 * @param from first day, by the clocks of China
 * @param to last day, inclusive
 */
public record TrailFilter(
    String person, Optional<Act> act, String object, Optional<LocalDate> from, Optional<LocalDate> to, Optional<Outcome> outcome) {

  public static final TrailFilter ALL = new TrailFilter("", Optional.empty(), "", Optional.empty(), Optional.empty(), Optional.empty());

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** As a condition on {@code e}, an {@link AuditEntry}. */
  String condition(Map<String, Object> parameters) {
    StringBuilder condition = new StringBuilder("1 = 1");
    act.ifPresent(one -> add(condition, parameters, " and e.act = :act", "act", one));
    outcome.ifPresent(one -> add(condition, parameters, " and e.outcome = :outcome", "outcome", one));
    from.ifPresent(day -> add(condition, parameters, " and e.at >= :from", "from", beginning(day)));
    to.ifPresent(day -> add(condition, parameters, " and e.at < :until", "until", beginning(day.plusDays(1))));
    if (!person.isBlank()) {
      add(condition, parameters, " and (e.personName like :person escape '!' or e.username like :person escape '!')", "person", Like.containing(person));
    }
    if (!object.isBlank()) {
      add(condition, parameters, " and (e.title like :object escape '!' or e.subject like :object escape '!')", "object", Like.containing(object));
    }
    return condition.toString();
  }

  private static Instant beginning(LocalDate day) {
    return day.atStartOfDay(ZONE).toInstant();
  }

  private static void add(StringBuilder condition, Map<String, Object> parameters, String more, String name, Object value) {
    condition.append(more);
    parameters.put(name, value);
  }

  /** In one line, for the record of an export. */
  String said() {
    Map<String, String> said = new LinkedHashMap<>();
    said.put("person", person.strip());
    said.put("act", act.map(Act::name).orElse(""));
    said.put("object", object.strip());
    said.put("from", from.map(LocalDate::toString).orElse(""));
    said.put("to", to.map(LocalDate::toString).orElse(""));
    said.put("outcome", outcome.map(Outcome::name).orElse(""));
    return said.entrySet().stream().filter(one -> !one.getValue().isEmpty()).map(Object::toString).collect(Collectors.joining(" "));
  }
}
