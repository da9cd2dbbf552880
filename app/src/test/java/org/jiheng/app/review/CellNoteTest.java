package org.jiheng.app.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A note is answered by what the unit changes where it stands (DOMAIN 1.3). */
class CellNoteTest {

  private static final CellKey LINE = CellKey.of("indicator", "1");
  private static final CellKey ACTUAL = CellKey.of("indicator", "1", "actual");
  private static final CellKey TARGET = CellKey.of("indicator", "1", "target");

  @Test
  void aNoteIsAnsweredByAChangeAtItsCellOrWithinItsRow() {
    assertThat(at(ACTUAL).answeredBy(changed(ACTUAL))).isTrue();
    assertThat(at(ACTUAL).answeredBy(changed(TARGET))).isFalse();
    assertThat(at(LINE).answeredBy(changed(TARGET))).isTrue();
  }

  @Test
  void aLineThatIsTakenAwayAnswersTheNotesAtItsCells() {
    assertThat(at(ACTUAL).answeredBy(removed(LINE))).isTrue();
    assertThat(at(LINE).answeredBy(removed(LINE))).isTrue();
    assertThat(at(ACTUAL).answeredBy(removed(CellKey.of("indicator", "2")))).isFalse();
    assertThat(at(ACTUAL).answeredBy(changed(LINE))).as("the line stays").isFalse();
  }

  private static CellChange changed(CellKey key) {
    return new CellChange(key, "98", "99", false, false);
  }

  private static CellChange removed(CellKey key) {
    return new CellChange(key, "资助学生人数", "", false, true);
  }

  private static CellNote at(CellKey cell) {
    Review review = new Review(new UUID(1, 1), new FormHead("SELF_EVALUATION", "营养改善计划", People.UNIT, 2023, Optional.empty()),
        Route.parse("FINANCE_FIRST"), People.CLERK, Instant.EPOCH);
    return new CellNote(review, cell, "实际完成值", ReturnReason.OTHER, "请核对台账", People.SECTION, Instant.EPOCH);
  }
}
