package org.jiheng.app.exante;

import java.util.Set;
import org.jiheng.app.common.Money;

/**
 * What the rules ask of a project before they say whether it is evaluated, and by whom.
 *
 * @param attribute 新增, 延续 or 一次性, as the project library names it
 * @param category of the expenditure, as the project library names it
 * @param type what is done with the money, in words, for example 工程
 * @param total money of the whole project, yuan
 * @param annual fiscal money of the year, yuan
 * @param flags names of what the project library marks it with
 */
public record ProjectProfile(String attribute, String category, String type, Money total, Money annual, Set<String> flags) {

  /** Marked by the leaders as major: a third party looks at it whatever its size. */
  public static final String MAJOR = "MAJOR";

  public ProjectProfile {
    flags = Set.copyOf(flags);
  }
}
