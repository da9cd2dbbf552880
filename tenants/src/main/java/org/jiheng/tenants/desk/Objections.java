package org.jiheng.tenants.desk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jiheng.tenants.desk.Objection.Field;
import org.jiheng.tenants.desk.Objection.Why;
import org.jiheng.tenants.identity.BearerDoor;
import org.jiheng.tenants.scope.JurisdictionState;

/**
 * What speaks against a wish, all at once. Asked twice: at the desk, so that people see it beside the field, and by the keeper,
 * for whom alone it counts.
 */
public final class Objections {

  /** Shortest reason, in characters; the database holds the same. */
  public static final int SHORTEST_REASON = 5;

  /** Longest name of a jurisdiction or a person, in characters; the registry's columns hold no more. */
  public static final int LONGEST_NAME = 60;

  private static final int SHORTEST_NAME = 2;
  private static final Pattern CODE = Pattern.compile("[1-9][0-9]{5}");

  /** A prefecture's own code: four digits that its counties begin with, and two zeros (GB/T 2260). */
  private static final Pattern PREFECTURE = Pattern.compile("[1-9][0-9]{3}00");

  /** As the identity provider takes them, and so that nobody mistakes one for another by its capitals. */
  private static final Pattern USERNAME = Pattern.compile("[a-z][a-z0-9]*([._-][a-z0-9]+)*");
  private static final int SHORTEST_USERNAME = 3;

  private final Wish wish;
  private final Collection<Standing> registry;
  private final Predicate<String> taken;
  private final List<Objection> found = new ArrayList<>();

  private Objections(Wish wish, Collection<Standing> registry, Predicate<String> taken) {
    this.wish = wish;
    this.registry = registry;
    this.taken = taken;
  }

  /**
   * @param registry every jurisdiction there is or was
   * @param taken whether somebody else has this user name
   */
  public static List<Objection> to(Wish wish, Collection<Standing> registry, Predicate<String> taken) {
    Objections objections = new Objections(wish, registry, taken);
    if (wish.reason().length() < SHORTEST_REASON) {
      objections.raise(Field.REASON, Why.REASON_TOO_SHORT);
    }
    if (!CODE.matcher(wish.code()).matches()) {
      objections.raise(Field.CODE, Why.CODE_NOT_SIX_DIGITS);
    } else if (wish.kind() == JobKind.ONBOARD) {
      objections.toTheCode();
    } else {
      objections.standing(wish.code()).filter(one -> one.jurisdiction().parent().equals(wish.parent()))
          .ifPresentOrElse(objections::toChanging, () -> objections.raise(Field.CODE, Why.CODE_UNKNOWN));
    }
    if (wish.kind() == JobKind.ONBOARD || wish.kind() == JobKind.RENAME) {
      objections.toTheName();
    }
    if (wish.kind() == JobKind.ONBOARD) {
      objections.toTheAdministrators();
    }
    return objections.found;
  }

  private void raise(Field field, Why why) {
    found.add(Objection.to(field, why));
  }

  private Optional<Standing> standing(String code) {
    return registry.stream().filter(one -> one.jurisdiction().code().value().equals(code)).findFirst();
  }

  private void toTheCode() {
    if (wish.parent().isEmpty()) {
      if (!PREFECTURE.matcher(wish.code()).matches()) {
        raise(Field.CODE, Why.CODE_NOT_A_PREFECTURE);
      }
    } else {
      String prefecture = wish.parent().get().value();
      if (!wish.code().startsWith(prefecture.substring(0, 4)) || PREFECTURE.matcher(wish.code()).matches()) {
        raise(Field.CODE, Why.CODE_NOT_UNDER_PREFECTURE);
      }
      if (standing(prefecture).filter(one -> one.state() == JurisdictionState.ACTIVE && one.jurisdiction().parent().isEmpty()).isEmpty()) {
        raise(Field.STATE, Why.PREFECTURE_NOT_ACTIVE);
      }
    }
    if (standing(wish.code()).filter(Standing::isThere).filter(one -> !repeats(one)).isPresent()) {
      raise(Field.CODE, Why.CODE_TAKEN);
    }
  }

