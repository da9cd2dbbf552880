package org.jiheng.app.library;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Words;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusalsRecorded;
import org.jiheng.app.review.RefusedException;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.audit.Record;
import org.jiheng.tenants.audit.Trail;
import org.jiheng.tenants.scope.Scope;

/**
 * The library as it is kept: the prefecture and the county enter and change their own, departments propose, finance confirms or sends
 * back (DOMAIN 3.10). Every change of what an indicator says makes another version.
 */
@ApplicationScoped
@RefusalsRecorded(value = Act.ADMINISTER, about = IndicatorLibrary.SUBJECT)
@Transactional(dontRollbackOn = NoSuchFormException.class)
public class LibraryDesk {

  @PersistenceContext
  private EntityManager database;

  @Inject
  private LibraryQueries queries;

  @Inject
  private BusinessClock clock;

  @Inject
  private Trail trail;

  /**
   * What became of texts.
   *
   * @param problems at their fields; if there is one, nothing was kept
   * @param entry the indicator; empty if nothing was kept
   */
  public record Written(Map<LibraryField, Problem> problems, Optional<UUID> entry) {

    public boolean taken() {
      return problems.isEmpty();
    }
  }

  private static Written wrong(Map<LibraryField, Problem> problems) {
    return new Written(problems, Optional.empty());
  }

  /**
   * Enters an indicator into the library of the caller's level, in force at once.
   *
   * @param texts by field, as {@link IndicatorReader} takes them; without a code it gets the next free one
   * @throws RefusedException if the caller does not keep it, or its code is taken
   */
  public Written enter(Map<LibraryField, String> texts) {
    LibraryRights rights = LibraryQueries.rights();
    if (!rights.keeps()) {
      throw new RefusedException(Refusal.because("library-not-yours"));
    }
    IndicatorReader.Read read = IndicatorReader.read(texts, clock.today());
    if (read.indicator().isEmpty()) {
      return wrong(read.problems());
    }
    Indicator indicator = read.indicator().get();
    String code = code(texts, rights.prefecture());
    StoredEntry entry = rights.prefecture() ? new StoredEntry.Shared(Scope.current().jurisdiction().code().value(), code, indicator)
        : new StoredEntry.Own(code, indicator);
    return kept(entry, indicator, "");
  }

  /**
   * Proposes an indicator for a department; finance decides.
   *
   * @param department three digits
   * @param origin the line of an approved goal it comes out of, as {@code GOAL/018f…/018e…}; empty for none. It is proposed once
   * @throws RefusedException if the caller does not propose for the department, the code is taken, or the line was proposed before
   */
  public Written propose(String department, Map<LibraryField, String> texts, String origin) {
    if (!LibraryQueries.rights().proposing().contains(department)) {
      throw new RefusedException(Refusal.because("library-not-yours"));
    }
    if (!origin.isEmpty()) {
      proposedOutOf(origin).ifPresent(code -> {
        throw new RefusedException(Refusal.because("library-proposed-already", "code", code));
      });
    }
    IndicatorReader.Read read = IndicatorReader.read(texts, clock.today());
    if (read.indicator().isEmpty()) {
      return wrong(read.problems());
    }
    Indicator indicator = read.indicator().get();
    return kept(new StoredEntry.Own(code(texts, false), indicator, department, Scope.current().caller().id(), origin), indicator, "");
  }

  /** Code of what was proposed out of it and has not been stopped since. */
  private Optional<String> proposedOutOf(String origin) {
    return database.createQuery("select e.code from OwnIndicator e where e.origin = :origin and e.state <> :stopped", String.class)
        .setParameter("origin", origin).setParameter("stopped", EntryState.STOPPED).getResultStream().findFirst();
  }

  private Written kept(StoredEntry entry, Indicator indicator, String reason) {
    entry.changed(Scope.current().caller().name(), clock.now());
    database.persist(entry);
    // the version names its indicator
    database.flush();
    add(entry, indicator, reason);
    note(entry, indicator, "", entry.state().name(), reason);
    return new Written(Map.of(), Optional.of(entry.id()));
  }

  private void add(StoredEntry entry, Indicator indicator, String reason) {
    String by = Scope.current().caller().name();
    database.persist(switch (entry) {
      case StoredEntry.Shared shared -> new StoredVersion.Shared(shared, indicator, reason, by, clock.now());
      case StoredEntry.Own own -> new StoredVersion.Own(own, indicator, reason, by, clock.now());
      default -> throw new IllegalArgumentException("neither shared nor own: " + entry.getClass());
    });
  }

  /** @param shared whether it is the prefecture's code */
  private String code(Map<LibraryField, String> texts, boolean shared) {
    String typed = texts.getOrDefault(LibraryField.CODE, "").strip();
    String entity = shared ? "SharedIndicator" : "OwnIndicator";
    if (typed.isEmpty()) {
      return free(entity, shared ? "P" : "C");
    }
    if (database.createQuery("select count(e) from " + entity + " e where e.code = :code", Long.class).setParameter("code", typed).getSingleResult() > 0) {
      throw new RefusedException(Refusal.because("library-code-taken", "code", typed));
    }
    return typed;
  }

  /** The next number behind the letter: of two who ask at the same moment one is refused by the database. */
  private String free(String entity, String letter) {
    String highest = database.createQuery("select max(e.code) from " + entity + " e where e.code like :form", String.class)
        .setParameter("form", letter + "______").getSingleResult();
    int next = highest == null || !highest.matches("[A-Z][0-9]{6}") ? 1 : Integer.parseInt(highest.substring(1)) + 1;
    return letter + "%06d".formatted(next);
  }

