package org.jiheng.tenants.scope;

import java.util.regex.Pattern;

/** Administrative division code (行政区划代码): six digits, GB/T 2260. */
public record JurisdictionCode(String value) implements Comparable<JurisdictionCode> {

  private static final Pattern SIX_DIGITS = Pattern.compile("[1-9][0-9]{5}");

  /** @throws IllegalArgumentException if the text is not six digits */
  public JurisdictionCode {
    if (value == null || !SIX_DIGITS.matcher(value).matches()) {
      throw new IllegalArgumentException("not a jurisdiction code: " + value);
    }
  }

  /** The nine-digit code of the fiscal division (财政区划代码): these six digits and {@code 000}. */
  public String fiscalDivision() {
    return value + "000";
  }

  @Override
  public int compareTo(JurisdictionCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
