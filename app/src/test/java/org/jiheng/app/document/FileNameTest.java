package org.jiheng.app.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A downloaded file can be saved, whatever the project is called. */
class FileNameTest {

  @Test
  void aNameOfUsualLengthStaysWhatItIs() {
    assertThat(FileName.of("义务教育营养改善计划专项资金", "xlsx")).isEqualTo("义务教育营养改善计划专项资金.xlsx");
  }

  @Test
  void aVeryLongNameIsCutBetweenTwoSignsAndKeepsItsEnding() {
    for (String sign : new String[] {"资", "𠮷", "a", "é"}) {
      String name = FileName.of(sign.repeat(180), "xlsx");
      assertThat(name.getBytes(StandardCharsets.UTF_8).length).as(sign).isLessThanOrEqualTo(FileName.LONGEST);
      assertThat(name).endsWith(".xlsx").doesNotContain("\uFFFD");
      assertThat(new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)).isEqualTo(name);
    }
    assertThat(FileName.of("资".repeat(180), "xlsx")).isEqualTo("资".repeat(77) + "….xlsx");
  }

  @Test
  void signsNoFileSystemTakesAreReplaced() {
    assertThat(FileName.of("../../etc: 2022/2023年\u0000\n“补助”?", "xlsx")).isEqualTo(".._.._etc_ 2022_2023年_“补助”_.xlsx");
  }

  @Test
  void whatIsNoNameOrTheNameOfADeviceOrHidesItsEndingIsMadeAName() {
    assertThat(FileName.of(" ", "xlsx")).isEqualTo("_.xlsx");
    assertThat(FileName.of("con", "xlsx")).isEqualTo("_con.xlsx");
    assertThat(FileName.of("LPT1.2022", "xlsx")).isEqualTo("_LPT1.2022.xlsx");
    assertThat(FileName.of("CONTRACT", "xlsx")).isEqualTo("CONTRACT.xlsx");
    assertThat(FileName.of("自评\u202Excod", "xlsx")).isEqualTo("自评_xcod.xlsx");
  }
}
