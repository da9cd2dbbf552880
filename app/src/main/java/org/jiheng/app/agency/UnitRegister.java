package org.jiheng.app.agency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiheng.app.agency.UnitChange.Kind;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusalsRecorded;
import org.jiheng.app.review.RefusedException;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.audit.Record;
import org.jiheng.tenants.audit.Trail;
import org.jiheng.tenants.scope.Caller;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;

/**
 * The use cases of the tree of units. The performance office keeps it; whoever works with units reads the part that is theirs. Nobody's
 * post is changed here: whose access a move or merger changes is named, and whoever decides has seen the names.
 */
@ApplicationScoped
@RefusalsRecorded(value = Act.ADMINISTER, about = UnitRegister.SUBJECT)
@Transactional(dontRollbackOn = NoSuchFormException.class)
public class UnitRegister {

  /** First part of the trail's names for units. */
  public static final String SUBJECT = "UNIT";

  @PersistenceContext
  private EntityManager database;

  @Inject
  private Units units;

  @Inject
  private BusinessClock clock;

  @Inject
  private Trail trail;

  @Inject
  @Any
  private Instance<UnitFollower> followers;

  /**
   * A unit with what has become of it, the latest change in front.
   *
   * @param successors who went on with its work, one after the other; the last one does today
   */
  public record Page(Unit unit, List<UnitChange> changes, List<Unit> predecessors, List<String> successors, boolean mayWrite) {}

  /**
   * What a move or merger would do, to be looked at before.
   *
   * @param refusals why it may not be done; empty if it may
   * @param following what goes over and what stays, by kind of thing
   * @param pointing posts bound to the old code or below it: they go on to cover what stays there, and nothing else
   * @param losing other posts that cover what goes over now and would no longer
   * @param gaining posts that would cover what goes over and do not now
   */
  public record Prospect(
      List<Refusal> refusals, List<UnitFollower.Following> following, List<UnitPost> pointing, List<UnitPost> losing, List<UnitPost> gaining) {

    /** Every post that is named, to be said again by whoever decides. */
    public Set<UUID> posts() {
      return Stream.of(pointing, losing, gaining).flatMap(List::stream).map(UnitPost::id).collect(Collectors.toSet());
    }
  }

  /** Whether the caller keeps the tree. */
  public static boolean writes() {
    Scope scope = Scope.current();
    return !scope.readOnly() && !scope.caller().guest() && scope.caller().holds(Role.PERFORMANCE_OFFICE);
  }

  /** Whether the caller reads the tree, or a part of it. */
  public static boolean reads() {
    Caller caller = Scope.current().caller();
    return !Scope.current().readOnly() && !caller.guest() && caller.holdsAny(Role.PERFORMANCE_OFFICE, Role.FINANCE_SECTION, Role.BUDGET_SECTION,
        Role.BUREAU_LEADER, Role.DEPARTMENT_REVIEWER, Role.AUDITOR);
  }

  /** @throws NoSuchFormException if there is none with this code among those the caller has to do with */
  @RefusalsRecorded(value = Act.READ, about = SUBJECT)
  public Page open(String code) {
    Unit unit = visible().stream().filter(one -> one.code().equals(code)).findFirst().orElseThrow(NoSuchFormException::new);
    List<UnitChange> changes = database.createQuery("select c from UnitChange c where c.unit = :code or c.successor = :code order by c.at desc", UnitChange.class)
        .setParameter("code", code).getResultList();
    List<Unit> predecessors = database.createQuery("select u from Unit u where u.successor = :code order by u.code", Unit.class)
        .setParameter("code", code).getResultList();
    return new Page(unit, changes, predecessors, units.tree().successors(code), writes());
  }

  /** The part of the tree the caller has to do with, in the order of the codes. */
  @RefusalsRecorded(value = Act.READ, about = SUBJECT)
  public List<Unit> visible() {
    if (!reads()) {
      throw new NoSuchFormException();
    }
    return units.ofCaller();
  }

  /** @throws RefusedException with everything that speaks against it */
  public void add(UnitEntry entry, String reason) {
    UnitTree tree = tree();
    refuse(tree.againstAdding(entry), UnitTree.againstReason(reason));
    added(entry, entry.validFrom().orElseGet(clock::today), reason);
  }

  private Unit added(UnitEntry entry, LocalDate day, String reason) {
    Unit unit = new Unit(entry);
    database.persist(unit);
    // what comes after names it
    database.flush();
    note(unit, Kind.ADDED, day, "", said(entry), Optional.empty(), reason);
    return unit;
  }

