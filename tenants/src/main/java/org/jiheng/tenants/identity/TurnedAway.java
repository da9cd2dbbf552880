package org.jiheng.tenants.identity;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jiheng.tenants.scope.Caller;

/**
 * Somebody was not let in.
 *
 * @param nobody whom the identity provider vouches for, or {@link Caller#unknown} if it vouches for nobody
 */
public record TurnedAway(Caller nobody, Way way, Why why) {

  private static final int LONGEST_NAME = 60;

  /** Reasons, as they stand in the trail and in what a program is answered. */
  public enum Why {
    /** No token, or none that is good here. */
    NOT_SIGNED_IN,
    NO_MEMBERSHIP,
    SEVERAL_JURISDICTIONS,
    /** There were more of these than are told one by one. */
    TOO_MANY_UNKNOWN;

    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** The person a verified token is about, as the token calls it: to be named in the record, and for nothing else. */
  static Caller named(UUID person, Map<String, Object> claims, String origin) {
    String username = cut(claims.getOrDefault("preferred_username", person));
    return new Caller(person, username, cut(claims.getOrDefault("name", username)), List.of()).from(origin);
  }

  private static String cut(Object claim) {
    String text = claim.toString();
    return text.substring(0, Math.min(text.length(), LONGEST_NAME));
  }
}
