package org.jiheng.app.library;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusalsRecorded;
import org.jiheng.app.review.RefusedException;
import org.jiheng.app.review.Visibility;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.scope.Scope;

/** The library as it is read: lists, one indicator with its versions, what a goal may take, and what goals have taken. */
@ApplicationScoped
@RefusalsRecorded(about = IndicatorLibrary.SUBJECT)
@Transactional(dontRollbackOn = NoSuchFormException.class)
public class IndicatorLibrary {

  static final String SUBJECT = "INDICATOR";

  private static final int MOST_SHOWN = 200;

  /** Uses of an indicator that are asked for, the latest years first, to show of them what the caller may see. */
  private static final int MOST_LOOKED_AT = 2000;

  @PersistenceContext
  private EntityManager database;

  @Inject
  private LibraryQueries queries;

  @Inject
  private BusinessClock clock;

  /**
   * An indicator with everything the caller is shown of it.
   *
   * @param newest its newest version
   * @param versions all, the newest first
   * @param offers what the caller may do with it
   * @param source the goal it was proposed out of, if the caller may see it
   * @param uses goals that took one of its versions and that the caller may see, the latest years first, at most {@value #MOST_SHOWN}
   * @param more how many more of these there are
   * @param others how many goals besides took one; whose, is not the caller's to know
   * @param unchoosable why a goal may not take the newest version today; empty if it may
   */
  public record Page(
      LibraryLine newest, List<LibraryLine> versions, List<EntryMove.Offer> offers, Optional<Source> source, List<LibraryUse> uses, long more, long others,
      List<Refusal> unchoosable) {}

  /** A form the indicator comes out of. */
  public record Source(UUID form, String title) {}

  /** What stands in the library in one of its columns, for a choice. */
  public enum Column {
    LEVEL1("level1"),
    LEVEL2("level2"),
    INDUSTRY("industry"),
    AREA("area");

    private final String path;

    Column(String path) {
      this.path = path;
    }
  }

  /** Whether the caller reads the library, and what else the caller does with it. */
  public static LibraryRights rights() {
    return LibraryRights.of(Scope.current());
  }