  /**
   * Changes what is entered about a unit from today on: name, kind, credit code, who is in charge.
   *
   * @param seen the version the caller has looked at
   */
  public void change(String code, int seen, UnitEntry entry, String reason) {
    UnitTree tree = tree();
    Unit unit = lasting(tree, code);
    if (unit.version() != seen) {
      throw new RefusedException(Refusal.because("unit-changed-meanwhile"));
    }
    refuse(tree.againstSaying(entry), UnitTree.againstReason(reason));
    changed(unit, entry, reason);
  }

  private void changed(Unit unit, UnitEntry entry, String reason) {
    UnitEntry before = unit.entry();
    unit.say(entry);
    LocalDate today = clock.today();
    if (!before.name().equals(entry.name())) {
      note(unit, Kind.RENAMED, today, before.name(), entry.name(), Optional.empty(), reason);
    }
    if (!before.responsible().equals(entry.responsible())) {
      note(unit, Kind.RESPONSIBLE, today, before.responsible(), entry.responsible(), Optional.empty(), reason);
    }
    if (before.kind() != entry.kind() || !before.creditCode().equals(entry.creditCode())) {
      note(unit, Kind.CHANGED, today, details(before), details(entry), Optional.empty(), reason);
    }
  }

  /** What a move to another code would do. */
  @RefusalsRecorded(value = Act.READ, about = SUBJECT)
  public Prospect wouldMove(String code, String to, LocalDate day) {
    UnitTree tree = tree();
    return prospect(tree, code, to, day, tree.againstMoving(code, to));
  }

  /** What a merger into another unit would do. */
  @RefusalsRecorded(value = Act.READ, about = SUBJECT)
  public Prospect wouldMerge(String code, String into, LocalDate day) {
    UnitTree tree = tree();
    return prospect(tree, code, into, day, tree.againstMerging(code, into));
  }

  private Prospect prospect(UnitTree tree, String from, String to, LocalDate day, List<Refusal> against) {
    List<Refusal> refusals = new ArrayList<>(against);
    refusals.addAll(tree.againstDay(from, day, clock.today()));
    Map<String, UnitFollower.Following> following = new LinkedHashMap<>();
    for (Unit one : tree.branch(from)) {
      for (UnitFollower follower : followers) {
        following.merge(follower.wouldFollow(one.code(), day).things(), follower.wouldFollow(one.code(), day), UnitRegister::plus);
      }
    }
    List<UnitPost> posts = database.createQuery("select p from UnitPost p order by p.unitPrefix, p.name", UnitPost.class).getResultStream()
        .filter(post -> post.lastsOn(clock.today())).toList();
    return new Prospect(refusals, List.copyOf(following.values()),
        posts.stream().filter(post -> post.unitPrefix().startsWith(from)).toList(),
        posts.stream().filter(post -> !post.unitPrefix().startsWith(from) && from.startsWith(post.unitPrefix()) && !to.startsWith(post.unitPrefix())).toList(),
        posts.stream().filter(post -> to.startsWith(post.unitPrefix()) && !from.startsWith(post.unitPrefix())).toList());
  }

  private static UnitFollower.Following plus(UnitFollower.Following one, UnitFollower.Following other) {
    return new UnitFollower.Following(one.things(), one.moving() + other.moving(), one.staying() + other.staying());
  }

  /**
   * Moves a unit, and everything below it, to another place of the tree.
   *
   * @param day first day under the new code
   * @param postsSeen every post the {@linkplain #wouldMove prospect} named
   * @throws RefusedException if anything speaks against it, or other people's access would change than those who were named
   */
  public void move(String code, String to, LocalDate day, String reason, Set<UUID> postsSeen) {
    UnitTree tree = tree();
    decide(prospect(tree, code, to, day, tree.againstMoving(code, to)), reason, postsSeen);
    for (Unit one : tree.branch(code)) {
      UnitEntry entry = one.entry();
      String goesOnAs = to + one.code().substring(code.length());
      added(new UnitEntry(goesOnAs, entry.name(), entry.kind(), entry.creditCode(), entry.responsible(), Optional.of(day)), day, reason);
      succeed(one, goesOnAs, Kind.MOVED, day, reason);
    }
  }

