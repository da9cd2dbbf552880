package org.jiheng.app.library;

/**
 * What is being written in a goal, as far as it says which indicator may be meant (S5). Empty texts say nothing.
 *
 * @param level2 name of the second level the indicator stands under
 * @param text its name as far as it is written
 * @param industry 行业 of the project
 * @param functionCode 功能分类科目 of the project: 3, 5 or 7 digits
 * @param measure unit of measure, where one is written already
 * @param department three digits: whose project it is
 */
public record Meant(String level2, String text, String industry, String functionCode, String measure, String department) {

  public Meant {
    level2 = level2.strip();
    text = text.strip();
    industry = industry.strip();
    measure = measure.strip();
  }

  /** A name under a second level, whatever project it is for. */
  public static Meant named(String level2, String text) {
    return new Meant(level2, text, "", "", "", "");
  }
}
