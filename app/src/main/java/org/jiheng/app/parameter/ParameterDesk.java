package org.jiheng.app.parameter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.TypedText;
import org.jiheng.app.common.Words;
import org.jiheng.app.parameter.ParameterChange.Field;
import org.jiheng.app.parameter.ParameterChange.Flaw;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.audit.Outcome;
import org.jiheng.tenants.audit.Record;
import org.jiheng.tenants.audit.Trail;
import org.jiheng.tenants.persistence.Turns;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.JurisdictionCode;
import org.jiheng.tenants.scope.NoScopeException;
import org.jiheng.tenants.scope.Scope;

/**
 * Where the office reads and sets the parameters of its jurisdiction, and a prefecture's those it hands to its counties (DOMAIN 14).
 * What is refused is answered as a value, and is on record like what is done.
 */
@ApplicationScoped
@Transactional
public class ParameterDesk {

  /** First parts of the trail's names for parameters. */
  static final String SUBJECT = "PARAMETER";
  static final String TEMPLATE_SUBJECT = "PARAMETER_TEMPLATE";

  @PersistenceContext
  private EntityManager database;

  @Inject
  private ParameterRegister register;

  @Inject
  private BusinessClock clock;

  @Inject
  private Trail trail;

  /** What the caller may do here. */
  public static ParameterRights rights() {
    return ParameterRights.of(Scope.current());
  }

  public LocalDate today() {
    return clock.today();
  }

  /**
   * The parameters of a year as they hold today: at the own level with everything that stands above it, of the template the template
   * alone.
   *
   * @param words language in which the filter's text is looked for
   * @throws NoScopeException if they are not the caller's to read
   */
  public List<ParameterLine> list(ParameterLevel level, int fiscalYear, ParameterFilter filter, Words words) {
    ParameterBook book = opened(level);
    return register.all().stream().map(one -> line(book, one, fiscalYear)).filter(line -> filter.finds(line, words)).toList();
  }

  private static ParameterLine line(ParameterBook book, Parameter one, int fiscalYear) {
    return new ParameterLine(one, book.inForce(one.name(), fiscalYear), book.later(one.name(), fiscalYear));
  }

  /**
   * A parameter with everything that was ever set.
   *
   * @param rows the latest first
   * @param removable those that do not hold yet and are the caller's to take back
   */
  public record Page(ParameterLine line, List<ParameterRow> rows, List<UUID> removable) {

    /**
     * The years that go on by a value of their own when one is set for all years, the first first.
     *
     * @param effective the day from which it is set
     */
    public List<Integer> yearsOfTheirOwn(ParameterLevel level, LocalDate effective) {
      return rows.stream().filter(row -> row.level().compareTo(level) >= 0 && !row.effective().isAfter(effective))
          .flatMap(row -> row.fiscalYear().stream()).distinct().sorted().toList();
    }
  }

  /**
   * Empty if there is no such parameter.
   *
   * @throws NoScopeException if they are not the caller's to read
   */
  public Optional<Page> open(ParameterLevel level, int fiscalYear, String key) {
    ParameterBook book = opened(level);
    return register.named(key).map(one -> {
      List<ParameterRow> rows = book.history(one.name());
      List<UUID> removable = rows.stream().filter(row -> row.level() == level && book.later(row) && rights().keeps(level)).map(ParameterRow::id).toList();
      return new Page(line(book, one, fiscalYear), rows, removable);
    });
  }

