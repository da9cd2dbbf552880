package org.jiheng.app.library;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/** Texts of an indicator that is right in everything, and the same with one thing changed. */
final class Texts {

  static final LocalDate TODAY = LocalDate.of(2023, 2, 20);

  private final Map<LibraryField, String> texts = new EnumMap<>(LibraryField.class);

  private Texts() {}

  static Texts ofAnIndicator() {
    return new Texts().with(LibraryField.LEVEL1, "产出指标").with(LibraryField.LEVEL2, "数量指标").with(LibraryField.LEVEL3, "培训人次")
        .with(LibraryField.COMMON, "是").with(LibraryField.KIND, "定量").with(LibraryField.SIGN, "≥").with(LibraryField.UNIT, "人次")
        .with(LibraryField.TARGET, "≥200人次").with(LibraryField.AGGREGATION, "求和").with(LibraryField.INDUSTRY, "培训类");
  }

  Texts with(LibraryField field, String text) {
    texts.put(field, text);
    return this;
  }

  Map<LibraryField, String> map() {
    return new EnumMap<>(texts);
  }

  IndicatorReader.Read read() {
    return IndicatorReader.read(texts, TODAY);
  }

  Indicator indicator() {
    return read().indicator().orElseThrow();
  }
}
