package org.jiheng.app.intake;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jiheng.app.common.Words;
import org.jiheng.app.goal.Choice;
import org.jiheng.app.goal.GoalColumn;
import org.jiheng.app.project.ProjectAttribute;
import org.jiheng.app.project.ProjectCategory;
import org.jiheng.app.project.ProjectType;
import org.jiheng.app.project.Protection;

/** The words the file says choices in, and what they mean; in the order in which the template names them. */
final class ListWords {

  static final Map<String, ProjectCategory> CATEGORY = of("intake.category.", ProjectCategory.values());
  static final Map<String, ProjectAttribute> ATTRIBUTE = of("intake.attribute.", ProjectAttribute.values());
  static final Map<String, ProjectType> TYPE = of("intake.type.", ProjectType.values());
  static final Map<String, Protection> PROTECTION = of("intake.protection.", Protection.values());

  private ListWords() {}

  private static <E extends Enum<E>> Map<String, E> of(String prefix, E[] constants) {
    Map<String, E> words = new LinkedHashMap<>();
    for (E one : constants) {
      words.put(Words.chinese().say(prefix + one.name()), one);
    }
    return Collections.unmodifiableMap(words);
  }

  /** Codes of a column of indicators that is chosen; empty for text and figures. */
  static Map<String, String> of(GoalColumn column) {
    Map<String, String> words = new LinkedHashMap<>();
    for (String code : Choice.of(column)) {
      words.put(Words.chinese().say("goal-choice." + column.name().toLowerCase(Locale.ROOT) + "." + code), code);
    }
    return words;
  }
}
