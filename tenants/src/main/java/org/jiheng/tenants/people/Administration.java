package org.jiheng.tenants.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jiheng.tenants.identity.BearerDoor;
import org.jiheng.tenants.scope.Caller;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.Membership;
import org.jiheng.tenants.scope.Role;

/**
 * What an administrator may do with a person, and why not (GB/T 22239-2019, separation of administrators; DOMAIN 1.2 and 12).
 * Pure: asks nobody and changes nothing. What must never be is kept by the database as well.
 */
public final class Administration {

  /** The three offices; each keeps an eye on the others. */
  public static final Set<Role> OFFICES = Set.copyOf(EnumSet.of(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN));

  /** Held by a contract and as long as it runs; nobody gives them by hand. */
  private static final Set<Role> BY_CONTRACT = EnumSet.of(Role.THIRD_PARTY, Role.EXPERT);

  /** Held for a department or a unit. */
  private static final Set<Role> OF_A_UNIT = EnumSet.of(Role.UNIT_CLERK, Role.UNIT_APPROVER, Role.DEPARTMENT_REVIEWER);

  private static final Pattern USERNAME = Pattern.compile("[a-z][a-z0-9._-]{2,59}");
  private static final int LONGEST_NAME = 60;

  private Administration() {}

  /**
   * What the rules have to know besides the person.
   *
   * @param today day of the server
   * @param lasting for each office, who holds it here without an end and is not disabled
   * @param elsewhere the person's posts in other jurisdictions
   * @param known the jurisdictions there are, whether people get in to them now or not
   * @param unused resets after which the person has not signed in, and who did them
   */
  public record Setting(Jurisdiction place, LocalDate today, Map<Role, Set<UUID>> lasting, List<Membership> elsewhere, List<Jurisdiction> known,
      Map<StaffAct, Set<UUID>> unused) {}

  /** Roles that can be given by hand in this jurisdiction. */
  public static List<Role> givable(Jurisdiction place) {
    return Arrays.stream(Role.values()).filter(role -> !BY_CONTRACT.contains(role))
        .filter(role -> role != Role.PREFECTURE_OVERSIGHT || place.parent().isEmpty()).toList();
  }

  /** Whether the role is held for a unit or a department, and not for the whole jurisdiction alone. */
  public static boolean mayBeOfAUnit(Role role) {
    return OF_A_UNIT.contains(role) || role == Role.FINANCE_SECTION;
  }

  /** Whether the role is held for a unit or a department and never for the whole jurisdiction. */
  public static boolean isOfAUnit(Role role) {
    return OF_A_UNIT.contains(role);
  }

