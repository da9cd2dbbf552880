package org.jiheng.infra.run;

import java.sql.SQLException;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the launcher and the commands say, in both languages at once: who starts the product may read either. */
public final class Sentences {

  private static final ResourceBundle CHINESE = bundle(Locale.SIMPLIFIED_CHINESE);
  private static final ResourceBundle ENGLISH = bundle(Locale.ENGLISH);

  /** States of PostgreSQL: no connection, and on its way down or up. */
  private static final List<String> SILENT = List.of("08", "57P");

  private Sentences() {}

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle("org.jiheng.infra.run.sentences", locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** The sentence in Chinese and in English. @throws java.util.MissingResourceException if there is no such sentence */
  public static String say(String key, Object... inputs) {
    return chinese(key, inputs) + " / " + english(key, inputs);
  }

  /** That the database does not answer, if it does not; otherwise that it refused, and what. */
  static String ofDatabase(SQLException failure) {
    String state = failure.getSQLState();
    return say(state == null || SILENT.stream().anyMatch(state::startsWith) ? "jurisdiction.no-database" : "jurisdiction.database-refused",
        String.valueOf(failure.getMessage()));
  }

  static String chinese(String key, Object... inputs) {
    return filled(CHINESE, key, inputs);
  }

  static String english(String key, Object... inputs) {
    return filled(ENGLISH, key, inputs);
  }

  private static String filled(ResourceBundle bundle, String key, Object... inputs) {
    return new MessageFormat(bundle.getString(key), Locale.ROOT).format(inputs);
  }
}
