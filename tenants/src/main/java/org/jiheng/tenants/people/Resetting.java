package org.jiheng.tenants.people;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiheng.tenants.people.Administration.Setting;
import org.jiheng.tenants.scope.Caller;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.JurisdictionCode;
import org.jiheng.tenants.scope.Membership;

/**
 * Who may reset what somebody signs in with. Whoever does can sign in as that person, wherever the person holds a post: so it is done
 * where all of these places are administered from, by those above only what those at home may not do, and nobody does both factors (GB/T 22239-2019, separation of administrators;
 * DOMAIN 1.2 and 12). Pure.
 */
final class Resetting {

  private Resetting() {}

  /**
   * Against resetting here: the account is not this place's, or lets in to others that this one is not above. Whoever works nowhere but
   * at home is not reset from above: to register somebody there asks nobody at home.
   */
  static Optional<Obstacle> whose(StaffAct act, Staff person, Setting setting) {
    if (person.home().isEmpty()) {
      return Optional.of(Obstacle.because("account-of-no-place"));
    }
    List<JurisdictionCode> elsewhere = setting.elsewhere().stream().map(Membership::jurisdiction).distinct().sorted().toList();
    JurisdictionCode here = setting.place().code();
    if (isBeyondHome(person, elsewhere, setting) && Stream.concat(person.home().stream(), elsewhere.stream()).allMatch(one -> one.equals(here) || isBelow(one, here, setting))) {
      return Optional.empty();
    }
    if (!person.home().get().equals(here)) {
      return Optional.of(Obstacle.because("account-of-another-place", act.office()));
    }
    String places = elsewhere.stream().map(one -> named(one, setting)).collect(Collectors.joining("、"));
    return Optional.of(setting.place().parent().filter(above -> elsewhere.stream().allMatch(one -> one.equals(above) || isBelow(one, above, setting)))
        .map(above -> Obstacle.because("posts-elsewhere", places, named(above, setting), act.office()))
        .orElseGet(() -> Obstacle.because("posts-beyond", places)));
  }

  /** Whether it is the home's own, or lets in to more than that. */
  private static boolean isBeyondHome(Staff person, List<JurisdictionCode> elsewhere, Setting setting) {
    Optional<JurisdictionCode> home = person.home();
    return home.equals(Optional.of(setting.place().code())) || elsewhere.stream().anyMatch(one -> !home.equals(Optional.of(one)))
        || person.holdsAny(setting.today());
  }

  private static boolean isBelow(JurisdictionCode one, JurisdictionCode above, Setting setting) {
    return setting.known().stream().anyMatch(known -> known.code().equals(one) && known.parent().equals(Optional.of(above)));
  }

  private static String named(JurisdictionCode code, Setting setting) {
    return setting.known().stream().filter(one -> one.code().equals(code)).map(Jurisdiction::name).findFirst().orElse(code.value());
  }

  /**
   * Against resetting now: the other factor was reset and the person has not signed in since. Whoever did that is refused; for holders
   * of the three offices everybody is, because whoever resets the second one gains by the first, whoever asked for that.
   */
  static Optional<Obstacle> theOther(StaffAct act, Caller caller, Staff person, Setting setting) {
    Set<UUID> by = setting.unused().getOrDefault(
        act == StaffAct.RESET_FIRST_FACTOR ? StaffAct.RESET_SECOND_FACTOR : StaffAct.RESET_FIRST_FACTOR, Set.of());
    boolean office = person.inOffice(setting.today())
        || setting.elsewhere().stream().anyMatch(held -> Administration.OFFICES.contains(held.role()));
    if (office) {
      return by.isEmpty() ? Optional.empty() : Optional.of(Obstacle.because("one-factor-of-an-office"));
    }
    return by.contains(caller.id()) ? Optional.of(Obstacle.because("one-factor-at-a-time")) : Optional.empty();
  }
}