  static List<Obstacle> againstInviting(Caller caller, String username, String name) {
    List<Obstacle> obstacles = new ArrayList<>();
    office(StaffAct.INVITE, caller, obstacles);
    if (!USERNAME.matcher(username).matches() || username.startsWith(BearerDoor.PROGRAM)) {
      obstacles.add(Obstacle.because("username", username));
    }
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      obstacles.add(Obstacle.because("name", LONGEST_NAME));
    }
    return obstacles;
  }

  /** Against an act on a person that needs no further word; for giving and taking, against doing it at all. */
  static List<Obstacle> against(StaffAct act, Caller caller, Staff person, Setting setting) {
    List<Obstacle> obstacles = new ArrayList<>();
    office(act, caller, obstacles);
    if (act != StaffAct.END_SESSIONS && caller.id().equals(person.id())) {
      obstacles.add(Obstacle.because("own-account"));
    }
    if (isProgram(person) && act.resets()) {
      obstacles.add(Obstacle.because("program"));
    }
    switch (act) {
      case DISABLE -> {
        if (person.disabledSince().isPresent()) {
          obstacles.add(Obstacle.because("disabled-already"));
        }
        OFFICES.stream().filter(office -> person.lastingIn(office) && lastOf(office, person, setting)).sorted()
            .forEach(office -> obstacles.add(Obstacle.because("last-administrator", office)));
      }
      case ENABLE -> {
        if (person.disabledSince().isEmpty()) {
          obstacles.add(Obstacle.because("not-disabled"));
        }
      }
      case GIVE -> {
        if (person.disabledSince().isPresent()) {
          obstacles.add(Obstacle.because("disabled-person"));
        }
      }
      case RESET_FIRST_FACTOR, RESET_SECOND_FACTOR -> {
        Resetting.whose(act, person, setting).ifPresent(obstacles::add);
        if (person.disabledSince().isPresent()) {
          obstacles.add(Obstacle.because("disabled-person"));
        }
        Resetting.theOther(act, caller, person, setting).ifPresent(obstacles::add);
      }
      case INVITE, TAKE, END_SESSIONS -> { }
    }
    return obstacles;
  }

  /** Against giving this post. */
  static List<Obstacle> againstGiving(Membership wanted, Caller caller, Staff person, Setting setting) {
    List<Obstacle> obstacles = new ArrayList<>(against(StaffAct.GIVE, caller, person, setting));
    Role role = wanted.role();
    if (BY_CONTRACT.contains(role)) {
      obstacles.add(Obstacle.because("by-contract", role));
    }
    if (role == Role.PREFECTURE_OVERSIGHT && setting.place().parent().isPresent()) {
      obstacles.add(Obstacle.because("prefecture-only", role));
    }
    if (isOfAUnit(role) && wanted.unitPrefix().isEmpty()) {
      obstacles.add(Obstacle.because("unit-needed", role));
    }
    if (!mayBeOfAUnit(role) && !wanted.unitPrefix().isEmpty()) {
      obstacles.add(Obstacle.because("whole-place-only", role));
    }
    if (wanted.until().filter(until -> until.isBefore(wanted.from()) || until.isBefore(setting.today())).isPresent()) {
      obstacles.add(Obstacle.because("ends-before-it-begins"));
    }
    if (OFFICES.contains(role) && wanted.until().isPresent() && setting.lasting().getOrDefault(role, Set.of()).isEmpty()) {
      obstacles.add(Obstacle.because("first-administrator-lasts", role));
    }
    List<Membership> here = person.posts().stream().map(Post::membership).filter(held -> overlap(held, wanted)).toList();
    if (here.stream().anyMatch(held -> held.role() == role && held.unitPrefix().equals(wanted.unitPrefix()))) {
      obstacles.add(Obstacle.because("held-already", role));
    }
    separation(wanted, here, setting, obstacles);
    if (isProgram(person)) {
      ofAProgram(wanted, here, setting, obstacles);
    }
    return obstacles;
  }

  private static boolean isProgram(Staff person) {
    return person.username().startsWith(BearerDoor.PROGRAM);
  }

  /** A program has one post and is no administrator: with a second post elsewhere it would be let in nowhere. */
  private static void ofAProgram(Membership wanted, List<Membership> here, Setting setting, List<Obstacle> obstacles) {
    if (OFFICES.contains(wanted.role())) {
      obstacles.add(Obstacle.because("program-no-office", wanted.role()));
    }
    if (Stream.concat(here.stream(), setting.elsewhere().stream().filter(held -> overlap(held, wanted))).findAny().isPresent()) {
      obstacles.add(Obstacle.because("program-one-post"));
    }
  }

  /** Nobody holds two of the three offices, nor one of them beside any other role, in any jurisdiction. */
  private static void separation(Membership wanted, List<Membership> here, Setting setting, List<Obstacle> obstacles) {
    Stream.concat(here.stream(), setting.elsewhere().stream().filter(held -> overlap(held, wanted)))
        .map(Membership::role).distinct().sorted()
        .filter(held -> held != wanted.role() && (OFFICES.contains(held) || OFFICES.contains(wanted.role())))
        .forEach(held -> obstacles.add(Obstacle.because("administrators-stand-alone", held, wanted.role())));
  }

  private static boolean overlap(Membership one, Membership other) {
    return one.until().filter(until -> until.isBefore(other.from())).isEmpty()
        && other.until().filter(until -> until.isBefore(one.from())).isEmpty();
  }

  /** Against taking this post. */
  static List<Obstacle> againstTaking(Post post, Caller caller, Staff person, Setting setting) {
    List<Obstacle> obstacles = new ArrayList<>(against(StaffAct.TAKE, caller, person, setting));
    Role role = post.membership().role();
    if (OFFICES.contains(role) && post.membership().until().isEmpty() && lastOf(role, person, setting)) {
      obstacles.add(Obstacle.because("last-administrator", role));
    }
    if (BY_CONTRACT.contains(role)) {
      obstacles.add(Obstacle.because("by-contract", role));
    }
    return obstacles;
  }

  private static boolean lastOf(Role office, Staff person, Setting setting) {
    return setting.lasting().getOrDefault(office, Set.of()).equals(Set.of(person.id()));
  }

  private static void office(StaffAct act, Caller caller, List<Obstacle> obstacles) {
    if (!caller.holds(act.office())) {
      obstacles.add(Obstacle.because("office", act.office()));
    }
  }
}