  /** Merges a unit into another one, which goes on with its work; as {@link #move}. */
  public void merge(String code, String into, LocalDate day, String reason, Set<UUID> postsSeen) {
    UnitTree tree = tree();
    decide(prospect(tree, code, into, day, tree.againstMerging(code, into)), reason, postsSeen);
    succeed(lasting(tree, code), into, Kind.MERGED, day, reason);
  }

  private static void decide(Prospect prospect, String reason, Set<UUID> postsSeen) {
    refuse(prospect.refusals(), UnitTree.againstReason(reason),
        prospect.posts().equals(postsSeen) ? List.of() : List.of(Refusal.because("unit-posts-changed")));
  }

  private void succeed(Unit unit, String successor, Kind kind, LocalDate day, String reason) {
    unit.goesOnAs(successor, day.minusDays(1));
    database.flush();
    note(unit, kind, day, unit.code(), successor, Optional.of(successor), reason);
    followers.forEach(follower -> follower.follow(unit.code(), successor, day));
  }

  /** @param lastDay last day of the unit */
  public void close(String code, LocalDate lastDay, String reason) {
    UnitTree tree = tree();
    List<Refusal> refusals = new ArrayList<>(tree.againstClosing(code));
    refusals.addAll(tree.againstDay(code, lastDay, clock.today()));
    followers.forEach(follower -> refusals.addAll(follower.againstClosing(code, lastDay)));
    refuse(refusals, UnitTree.againstReason(reason));
    Unit unit = lasting(tree, code);
    unit.endsOn(lastDay);
    note(unit, Kind.CLOSED, lastDay, unit.name(), "", Optional.empty(), reason);
  }

  /**
   * Takes over what a file says, all of it or nothing.
   *
   * @throws RefusedException if anything in it cannot be taken, also when it could when it was looked at
   */
  @RefusalsRecorded(value = Act.IMPORT, about = SUBJECT)
  public void take(UnitSheet.Preview seen) {
    UnitSheet.Preview now = UnitSheet.check(tree(), seen.fileName(), seen.rows());
    if (!now.applicable()) {
      throw new RefusedException(Refusal.because("unit-file-not-applicable", "count", now.findings().size()));
    }
    String reason = "导入文件 " + seen.fileName();
    trail.add(Record.of(Act.IMPORT, SUBJECT + "/list", "").changed("", seen.fileName()));
    for (UnitEntry entry : now.added()) {
      added(entry, entry.validFrom().orElseGet(clock::today), reason);
    }
    for (UnitEntry entry : now.changed()) {
      changed(database.find(Unit.class, entry.code()), entry, reason);
    }
  }

  /** What a file would do; nothing is changed. */
  @RefusalsRecorded(value = Act.READ, about = SUBJECT)
  public UnitSheet.Preview preview(String fileName, byte[] content) {
    return UnitSheet.read(tree(), fileName, content);
  }

  /** The tree as it is, held so that nobody changes it meanwhile. For its keeper only. */
  private UnitTree tree() {
    if (!reads()) {
      throw new NoSuchFormException();
    }
    if (!writes()) {
      throw new RefusedException(Refusal.because("unit-office-only"));
    }
    List<Unit> all = database.createQuery("select u from Unit u order by u.code", Unit.class).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
    return new UnitTree(Scope.current().jurisdiction().code(), all);
  }

  private static Unit lasting(UnitTree tree, String code) {
    return tree.find(code).filter(Unit::lasts).orElseThrow(NoSuchFormException::new);
  }

  @SafeVarargs
  private static void refuse(List<Refusal>... against) {
    List<Refusal> refusals = Stream.of(against).flatMap(List::stream).toList();
    if (!refusals.isEmpty()) {
      throw new RefusedException(refusals);
    }
  }

  private void note(Unit unit, Kind kind, LocalDate day, String before, String after, Optional<String> successor, String reason) {
    database.persist(new UnitChange(unit.code(), kind, day, before, after, successor, reason.strip(), Scope.current().caller(), clock.now()));
    trail.add(Record.of(Act.ADMINISTER, SUBJECT + "/" + unit.code(), unit.name()).changed(before, after).because(kind.name() + " " + reason.strip()));
  }

  private static String said(UnitEntry entry) {
    return entry.code() + " " + entry.name() + " " + entry.responsible();
  }

  private static String details(UnitEntry entry) {
    return (entry.kind() + " " + entry.creditCode().map(Object::toString).orElse("")).strip();
  }
}