  /**
   * Sets a value from a day on; answers with what speaks against it, if anything does: then nothing is changed. Of several people who set
   * one parameter at a time each comes after the other, and who has not seen what was set for that day is told instead of replacing it.
   *
   * @param seen what was set of the parameter when the person looked, as its {@link Page} said
   */
  public List<Flaw> set(ParameterChange change, List<ParameterRow> seen) {
    String subject = subject(change.level(), change.key());
    if (!rights().keeps(change.level())) {
      return refused(subject, List.of(new Flaw(Field.KEY, Problem.of("parameters-not-yours"))));
    }
    turn(change.level());
    Optional<Parameter> parameter = register.named(change.key());
    LocalDate effective = change.effective().orElse(clock.today());
    List<Flaw> flaws = change.flaws(parameter, clock.today());
    if (!flaws.isEmpty()) {
      return refused(subject, flaws);
    }
    ParameterBook book = book(change.level());
    String author = Scope.current().caller().name();
    Optional<ParameterRow> replaced = book.replacedBy(change);
    List<Flaw> against = against(change, seen, book, author);
    if (!against.isEmpty()) {
      return refused(subject, against);
    }
    if (replaced.isPresent()) {
      stored(change.level(), replaced.get().id()).orElseThrow().says(change, author);
    } else {
      database.persist(switch (change.level()) {
        case OWN -> new StoredParameter.OfJurisdiction(change, effective, author);
        case TEMPLATE -> new StoredParameter.OfTemplate(Scope.current().jurisdiction().code(), change, effective, author);
      });
    }
    String before = book.before(change).orElse(parameter.orElseThrow().key().standard());
    trail.add(Record.of(Act.ADMINISTER, subject, title(parameter.orElseThrow(), change.fiscalYear(), effective))
        .changed(before, change.value()).because(change.reason()));
    database.flush();
    return List.of();
  }

  /** One at a time, whichever parameter it is: some may not be below others. */
  private void turn(ParameterLevel level) {
    Turns.take(database, subject(level, "") + " " + Scope.current().jurisdiction().code(), clock.today());
  }

  /** What speaks against a change besides itself: what somebody else has set meanwhile, and what the other parameters say. */
  private List<Flaw> against(ParameterChange change, List<ParameterRow> seen, ParameterBook book, String author) {
    Optional<ParameterRow> replaced = book.replacedBy(change);
    if (!replaced.equals(new ParameterBook(seen, clock.today()).replacedBy(change))) {
      return List.of(new Flaw(Field.EFFECTIVE, replaced.map(row -> new Problem("parameter-set-meanwhile",
          Map.of("by", row.author(), "value", said(row)))).orElseGet(() -> Problem.of("parameter-taken-back-meanwhile"))));
    }
    return below(change.key(), book, book.with(change, author)).map(problem -> List.of(new Flaw(Field.VALUE, problem))).orElse(List.of());
  }

  private String said(ParameterRow row) {
    return register.named(row.key()).map(one -> ParameterWords.value(Words.chinese(), one, row.value())).orElse(row.value());
  }

  /** A parameter that would be below one it may never be below, because of this one. */
  private Optional<Problem> below(String key, ParameterBook before, ParameterBook after) {
    Words words = Words.chinese();
    return register.all().stream().flatMap(upper -> upper.floor().stream().filter(lower -> List.of(upper.name(), lower.name()).contains(key))
        .flatMap(lower -> after.below(upper.key(), lower, before).stream().map(found -> new Problem("parameter-below", Map.of(
            "name", ParameterWords.name(words, upper), "other", register.named(lower.name()).map(one -> ParameterWords.name(words, one)).orElse(lower.name()),
            "day", found.day().toString(), "value", found.upper(), "least", found.lower()))))).findFirst();
  }

  /** Takes back what does not hold yet; answers with what speaks against it, if anything does: then nothing is changed. */
  public List<Problem> takeBack(ParameterLevel level, UUID id, String typed) {
    String reason = TypedText.of(typed).strip();
    if (rights().keeps(level)) {
      turn(level);
    }
    Optional<StoredParameter> found = rights().keeps(level) ? stored(level, id) : Optional.empty();
    Optional<Problem> against = against(level, found, reason);
    if (against.isPresent()) {
      refused(found.map(one -> subject(level, one.key())).orElse(subject(level, "")), List.of(new Flaw(Field.KEY, against.get())));
      return List.of(against.get());
    }
    ParameterRow row = found.orElseThrow().row();
    database.remove(found.orElseThrow());
    String title = register.named(row.key()).map(one -> title(one, row.fiscalYear(), row.effective())).orElse(row.key());
    trail.add(Record.of(Act.ADMINISTER, subject(level, row.key()), title).changed(row.value(), "").because(reason));
    database.flush();
    return List.of();
  }