  /**
   * Another version of an indicator in force, from the day its texts name on; the version before ends the day before.
   *
   * @param seen {@link LibraryLine#seen()} of what the caller saw
   * @throws RefusedException if the caller does not keep it, it begins no later than the version before, or no reason is given
   */
  public Written change(UUID id, int seen, Map<LibraryField, String> texts, String reason) {
    LibraryLine line = walked(id, EntryMove.CHANGE, seen, reason);
    return rewritten(line, texts, reason);
  }

  /** The department writes its proposal anew; it waits for finance again. */
  public Written revise(UUID id, int seen, Map<LibraryField, String> texts) {
    LibraryLine line = walked(id, EntryMove.REVISE, seen, "");
    Written written = rewritten(line, texts, "");
    if (written.taken()) {
      StoredEntry.Own entry = database.find(StoredEntry.Own.class, id);
      entry.move(EntryState.PROPOSED, "");
      entry.proposedBy(Scope.current().caller().id());
    }
    return written;
  }

  private Written rewritten(LibraryLine line, Map<LibraryField, String> texts, String reason) {
    IndicatorReader.Read read = IndicatorReader.read(texts, clock.today());
    if (read.indicator().isEmpty()) {
      return wrong(read.problems());
    }
    Indicator after = read.indicator().get();
    Indicator before = line.indicator();
    if (after.equals(before)) {
      throw new RefusedException(Refusal.because("library-unchanged"));
    }
    // days on which goals may have taken it stay what they were
    if (line.state() == EntryState.IN_FORCE && after.from().isBefore(earliest(before))) {
      Map<LibraryField, Problem> late = new EnumMap<>(LibraryField.class);
      late.put(LibraryField.VALID_FROM, new Problem("library.from-too-early", Map.of("earliest", earliest(before).toString())));
      return wrong(late);
    }
    StoredEntry entry = stored(line);
    version(line).endBefore(after.from());
    entry.next(after);
    entry.changed(Scope.current().caller().name(), clock.now());
    add(entry, after, reason);
    List<LibraryField> differences = IndicatorTexts.differences(before, after);
    note(entry, after, said(before, differences), said(after, differences), reason);
    return new Written(Map.of(), Optional.of(entry.id()));
  }

  private static String said(Indicator one, List<LibraryField> fields) {
    Map<LibraryField, String> texts = IndicatorTexts.of("", one);
    return fields.stream().map(field -> LibraryWords.of(Words.chinese(), field) + " " + texts.get(field)).collect(Collectors.joining("; "))
        + (fields.isEmpty() ? one.from().toString() : "");
  }

  /** What holds today goes on holding today, unless it begins today or later. */
  private LocalDate earliest(Indicator before) {
    return before.from().isBefore(clock.today()) ? clock.today() : before.from();
  }

  /** @throws RefusedException with every reason at once */
  public void confirm(UUID id, int seen) {
    move(id, EntryMove.CONFIRM, seen, EntryState.IN_FORCE, "");
  }

  /** Sends a proposal back. */
  public void giveBack(UUID id, int seen, String reason) {
    move(id, EntryMove.RETURN, seen, EntryState.RETURNED, reason);
  }

  public void stop(UUID id, int seen, String reason) {
    move(id, EntryMove.STOP, seen, EntryState.STOPPED, reason);
  }

  /** Takes up again what was stopped. */
  public void resume(UUID id, int seen, String reason) {
    move(id, EntryMove.RESUME, seen, EntryState.IN_FORCE, reason);
  }

  private void move(UUID id, EntryMove move, int seen, EntryState to, String reason) {
    LibraryLine line = walked(id, move, seen, reason);
    StoredEntry entry = stored(line);
    entry.move(to, reason.strip());
    entry.changed(Scope.current().caller().name(), clock.now());
    trail.add(Record.of(Act.ADMINISTER, IndicatorLibrary.SUBJECT + "/" + id, line.indicator().names().level3())
        .changed(line.state().name(), to.name()).because(reason.strip()));
    database.flush();
  }

  private LibraryLine walked(UUID id, EntryMove move, int seen, String reason) {
    LibraryLine line = queries.versions(id).getFirst();
    List<Refusal> against = move.against(IndicatorLibrary.standing(line));
    if (!against.isEmpty()) {
      throw new RefusedException(against);
    }
    if (line.seen() != seen) {
      throw new RefusedException(Refusal.because("library-changed-meanwhile", "by", line.changedBy()));
    }
    if (move.needsReason() && (reason.strip().length() < EntryMove.SHORTEST_REASON || reason.strip().length() > EntryMove.LONGEST_REASON)) {
      throw new RefusedException(Refusal.because("library-says-why", "least", EntryMove.SHORTEST_REASON));
    }
    return line;
  }

  private StoredEntry stored(LibraryLine line) {
    Class<? extends StoredEntry> type = line.level() == LibraryLevel.PREFECTURE ? StoredEntry.Shared.class : StoredEntry.Own.class;
    return database.find(type, line.entry());
  }

  private StoredVersion version(LibraryLine line) {
    Class<? extends StoredVersion> type = line.level() == LibraryLevel.PREFECTURE ? StoredVersion.Shared.class : StoredVersion.Own.class;
    return database.find(type, line.id());
  }

  private void note(StoredEntry entry, Indicator indicator, String before, String after, String why) {
    trail.add(Record.of(Act.ADMINISTER, IndicatorLibrary.SUBJECT + "/" + entry.id(), indicator.names().level3()).changed(before, after).because(why));
    database.flush();
  }
}
