package org.jiheng.tenants.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.audit.Outcome;
import org.jiheng.tenants.audit.Record;
import org.jiheng.tenants.audit.Trail;
import org.jiheng.tenants.identity.Accounts;
import org.jiheng.tenants.identity.BrowserSessions;
import org.jiheng.tenants.identity.FreshLogin;
import org.jiheng.tenants.identity.FreshLoginNeededException;
import org.jiheng.tenants.identity.IdentityUnavailableException;
import org.jiheng.tenants.identity.OneTimePassword;
import org.jiheng.tenants.identity.OpenSession;
import org.jiheng.tenants.identity.Registry;
import org.jiheng.tenants.scope.Caller;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.Membership;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;

/**
 * What the administrators of a jurisdiction do with its people. Each act is one transaction: the rules, then the registry's rows, and
 * the trail's entry is kept with them or not at all. What gives somebody something has the identity provider do its part last in it: if
 * the provider does not, nothing is changed here; if it did and we fail after that, the account is more closed or more guarded than it
 * need be, gives no right (the registry has none), and the same act done again sets it right. What takes something away waits for
 * nobody: it holds here at once, and {@link AccountWorker} tells the provider afterwards, as often as it takes.
 */
@ApplicationScoped
@Transactional
public class People {

  /** What is to be told the identity provider is told within that, if it answers. */
  private static final Duration TOLD_WITHIN = Duration.ofSeconds(10);

  private final Clock clock = Clock.systemDefaultZone();

  @Inject
  private Roster roster;

  @Inject
  private Registry registry;

  @Inject
  private Accounts accounts;

  @Inject
  private FreshLogin freshLogin;

  @Inject
  private Trail trail;

  @Inject
  private Event<AccountFellDue> fellDue;

  /**
   * What an administrator is offered.
   *
   * @param obstacles why it cannot be done; empty if it can
   */
  public record Offer(StaffAct act, List<Obstacle> obstacles) {}

  /**
   * A person with what the caller may do.
   *
   * @param taking for each post, what stands against taking it
   * @param sessions empty if the identity provider does not answer, or if they are not the caller's to see
   * @param untold whether the identity provider could not be told yet of what was taken away here
   */
  public record File(Staff person, List<Offer> offers, Map<Post, List<Obstacle>> taking, Optional<List<OpenSession>> sessions, List<StaffChange> changes,
      boolean untold) {

    public Optional<Offer> offer(StaffAct act) {
      return offers.stream().filter(one -> one.act() == act).findFirst();
    }
  }

  /** Day of the server, by which posts begin and end. */
  public LocalDate today() {
    return LocalDate.now(clock);
  }

  /** Everybody who belongs to the jurisdiction, in the order of user names; for its administrators alone. */
  public List<Staff> everybody() {
    admitted();
    return roster.everybody();
  }

  /**
   * How many sessions these people have now; without those of whom the identity provider does not tell. Whoever signed in longer
   * ago than a session can last is not asked for.
   */
  public Map<UUID, Integer> sessionCounts(List<Staff> people) {
    admitted();
    Map<UUID, Integer> counts = new HashMap<>();
    try {
      for (Staff person : people) {
        boolean recent = person.lastSignIn().filter(at -> at.isAfter(now().minus(BrowserSessions.LONGEST))).isPresent();
        counts.put(person.id(), recent ? accounts.sessions(person.id()).size() : 0);
      }
    } catch (IdentityUnavailableException silent) {
      // what is known so far is shown; a list is no place to wait for each of them in vain
    }
    return counts;
  }

  /** Whether the caller may invite, and why not. */
  public Offer invitation() {
    Caller caller = admitted();
    return new Offer(StaffAct.INVITE, caller.holds(StaffAct.INVITE.office()) ? List.of() : List.of(Obstacle.because("office", StaffAct.INVITE.office())));
  }

