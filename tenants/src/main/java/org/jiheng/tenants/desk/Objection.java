package org.jiheng.tenants.desk;

import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jiheng.tenants.scope.Role;

/**
 * Why something wanted may not be done.
 *
 * @param field the input it is about
 * @param role of an administrator's input: whose; otherwise empty
 */
public record Objection(Field field, Optional<Role> role, Why why) {

  /** Inputs of a wish. */
  public enum Field { CODE, NAME, PERSON, USERNAME, REASON, STATE }

  /** The sentence people read. */
  public enum Why {
    CODE_NOT_SIX_DIGITS,
    CODE_NOT_UNDER_PREFECTURE,
    CODE_NOT_A_PREFECTURE,
    CODE_TAKEN,
    CODE_UNKNOWN,
    NAME_TOO_SHORT,
    NAME_TAKEN,
    NAME_NOT_CONFIRMED,
    PERSON_NAME_MISSING,
    PERSON_TWICE,
    USERNAME_MALFORMED,
    USERNAME_TAKEN,
    REASON_TOO_SHORT,
    REASON_TOO_LONG,
    PREFECTURE_NOT_ACTIVE,
    NOT_OPEN,
    NOT_SUSPENDED,
    NOT_EXPORTED,
    HAS_COUNTIES,
    /** Another job of the same jurisdiction is not ended. */
    JOB_OPEN,
    /** Whoever wanted it was not, or is no longer, the system administrator of the prefecture. */
    NOT_ENTITLED;

    /** In English where that is asked for, otherwise in Chinese. */
    public String sentence(Locale locale) {
      return ResourceBundle.getBundle("org.jiheng.tenants.desk.objections",
          "en".equals(locale.getLanguage()) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE,
          ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)).getString(name());
    }
  }

  static Objection to(Field field, Why why) {
    return new Objection(field, Optional.empty(), why);
  }

  /** That the user name of this administrator is somebody else's. */
  public static Objection usernameTaken(Role role) {
    return new Objection(Field.USERNAME, Optional.of(role), Why.USERNAME_TAKEN);
  }

  /** That whoever wanted it may not want it. */
  public static Objection notEntitled() {
    return to(Field.STATE, Why.NOT_ENTITLED);
  }
}