  /** Newest versions only. */
  public List<LibraryLine> page(LibraryFilter filter, int offset, int limit) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    String condition = " and l.newest = true" + filter.condition(parameters);
    return queries.asked("l", condition, parameters, filter.order(), LibraryLine.class).setFirstResult(offset).setMaxResults(limit).getResultList();
  }

  public long count(LibraryFilter filter) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    String condition = " and l.newest = true" + filter.condition(parameters);
    return queries.asked("count(l)", condition, parameters, "", Long.class).getSingleResult();
  }

  /** Different texts of a column, in their order, blanks left out. */
  public List<String> texts(Column column) {
    String path = "l.content." + column.path;
    return queries.asked("distinct " + path, " and l.newest = true and " + path + " <> ''", Map.of(), " order by " + path, String.class).getResultList();
  }

  /** @throws NoSuchFormException if there is none, or it is not the caller's to see */
  public Page open(UUID entry) {
    List<LibraryLine> versions = queries.versions(entry);
    LibraryLine newest = versions.getFirst();
    List<LibraryUse> uses = visibleUses(entry);
    long named = uses.stream().map(LibraryUse::subject).distinct().count();
    List<LibraryUse> shown = uses.stream().limit(MOST_SHOWN).toList();
    return new Page(newest, versions, EntryMove.offers(standing(newest)), source(newest), shown, uses.size() - shown.size(), used(entry) - named,
        newest.unchoosable(clock.today()));
  }

  private Optional<Source> source(LibraryLine line) {
    return LibraryUse.form(line.origin()).flatMap(form -> {
      Visibility visibility = Visibility.of(Scope.current());
      TypedQuery<String> query = database.createQuery("select r.title from Review r where r.id = :form and " + visibility.condition(), String.class);
      visibility.parameters().forEach(query::setParameter);
      return query.setParameter("form", form).getResultStream().findFirst().map(title -> new Source(form, title));
    });
  }

  static EntryStanding standing(LibraryLine line) {
    boolean own = line.proposedBy().filter(Scope.current().caller().id()::equals).isPresent();
    return new EntryStanding(LibraryQueries.rights(), line.level(), line.department(), line.state(), own);
  }

  /** Whose draft took what is that unit's own business: only what the caller may see is named. */
  private List<LibraryUse> visibleUses(UUID entry) {
    List<LibraryUse> all = database.createQuery("select u from LibraryUse u where u.indicatorId = :entry order by u.fiscalYear desc, u.title", LibraryUse.class)
        .setParameter("entry", entry).setMaxResults(MOST_LOOKED_AT).getResultList();
    Set<UUID> visible = visible(all.stream().flatMap(use -> use.form().stream()).distinct().toList());
    return all.stream().filter(use -> use.form().filter(visible::contains).isPresent()).toList();
  }

  private Set<UUID> visible(List<UUID> forms) {
    if (forms.isEmpty()) {
      return Set.of();
    }
    Visibility visibility = Visibility.of(Scope.current());
    TypedQuery<UUID> query = database.createQuery("select r.id from Review r where r.id in :forms and " + visibility.condition(), UUID.class);
    visibility.parameters().forEach(query::setParameter);
    return Set.copyOf(query.setParameter("forms", forms).getResultList());
  }

  private long used(UUID entry) {
    return database.createQuery("select count(distinct u.subject) from LibraryUse u where u.indicatorId = :entry", Long.class)
        .setParameter("entry", entry).getSingleResult();
  }

  /**
   * The version a goal keeps: the caller may take it today.
   *
   * @throws RefusedException if it is not confirmed, stopped, or today is none of its days
   */
  @RefusalsRecorded(value = Act.CHANGE, about = SUBJECT)
  public LibraryLine choose(UUID version) {
    LibraryLine line = queries.version(version);
    List<Refusal> refusals = line.unchoosable(clock.today());
    if (!refusals.isEmpty()) {
      throw new RefusedException(refusals);
    }
    return line;
  }

  /**
   * A version that was taken once, whatever has become of it since. What the prefecture shares no more is not found: a goal keeps the
   * words of what it took beside this name of it.
   */
  public LibraryLine kept(UUID version) {
    return queries.version(version);
  }

  /** Why these versions may not be chosen today, by version; those that may, and what the caller does not see, are left out. */
  public Map<UUID, List<Refusal>> unchoosable(Collection<UUID> versions) {
    Map<UUID, List<Refusal>> refused = new LinkedHashMap<>();
    several("l.id", versions).forEach(line -> refused.put(line.id(), line.unchoosable(clock.today())));
    refused.values().removeIf(List::isEmpty);
    return refused;
  }

  /** The newest versions that may be chosen today of the indicators these versions are of, by version. */
  public Map<UUID, LibraryLine> newest(Collection<UUID> versions) {
    List<LibraryLine> taken = several("l.id", versions);
    Map<UUID, LibraryLine> newest = several("l.indicatorId", taken.stream().map(LibraryLine::entry).collect(Collectors.toSet())).stream()
        .filter(line -> line.newest() && line.unchoosable(clock.today()).isEmpty()).collect(Collectors.toMap(LibraryLine::entry, Function.identity()));
    return taken.stream().filter(line -> newest.containsKey(line.entry()))
        .collect(Collectors.toMap(LibraryLine::id, line -> newest.get(line.entry())));
  }

  private List<LibraryLine> several(String by, Collection<UUID> ids) {
    return ids.isEmpty() || !rights().reads() ? List.of()
        : queries.asked("l", " and " + by + " in :ids", Map.of("ids", ids), "", LibraryLine.class).getResultList();
  }

  /** Writes down that a goal took a version; a second time changes nothing. To be called by the room of the goal, in its transaction. */
  public void taken(UUID version, LibraryUse.Taken by) {
    LibraryLine line = queries.version(version);
    if (database.find(LibraryUse.class, new LibraryUse.Key(version, by.subject())) == null) {
      database.persist(new LibraryUse(line, by, clock.now()));
    }
  }

  /** A goal does not use it any more. */
  public void released(UUID version, String subject) {
    LibraryUse use = database.find(LibraryUse.class, new LibraryUse.Key(version, subject));
    if (use != null) {
      database.remove(use);
    }
  }

  /** 固化指标 (G14): indicators that a goal of such a project must have today, the nearest level first. */
  public List<LibraryLine> requiredFor(ProjectTraits facts) {
    LocalDate today = clock.today();
    return queries.asked("l", LibraryQueries.ON_THE_DAY + " and l.content.required = true", Map.of("inForce", EntryState.IN_FORCE, "day", today),
            " order by l.code", LibraryLine.class).getResultStream()
        .filter(line -> line.indicator().requirement().filter(facts::meantBy).isPresent())
        .sorted(Comparator.comparing(LibraryLine::level)).toList();
  }
}