  /** Empty if there is no such person here. */
  public Optional<File> file(UUID id) {
    Caller caller = admitted();
    return roster.person(id).map(person -> {
      Administration.Setting setting = setting(id);
      List<Offer> offers = Stream.of(StaffAct.values()).filter(act -> act != StaffAct.INVITE && act != StaffAct.TAKE)
          .filter(act -> act != (person.disabledSince().isPresent() ? StaffAct.DISABLE : StaffAct.ENABLE))
          .map(act -> new Offer(act, Administration.against(act, caller, person, setting))).toList();
      Map<Post, List<Obstacle>> taking = new LinkedHashMap<>();
      person.posts().forEach(post -> taking.put(post, Administration.againstTaking(post, caller, person, setting)));
      return new File(person, offers, taking, sessions(caller, id), roster.changes(id),
          roster.dueSince(id).filter(since -> since.isBefore(now().minus(TOLD_WITHIN))).isPresent());
    });
  }

  private Optional<List<OpenSession>> sessions(Caller caller, UUID person) {
    try {
      return caller.holds(StaffAct.END_SESSIONS.office()) ? Optional.of(accounts.sessions(person)) : Optional.empty();
    } catch (IdentityUnavailableException silent) {
      return Optional.empty();
    }
  }

  /**
   * Takes a person on: makes an account with a one-time password, or, for somebody whom another jurisdiction registered under
   * the same user name and name, none.
   *
   * @param unit code of the unit the person works in; empty text for none in particular
   * @throws ObstructedException if the rules say no or the user name belongs to somebody else
   * @throws IdentityUnavailableException if the identity provider does not do its part
   */
  public Invitation invite(String username, String name, String unit) {
    Caller caller = admitted();
    return recorded(Record.of(Act.ADMINISTER, "PERSON/" + username, StaffAct.INVITE + " " + name), () -> {
      allowed(Administration.againstInviting(caller, username, name));
      unitIsKnown(unit);
      Optional<Roster.Known> known = roster.known(username, name);
      if (known.filter(one -> !one.sameName()).isPresent()) {
        throw taken(username);
      }
      UUID person = known.map(Roster.Known::person)
          .orElseGet(() -> accounts.prepare(username, name).orElseThrow(() -> taken(username)));
      if (roster.person(person).isPresent()) {
        throw new ObstructedException(List.of(Obstacle.because("here-already", name)));
      }
      roster.takeOn(person, username, name, unit);
      note(person, StaffAct.INVITE, Optional.empty(), "");
      if (known.isPresent()) {
        accounts.open(person);
        staysDue(person, true);
        return new Invitation(person, Optional.empty());
      }
      OneTimePassword password = OneTimePassword.random();
      accounts.admit(person, password);
      return new Invitation(person, Optional.of(password));
    });
  }

  private static ObstructedException taken(String username) {
    return new ObstructedException(List.of(Obstacle.because("username-taken", username)));
  }

  /**
   * No post of the person holds here any more, from the next request on; the account is closed if the person belongs nowhere else, as
   * soon as the identity provider answers.
   */
  public void disable(UUID id, String reason) {
    on(id, StaffAct.DISABLE, reason, person -> {
      roster.disable(id, Optional.of(now()));
      note(id, StaffAct.DISABLE, Optional.empty(), reason);
      fallsDue(id);
    });
  }

  private void fallsDue(UUID id) {
    roster.fallsDue(id);
    fellDue.fire(new AccountFellDue(id));
  }

  /** After the provider's part: whoever takes something away elsewhere meanwhile does not wait for the provider. */
  private void staysDue(UUID id, boolean letIn) {
    roster.staysDue(id, letIn);
    fellDue.fire(new AccountFellDue(id));
  }

  public void enable(UUID id) {
    on(id, StaffAct.ENABLE, "", person -> {
      roster.disable(id, Optional.empty());
      note(id, StaffAct.ENABLE, Optional.empty(), "");
      align(id, person.posts().stream().map(Post::membership));
      accounts.open(id);
      staysDue(id, true);
    });
  }

