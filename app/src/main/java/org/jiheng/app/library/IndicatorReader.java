package org.jiheng.app.library;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.TypedText;
import org.jiheng.app.indicator.Aggregation;
import org.jiheng.app.indicator.Target.Sign;
import org.jiheng.app.indicator.TargetKind;

/**
 * Reads an indicator out of texts, whether they were typed or stand in a file, and says at each field what is wrong with it. Words
 * are those of {@link IndicatorTexts}; a field that is left empty takes what is usual.
 */
public final class IndicatorReader {

  /**
   * What became of the texts.
   *
   * @param indicator empty if anything is wrong
   * @param problems at their fields
   */
  public record Read(Optional<Indicator> indicator, Map<LibraryField, Problem> problems) {

    public Read {
      problems = Collections.unmodifiableMap(new EnumMap<>(problems));
    }
  }

  private final Map<LibraryField, String> texts;
  private final Map<LibraryField, Problem> problems = new EnumMap<>(LibraryField.class);

  private IndicatorReader(Map<LibraryField, String> texts) {
    this.texts = texts;
  }

  /** @param today from when it holds if the texts do not say */
  public static Read read(Map<LibraryField, String> texts, LocalDate today) {
    IndicatorReader reader = new IndicatorReader(texts);
    Indicator indicator = reader.indicator(today);
    IndicatorRules.problems(indicator, reader.text(LibraryField.SIGN)).forEach(reader.problems::putIfAbsent);
    return new Read(reader.problems.isEmpty() ? Optional.of(indicator) : Optional.empty(), reader.problems);
  }

  private Indicator indicator(LocalDate today) {
    for (LibraryField field : LibraryField.values()) {
      if (text(field).length() > field.longest()) {
        problems.put(field, new Problem("text.too-long",
            Map.of("length", String.valueOf(text(field).length()), "longest", String.valueOf(field.longest()))));
      }
    }
    Indicator.Names names = new Indicator.Names(needed(LibraryField.LEVEL1), text(LibraryField.LEVEL2), needed(LibraryField.LEVEL3));
    Indicator.Place place = new Indicator.Place(text(LibraryField.INDUSTRY), text(LibraryField.AREA), text(LibraryField.LAYER),
        text(LibraryField.FUNCTION_CODE));
    return new Indicator(names, flag(LibraryField.COMMON), text(LibraryField.EXPLANATION), measure(), basis(names), place, requirement(),
        day(LibraryField.VALID_FROM).orElse(today), day(LibraryField.VALID_UNTIL), text(LibraryField.REMARK));
  }

  private Indicator.Measure measure() {
    TargetKind kind = word(LibraryField.KIND, TargetKind.class, text(LibraryField.SIGN).isEmpty() ? TargetKind.QUAL : TargetKind.QUANT);
    return new Indicator.Measure(kind, sign(), text(LibraryField.TARGET), text(LibraryField.UNIT), text(LibraryField.FORMULA),
        word(LibraryField.AGGREGATION, Aggregation.class, Aggregation.NONE), flag(LibraryField.MAIN_QUANTITY));
  }

  private Indicator.Basis basis(Indicator.Names names) {
    Scoring usual = names.level1().equals(IndicatorTree.SATISFACTION) ? Scoring.SATISFACTION : Scoring.PROPORTION;
    return new Indicator.Basis(word(LibraryField.STANDARD, Standard.class, Standard.OTHER), text(LibraryField.STANDARD_SOURCE),
        text(LibraryField.DATA_SOURCE), text(LibraryField.EVIDENCE), word(LibraryField.SCORING, Scoring.class, usual),
        text(LibraryField.SCORING_RULE));
  }

  private Optional<Indicator.Requirement> requirement() {
    if (!flag(LibraryField.REQUIRED)) {
      return Optional.empty();
    }
    Set<Indicator.Editable> editable = EnumSet.noneOf(Indicator.Editable.class);
    for (String one : text(LibraryField.EDITABLE).split("[、,,;;\\s]+")) {
      if (!one.isEmpty()) {
        LibraryWords.called(Indicator.Editable.class, one).ifPresentOrElse(editable::add, () -> unknown(LibraryField.EDITABLE, one));
      }
    }
    return Optional.of(new Indicator.Requirement(
        text(LibraryField.FOR_CATEGORY), text(LibraryField.FOR_TYPE), text(LibraryField.FOR_INDUSTRY), editable));
  }

  private String text(LibraryField field) {
    return TypedText.of(texts.getOrDefault(field, "")).strip();
  }

  private String needed(LibraryField field) {
    if (text(field).isEmpty()) {
      problems.put(field, Problem.of("library.missing"));
    }
    return text(field);
  }

  private Optional<Sign> sign() {
    String typed = text(LibraryField.SIGN);
    for (Sign sign : Sign.values()) {
      if (sign.glyph().equals(typed)) {
        return Optional.of(sign);
      }
    }
    if (!typed.isEmpty()) {
      unknown(LibraryField.SIGN, typed);
    }
    return Optional.empty();
  }

  private <E extends Enum<E>> E word(LibraryField field, Class<E> type, E usual) {
    String typed = text(field);
    Optional<E> called = LibraryWords.called(type, typed);
    if (called.isEmpty() && !typed.isEmpty()) {
      unknown(field, typed);
    }
    return called.orElse(usual);
  }

  private boolean flag(LibraryField field) {
    String typed = text(field);
    if (!Set.of("", IndicatorTexts.YES, IndicatorTexts.NO).contains(typed)) {
      unknown(field, typed);
    }
    return typed.equals(IndicatorTexts.YES);
  }

  private Optional<LocalDate> day(LibraryField field) {
    String typed = text(field);
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(typed));
    } catch (DateTimeException none) {
      problems.put(field, new Problem("library.no-day", Map.of("typed", typed)));
      return Optional.empty();
    }
  }

  private void unknown(LibraryField field, String typed) {
    problems.put(field, new Problem("library.unknown-word", Map.of("typed", typed)));
  }
}
