package org.jiheng.app.common;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sentences of the house in one language, from the message bundle {@code org/jiheng/app/messages}. Simplified Chinese
 * is the language of the house; English is there beside it.
 */
public final class Words {

  private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)}");
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

  /** @throws java.util.MissingResourceException if the house has no such sentence */
  public String say(String key) {
    return bundle.getString(key);
  }

  /** The sentence of this name, if the house has it: codes that are looked up by what somebody else wrote may have none. */
  public Optional<String> find(String key) {
    return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
  }

  /** The sentence with its named places filled in. */
  public String say(String key, Map<String, String> inputs) {
    // in one pass: an input that looks like a named place stays what it is
    return PLACE.matcher(bundle.getString(key))
        .replaceAll(place -> Matcher.quoteReplacement(inputs.getOrDefault(place.group(1), place.group())));
  }

  /** What is wrong; found by a numbered rule, with the rule's number before it and its article behind. */
  public String say(Problem problem) {
    String sentence = say("problem." + problem.code(), problem.inputs());
    return problem.basis()
        .map(basis -> say("said.by-rule", Map.of("number", basis.number(), "sentence", sentence, "article", basis.article())))
        .orElse(sentence);
  }

  public String say(Reason reason) {
    return say("reason." + reason.rule(), reason.inputs());
  }
}