  /**
   * Gives a post. An office of the three asks for a fresh login.
   *
   * @param unit code of a department or unit; empty text for the whole jurisdiction
   * @param until last day, inclusive
   */
  public void give(UUID id, Role role, String unit, LocalDate from, Optional<LocalDate> until) {
    Membership wanted = new Membership(Scope.current().jurisdiction().code(), unit, role, from, until);
    Caller caller = admitted();
    Staff person = present(id);
    recorded(record(StaffAct.GIVE, person).changed("", written(wanted)), () -> {
      allowed(Administration.againstGiving(wanted, caller, person, setting(id)));
      unitIsKnown(unit);
      if (Administration.OFFICES.contains(role)) {
        freshLogin.require();
      }
      roster.give(id, wanted);
      note(id, StaffAct.GIVE, Optional.of(wanted), "");
      align(id, Stream.concat(person.posts().stream().map(Post::membership), Stream.of(wanted)));
      staysDue(id, false);
      return null;
    });
  }

  /** The post is gone from the next request on; the identity provider follows as soon as it answers. */
  public void take(UUID id, UUID postId, String reason) {
    Caller caller = admitted();
    Staff person = present(id);
    Post post = person.posts().stream().filter(one -> one.id().equals(postId)).findFirst()
        .orElseThrow(() -> new ObstructedException(List.of(Obstacle.because("post-gone"))));
    recorded(record(StaffAct.TAKE, person).changed(written(post.membership()), "").because(reason), () -> {
      allowed(Administration.againstTaking(post, caller, person, setting(id)));
      roster.take(post);
      note(id, StaffAct.TAKE, Optional.of(post.membership()), reason);
      fallsDue(id);
      return null;
    });
  }

  /**
   * A new one-time password; the old one and all sessions end, and a lock-out is lifted. On record in every place the person belongs to.
   * Asks for a fresh login.
   */
  public OneTimePassword resetPassword(UUID id) {
    OneTimePassword password = OneTimePassword.random();
    on(id, StaffAct.RESET_FIRST_FACTOR, "", _ -> {
      noteReset(id, StaffAct.RESET_FIRST_FACTOR);
      accounts.admit(id, password);
    });
    return password;
  }

  private void noteReset(UUID id, StaffAct act) {
    note(id, act, Optional.empty(), "");
    roster.noteElsewhere(id, act, Scope.current().caller());
  }

  /** The second factor is set up anew at the next login; all sessions end. On record as {@link #resetPassword} is. Asks for a fresh login. */
  public void resetSecondFactor(UUID id) {
    on(id, StaffAct.RESET_SECOND_FACTOR, "", _ -> {
      noteReset(id, StaffAct.RESET_SECOND_FACTOR);
      accounts.forgetSecondFactor(id);
    });
  }

  /** Ends one of the person's sessions; another person's is not ended. */
  public void endSession(UUID id, String session) {
    on(id, StaffAct.END_SESSIONS, "", _ -> {
      note(id, StaffAct.END_SESSIONS, Optional.empty(), "");
      if (accounts.sessions(id).stream().anyMatch(one -> one.id().equals(session))) {
        accounts.endSession(session);
      }
    });
  }

  public void endSessions(UUID id) {
    on(id, StaffAct.END_SESSIONS, "", _ -> {
      note(id, StaffAct.END_SESSIONS, Optional.empty(), "");
      accounts.endSessions(id);
    });
  }

  private void on(UUID id, StaffAct act, String reason, Consumer<Staff> work) {
    Caller caller = admitted();
    Staff person = present(id);
    recorded(record(act, person).because(reason), () -> {
      if (act.resets()) {
        // what somebody else resets at this moment is seen by the rules
        roster.lock(id);
      }
      allowed(Administration.against(act, caller, person, setting(id)));
      if (act.weighty()) {
        freshLogin.require();
      }
      work.accept(person);
      return null;
    });
  }

