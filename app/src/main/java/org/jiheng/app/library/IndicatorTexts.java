package org.jiheng.app.library;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jiheng.app.common.Words;
import org.jiheng.app.indicator.Target.Sign;

/** An indicator as texts, field by field, in the words of the office: what a file and a dialog show and {@link IndicatorReader} reads back. */
public final class IndicatorTexts {

  static final String YES = "是";
  static final String NO = "否";

  private IndicatorTexts() {}

  /** Every field; those that say nothing are empty. */
  public static Map<LibraryField, String> of(String code, Indicator one) {
    Map<LibraryField, String> texts = new EnumMap<>(LibraryField.class);
    texts.put(LibraryField.CODE, code);
    texts.put(LibraryField.LEVEL1, one.names().level1());
    texts.put(LibraryField.LEVEL2, one.names().level2());
    texts.put(LibraryField.LEVEL3, one.names().level3());
    texts.put(LibraryField.COMMON, flag(one.common()));
    texts.put(LibraryField.EXPLANATION, one.explanation());
    texts.put(LibraryField.REMARK, one.remark());
    texts.put(LibraryField.VALID_FROM, one.from().toString());
    texts.put(LibraryField.VALID_UNTIL, one.until().map(Object::toString).orElse(""));
    measure(texts, one.measure());
    basis(texts, one.basis());
    texts.put(LibraryField.INDUSTRY, one.place().industry());
    texts.put(LibraryField.AREA, one.place().area());
    texts.put(LibraryField.LAYER, one.place().layer());
    texts.put(LibraryField.FUNCTION_CODE, one.place().functionCode());
    requirement(texts, one.requirement());
    return texts;
  }

  private static void measure(Map<LibraryField, String> texts, Indicator.Measure measure) {
    texts.put(LibraryField.KIND, word(measure.kind()));
    texts.put(LibraryField.SIGN, measure.sign().map(Sign::glyph).orElse(""));
    texts.put(LibraryField.TARGET, measure.target());
    texts.put(LibraryField.UNIT, measure.unit());
    texts.put(LibraryField.FORMULA, measure.formula());
    texts.put(LibraryField.AGGREGATION, word(measure.aggregation()));
    texts.put(LibraryField.MAIN_QUANTITY, flag(measure.mainQuantity()));
  }

  private static void basis(Map<LibraryField, String> texts, Indicator.Basis basis) {
    texts.put(LibraryField.STANDARD, word(basis.standard()));
    texts.put(LibraryField.STANDARD_SOURCE, basis.standardSource());
    texts.put(LibraryField.DATA_SOURCE, basis.dataSource());
    texts.put(LibraryField.EVIDENCE, basis.evidence());
    texts.put(LibraryField.SCORING, word(basis.scoring()));
    texts.put(LibraryField.SCORING_RULE, basis.scoringRule());
  }

  private static void requirement(Map<LibraryField, String> texts, Optional<Indicator.Requirement> requirement) {
    texts.put(LibraryField.REQUIRED, flag(requirement.isPresent()));
    texts.put(LibraryField.FOR_CATEGORY, requirement.map(Indicator.Requirement::category).orElse(""));
    texts.put(LibraryField.FOR_TYPE, requirement.map(Indicator.Requirement::type).orElse(""));
    texts.put(LibraryField.FOR_INDUSTRY, requirement.map(Indicator.Requirement::industry).orElse(""));
    texts.put(LibraryField.EDITABLE, requirement.map(one -> LibraryWords.of(Words.chinese(), one.editable())).orElse(""));
  }

  private static String word(Enum<?> one) {
    return LibraryWords.of(Words.chinese(), one);
  }

  private static String flag(boolean is) {
    return is ? YES : NO;
  }
}
