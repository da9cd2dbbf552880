package org.jiheng.app.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.review.CellEdit;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.Order;
import org.junit.jupiter.api.Test;

/** No text carries what the database cannot keep: it would be an error of the server instead of a kept text. */
class TypedTextTest {

  @Test
  void signsNobodySeesAreTakenOutAndNothingElse() {
    assertThat(TypedText.of("完\u0000成\u0007\uD800")).isEqualTo("完成");
    assertThat(TypedText.of("一、\t完成\r\n二、未完成\r👍🏽 ئۇيغۇرچە ")).isEqualTo("一、\t完成\n二、未完成\n👍🏽 ئۇيغۇرچە ");
  }

  @Test
  void whatIsTypedIntoACellAndSaidOfAMoveIsCleanBeforeItIsUsed() {
    CellEdit edit = new CellEdit(CellKey.of("statement"), "原\u0000文", "新\u0000文");
    assertThat(edit.seen() + edit.typed()).isEqualTo("原文新文");
    assertThat(new Order(UUID.randomUUID(), 1, Optional.empty(), " 与台账\u0000不一致 ").comment()).isEqualTo("与台账不一致");
  }
}