  /** The lists are for those who administer people; the database asks for the role of a jurisdiction only. */
  private static Caller admitted() {
    Caller caller = Scope.current().caller();
    if (!caller.holdsAny(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN)) {
      throw new ObstructedException(List.of(Obstacle.because("office", Role.SYSTEM_ADMIN)));
    }
    return caller;
  }

  private Staff present(UUID id) {
    return roster.person(id).orElseThrow(() -> new ObstructedException(List.of(Obstacle.because("nobody"))));
  }

  private Administration.Setting setting(UUID person) {
    return new Administration.Setting(place(), today(), roster.lasting(today()), elsewherePosts(person),
        registry.trails().stream().map(Registry.Kept::jurisdiction).toList(), roster.unused(person));
  }

  private static Jurisdiction place() {
    return Scope.current().jurisdiction();
  }

  private List<Membership> elsewherePosts(UUID person) {
    return registry.postsOf(person).stream().filter(post -> !post.jurisdiction().equals(place().code())).toList();
  }

  private void unitIsKnown(String unit) {
    if (!unit.isEmpty() && !roster.hasUnit(unit)) {
      throw new ObstructedException(List.of(Obstacle.because("unit-unknown", unit)));
    }
  }

  /** Realm roles follow the posts that have not ended, here and everywhere. */
  private void align(UUID person, Stream<Membership> here) {
    List<Membership> all = new ArrayList<>(elsewherePosts(person));
    here.filter(post -> post.until().filter(until -> until.isBefore(today())).isEmpty()).forEach(all::add);
    accounts.align(person, roles(all));
  }

  private static Set<Role> roles(List<Membership> posts) {
    return posts.stream().map(Membership::role).collect(Collectors.toSet());
  }

  private void note(UUID person, StaffAct act, Optional<Membership> post, String reason) {
    roster.note(person, new StaffChange(now(), act, post, reason, Scope.current().caller().name()), Scope.current().caller());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static Record record(StaffAct act, Staff person) {
    return Record.of(Act.ADMINISTER, "PERSON/" + person.id(), act + " " + person.name());
  }

  private static String written(Membership post) {
    return post.role() + " " + (post.unitPrefix().isEmpty() ? "*" : post.unitPrefix()) + " " + post.from() + "/"
        + post.until().map(LocalDate::toString).orElse("");
  }

  private static void allowed(List<Obstacle> obstacles) {
    if (!obstacles.isEmpty()) {
      throw new ObstructedException(obstacles);
    }
  }

  /** Does it, and records that it was done; or, whatever becomes of this transaction, that it was not. */
  private <T> T recorded(Record record, Supplier<T> act) {
    try {
      T result = act.get();
      trail.add(record);
      return result;
    } catch (ObstructedException refused) {
      trail.addWhateverHappens(record.not(Outcome.REFUSED, refused.getMessage()));
      throw refused;
    } catch (Roster.ConstraintKeptException kept) {
      ObstructedException refused = new ObstructedException(List.of(Obstacle.because(sentence(kept.constraint()))));
      trail.addWhateverHappens(record.not(Outcome.REFUSED, kept.constraint()));
      throw refused;
    } catch (FreshLoginNeededException askedFirst) {
      throw askedFirst;
    } catch (RuntimeException failed) {
      trail.addWhateverHappens(record.not(Outcome.FAILED,
          failed instanceof IdentityUnavailableException ? "identity provider" : failed.getClass().getSimpleName()));
      throw failed;
    }
  }

  /** What the rules did not see, because somebody else acted at the same moment, the database kept. */
  private static String sentence(String constraint) {
    return switch (constraint) {
      case "administrators_stand_alone" -> "kept-apart";
      case "last_administrator_stays" -> "kept-last";
      case "programs_hold_no_office", "programs_hold_one_post" -> "kept-program";
      case "membership_once" -> "kept-once";
      case "person_username_key", "staff_pkey" -> "kept-username";
      default -> "kept-otherwise";
    };
  }
}
