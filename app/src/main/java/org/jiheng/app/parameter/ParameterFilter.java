package org.jiheng.app.parameter;

import java.util.Locale;
import java.util.Optional;
import org.jiheng.app.common.Words;
import org.jiheng.app.parameter.ParameterSet.Origin;

/**
 * Which parameters are looked for.
 *
 * @param text part of the name, of what is said of it, or of its key; empty for all
 * @param waiting only those that change on a later day
 */
public record ParameterFilter(String text, Optional<ParameterGroup> group, Optional<Origin> origin, boolean waiting) {

  public static final ParameterFilter ALL = new ParameterFilter("", Optional.empty(), Optional.empty(), false);

  /** @param words language in which the text is looked for */
  boolean finds(ParameterLine line, Words words) {
    Parameter one = line.parameter();
    String said = (ParameterWords.name(words, one) + "\n" + ParameterWords.text(words, one) + "\n" + one.name()).toLowerCase(Locale.ROOT);
    return said.contains(text.strip().toLowerCase(Locale.ROOT))
        && group.filter(chosen -> chosen != one.group()).isEmpty()
        && origin.filter(chosen -> chosen != line.origin()).isEmpty()
        && (!waiting || !line.later().isEmpty());
  }
}