  private Optional<Problem> against(ParameterLevel level, Optional<StoredParameter> found, String reason) {
    if (!rights().keeps(level)) {
      return Optional.of(Problem.of("parameters-not-yours"));
    }
    if (found.isEmpty()) {
      return Optional.of(Problem.of("parameter-row-gone"));
    }
    return found.filter(row -> !row.effective().isAfter(clock.today())).map(_ -> Problem.of("parameter-in-force"))
        .or(() -> ParameterChange.unreasoned(reason))
        .or(() -> below(found.get().key(), book(level), book(level).without(found.get().row())));
  }

  /** Writes down that these parameters are handed out. @throws NoScopeException if they are not the caller's to read */
  public void exported(ParameterLevel level, String name) {
    opened(level);
    trail.addReading(Record.of(Act.EXPORT, subject(level, "list"), name));
  }

  // --- rows

  private ParameterBook opened(ParameterLevel level) {
    if (!rights().reads(level)) {
      refused(subject(level, "list"), List.of(new Flaw(Field.KEY, Problem.of("parameters-not-yours"))));
      throw new NoScopeException("the parameters of " + Scope.current().jurisdiction().code() + " are not this caller's to read");
    }
    return book(level);
  }

  /** Of the template the template alone; at the own level what stands above it, too. */
  private ParameterBook book(ParameterLevel level) {
    Jurisdiction jurisdiction = Scope.current().jurisdiction();
    JurisdictionCode prefecture = jurisdiction.parent().orElse(jurisdiction.code());
    List<StoredParameter> rows = new ArrayList<>(database
        .createQuery("select p from TemplateParameter p where p.prefecture = :prefecture", StoredParameter.OfTemplate.class)
        .setParameter("prefecture", prefecture.value()).getResultList());
    if (level == ParameterLevel.OWN) {
      rows.addAll(database.createQuery("select p from JurisdictionParameter p", StoredParameter.OfJurisdiction.class).getResultList());
    }
    return new ParameterBook(rows.stream().map(StoredParameter::row).toList(), clock.today());
  }

  /** A row the jurisdiction itself wrote. */
  private Optional<StoredParameter> stored(ParameterLevel level, UUID id) {
    return switch (level) {
      case OWN -> Optional.ofNullable(database.find(StoredParameter.OfJurisdiction.class, id));
      case TEMPLATE -> Optional.ofNullable(database.find(StoredParameter.OfTemplate.class, id))
          .filter(row -> row.prefecture().equals(Scope.current().jurisdiction().code().value())).map(row -> row);
    };
  }

  // --- trail

  private static String subject(ParameterLevel level, String key) {
    return (level == ParameterLevel.OWN ? SUBJECT : TEMPLATE_SUBJECT) + (key.isEmpty() ? "" : "/" + key);
  }

  private static String title(Parameter parameter, Optional<Integer> fiscalYear, LocalDate effective) {
    Words words = Words.chinese();
    String years = fiscalYear.map(year -> words.say("parameter.of-year", Map.of("year", String.valueOf(year)))).orElseGet(() -> words.say("parameter.of-all-years"));
    return words.say("parameter.title", Map.of("name", ParameterWords.name(words, parameter), "years", years, "day", effective.toString()));
  }

  private List<Flaw> refused(String subject, List<Flaw> flaws) {
    trail.addWhateverHappens(Record.of(Act.ADMINISTER, subject, subject.split("/")[0])
        .not(Outcome.REFUSED, flaws.stream().map(flaw -> flaw.problem().code()).collect(Collectors.joining(", "))));
    return flaws;
  }
}
