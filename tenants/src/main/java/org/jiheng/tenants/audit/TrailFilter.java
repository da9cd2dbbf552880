package org.jiheng.tenants.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jiheng.tenants.persistence.Like;

/**
 * What is looked for in a trail.
 *
 * @param person part of the name or the user name; empty for all
 * @param object part of the title or the beginning of the subject; empty for all
 * @param from first day, by the clocks of China
 * @param to last day, inclusive
 * @param untold whose titles nobody is told any more
 */
public record TrailFilter(
    String person, Optional<Act> act, String object, Optional<LocalDate> from, Optional<LocalDate> to, Optional<Outcome> outcome, Untold untold) {

  /**
   * Entries that are not found by their title, since whoever guessed it would see that it is right.
   *
   * @param things identifiers of what they are about, which stand behind the first part of their subjects
   * @param beside the same of things of which some entries name one of those as well
   * @param naming with what the notes of these entries begin
   * @param instead the title of what was written since, which says nothing and is found
   */
  public record Untold(Set<UUID> things, Set<UUID> beside, List<String> naming, String instead) {

    public static final Untold NOTHING = new Untold(Set.of(), Set.of(), List.of(), "");

    public Untold {
      things = Set.copyOf(things);
      beside = Set.copyOf(beside);
      naming = List.copyOf(naming);
    }

    private String condition(Map<String, Object> parameters) {
      StringBuilder condition = new StringBuilder();
      if (!things.isEmpty()) {
        add(condition, parameters, " and (e.title = :instead or " + THING + " not in :things)", "things", texts(things));
        parameters.put("instead", instead);
      }
      if (!beside.isEmpty() && !naming.isEmpty()) {
        String named = IntStream.range(0, naming.size()).mapToObj(at -> "e.note not like :naming" + at + " escape '!'").collect(Collectors.joining(" and "));
        add(condition, parameters, " and (" + THING + " not in :beside or " + named + ")", "beside", texts(beside));
        IntStream.range(0, naming.size()).forEach(at -> parameters.put("naming" + at, Like.beginning(naming.get(at))));
      }
      return condition.toString();
    }

    private static List<String> texts(Set<UUID> identifiers) {
      return identifiers.stream().map(UUID::toString).toList();
    }
  }

  /** The identifier behind the first part of a subject. */
  private static final String THING = "substring(e.subject, locate('/', e.subject) + 1, 36)";

  public static final TrailFilter ALL = new TrailFilter("", Optional.empty(), "", Optional.empty(), Optional.empty(), Optional.empty());

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  public TrailFilter(String person, Optional<Act> act, String object, Optional<LocalDate> from, Optional<LocalDate> to, Optional<Outcome> outcome) {
    this(person, act, object, from, to, outcome, Untold.NOTHING);
  }

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
      String title = "e.title like :object escape '!'" + untold.condition(parameters);
      add(condition, parameters, " and (" + title + " or e.subject like :object escape '!')", "object", Like.containing(object));
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
