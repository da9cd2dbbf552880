package org.jiheng.app.library;

/** The fields of an indicator, in the order of the file they are handed out and taken in by; its heading is {@code library-field.<NAME>}. */
public enum LibraryField {
  CODE(20),
  LEVEL1(60),
  LEVEL2(60),
  LEVEL3(200),
  COMMON(10),
  KIND(10),
  SIGN(10),
  TARGET(200),
  UNIT(40),
  EXPLANATION(1000),
  FORMULA(1000),
  STANDARD(20),
  STANDARD_SOURCE(300),
  DATA_SOURCE(300),
  EVIDENCE(300),
  SCORING(20),
  SCORING_RULE(1000),
  AGGREGATION(10),
  MAIN_QUANTITY(10),
  INDUSTRY(60),
  AREA(60),
  LAYER(60),
  FUNCTION_CODE(7),
  REQUIRED(10),
  FOR_CATEGORY(60),
  FOR_TYPE(60),
  FOR_INDUSTRY(60),
  EDITABLE(200),
  VALID_FROM(10),
  VALID_UNTIL(10),
  REMARK(500);

  private final int longest;

  LibraryField(int longest) {
    this.longest = longest;
  }

  /** Characters of its text, at the most. */
  public int longest() {
    return longest;
  }
}
