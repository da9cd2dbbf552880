package org.jiheng.app.common;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sentences of the house in one language, from the message bundle {@code org/jiheng/app/messages}. Simplified Chinese
 * is the language of the house; English is there beside it.
 */
public final class Words {

  private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z]+)}");
  private static final Words CHINESE = new Words(Locale.SIMPLIFIED_CHINESE);
  private static final Words ENGLISH = new Words(Locale.ENGLISH);

  private final ResourceBundle bundle;

  private Words(Locale locale) {
    bundle = ResourceBundle.getBundle("org.jiheng.app.messages", locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  public static Words in(Locale locale) {
    return "en".equals(locale.getLanguage()) ? ENGLISH : CHINESE;
  }

  public static Words chinese() {
    return CHINESE;
  }

  /** Whether the house has such a sentence: codes that are looked up by what somebody else wrote may have none. */
  public boolean knows(String key) {
    return bundle.containsKey(key);
  }

  /** @throws java.util.MissingResourceException if the house has no such sentence */
  public String say(String key) {
    return bundle.getString(key);
  }

  /** The sentence with its named places filled in. */
  public String say(String key, Map<String, String> inputs) {
    // in one pass: an input that looks like a named place stays what it is
    return PLACE.matcher(bundle.getString(key))
        .replaceAll(place -> Matcher.quoteReplacement(inputs.getOrDefault(place.group(1), place.group())));
  }

  public String say(Problem problem) {
    return say("problem." + problem.code(), problem.inputs());
  }

  public String say(Reason reason) {
    return say("reason." + reason.rule(), reason.inputs());
  }
}
