package org.jiheng.app.project;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jiheng.tenants.scope.JurisdictionCode;

/**
 * Codes of projects (DOMAIN 11.1): opaque text of at most 21 signs. The usual shape is division, year, letter of the category, twelve
 * digits; a code of another shape is kept and only remarked upon. Until the budget's own system issues one, a temporary code stands in.
 */
public final class ProjectCode {

  public static final int LONGEST = 21;

  private static final Pattern USUAL = Pattern.compile("[0-9]{6}[0-9]{2}[A-Z][0-9]{12}");
  private static final Pattern POSSIBLE = Pattern.compile("[0-9A-Za-z-]{1," + LONGEST + "}");
  private static final int LETTER_AT = 8;
  private static final long TWELVE_DIGITS = 1_000_000_000_000L;

  private ProjectCode() {}

  static boolean possible(String code) {
    return POSSIBLE.matcher(code).matches();
  }

  static boolean usual(String code) {
    return USUAL.matcher(code).matches();
  }

  /** Whether the code's letter speaks of another category. */
  static boolean contradicts(String code, ProjectCategory category) {
    return usual(code) && "RYT".indexOf(code.charAt(LETTER_AT)) >= 0 && code.charAt(LETTER_AT) != category.letter();
  }

  /** A temporary code: L, division, year, twelve digits of the identifier. */
  static String temporary(JurisdictionCode jurisdiction, int fiscalYear, UUID id) {
    return String.format("L%s%02d%012d", jurisdiction.value(), fiscalYear % 100, Long.remainderUnsigned(id.getLeastSignificantBits(), TWELVE_DIGITS));
  }
}
