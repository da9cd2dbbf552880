package org.jiheng.app.budget;

import static org.assertj.core.api.Assertions.assertThat;

import org.jiheng.app.common.Reason;
import org.junit.jupiter.api.Test;

/** What the scoring kept of its alarms is told beside next year's money (S50). */
class PriorResultsTest {

  @Test
  void alarmsAreReadAsTheyWereKept() {
    Reason alarm = PriorResults.alarms("{\"ruleSet\":\"2023\",\"scores\":{},\"grade\":\"GOOD\",\"alarms\":[{\"rule\":\"alarm.yellow\",\"ruleSet\":\"2023\","
        + "\"article\":\"自评预警\",\"inputs\":{\"budget\":\"400000.00\",\"executed\":\"100000.00\"}}]}").getFirst();
    assertThat(alarm.rule()).isEqualTo("alarm.yellow");
    assertThat(alarm.article()).isEqualTo("自评预警");
    assertThat(alarm.inputs()).containsEntry("budget", "400000.00").containsEntry("executed", "100000.00");
  }

  @Test
  void whatKeptNoAlarmsHasNone() {
    assertThat(PriorResults.alarms("{}")).isEmpty();
    assertThat(PriorResults.alarms("{\"alarms\":[]}")).isEmpty();
  }
}