  private boolean repeats(Standing there) {
    return wish.again() && there.jurisdiction().parent().equals(wish.parent()) && there.jurisdiction().name().equals(wish.name());
  }

  private void toTheName() {
    if (wish.name().length() < SHORTEST_NAME || wish.name().length() > LONGEST_NAME) {
      raise(Field.NAME, Why.NAME_TOO_SHORT);
    } else if (registry.stream().anyMatch(one -> one.isThere() && one.jurisdiction().parent().equals(wish.parent())
        && one.jurisdiction().name().equals(wish.name()) && !one.jurisdiction().code().value().equals(wish.code()))) {
      raise(Field.NAME, Why.NAME_TAKEN);
    }
  }

  private void toTheAdministrators() {
    if (!wish.administrators().stream().map(Administrator::role).toList().equals(Administrator.ROLES)) {
      throw new IllegalArgumentException("one administrator for each of " + Administrator.ROLES);
    }
    for (Administrator one : wish.administrators()) {
      if (one.name().length() < SHORTEST_NAME || one.name().length() > LONGEST_NAME) {
        raise(Field.PERSON, one, Why.PERSON_NAME_MISSING);
      }
      if (one.username().length() < SHORTEST_USERNAME || one.username().length() > LONGEST_NAME || !USERNAME.matcher(one.username()).matches()
          || one.username().startsWith(BearerDoor.PROGRAM)) {
        raise(Field.USERNAME, one, Why.USERNAME_MALFORMED);
      } else if (taken.test(one.username())) {
        raise(Field.USERNAME, one, Why.USERNAME_TAKEN);
      }
      if (twice(one, other -> !one.name().isEmpty() && other.name().equals(one.name()))) {
        raise(Field.PERSON, one, Why.PERSON_TWICE);
      }
      if (twice(one, other -> !one.username().isEmpty() && other.username().equals(one.username()))) {
        raise(Field.USERNAME, one, Why.PERSON_TWICE);
      }
    }
  }

  private void raise(Field field, Administrator one, Why why) {
    found.add(new Objection(field, Optional.of(one.role()), why));
  }

  /** Whether one who stands before is the same person: the second of the two is objected to. */
  private boolean twice(Administrator one, Predicate<Administrator> same) {
    return wish.administrators().stream().takeWhile(other -> other.role() != one.role()).anyMatch(same);
  }

  private void toChanging(Standing there) {
    switch (wish.kind()) {
      case RENAME, SUSPEND, RESUME, EXPORT, MIGRATE -> {
        if (there.wanted() != JurisdictionState.ACTIVE && there.wanted() != JurisdictionState.SUSPENDED) {
          raise(Field.STATE, Why.NOT_OPEN);
        }
      }
      case REMOVE -> toRemoving(there);
      case ONBOARD -> throw new IllegalStateException("an onboarding changes nothing that is there");
    }
  }

  /** One that is removed already may be removed again: nothing happens. */
  private void toRemoving(Standing there) {
    if (!wish.name().equals(there.jurisdiction().name())) {
      raise(Field.NAME, Why.NAME_NOT_CONFIRMED);
    }
    if (!there.isThere()) {
      return;
    }
    if (there.wanted() != JurisdictionState.SUSPENDED) {
      raise(Field.STATE, Why.NOT_SUSPENDED);
    } else if (!there.exportedSinceSuspended()) {
      raise(Field.STATE, Why.NOT_EXPORTED);
    }
    if (registry.stream().anyMatch(one -> one.isThere() && one.jurisdiction().parent().equals(Optional.of(there.jurisdiction().code())))) {
      raise(Field.STATE, Why.HAS_COUNTIES);
    }
  }
}
