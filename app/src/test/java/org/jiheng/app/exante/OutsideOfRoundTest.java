package org.jiheng.app.exante;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiheng.app.common.Score;
import org.jiheng.tenants.scope.Caller;
import org.junit.jupiter.api.Test;

/** Whose sheet counts in which round of a form (S14). */
class OutsideOfRoundTest {

  private static final Caller SOMEBODY = Caller.worker("绩效办");
  private static final UUID FORM = new UUID(0, 1);
  private static final UUID CONTRACT = new UUID(0, 2);
  private static final UUID OTHER = new UUID(0, 3);

  private static ExAnteEngagement link(UUID contract, int round) {
    return new ExAnteEngagement(FORM, contract, ExAnteEngagement.Part.THIRD_PARTY, round, SOMEBODY, Instant.EPOCH);
  }

  private static ExAnteResult sheet(UUID contract, int round, String total) {
    return new ExAnteResult(FORM, contract, round, new ExAnteScoring.Ticked(Map.of(), Set.of()), Score.of(total), "总体可行", SOMEBODY,
        Instant.EPOCH.plusSeconds(round));
  }

  private static ExAnteEngagement accepted(ExAnteEngagement link, ExAnteResult sheet) {
    link.accepted(sheet, SOMEBODY, LocalDate.EPOCH);
    return link;
  }

  @Test
  void aSheetOfAnEarlierRoundDoesNotCountInTheNext() {
    ExAnteResult first = sheet(CONTRACT, 1, "90");
    ExAnteEngagement link = accepted(link(CONTRACT, 1), first);
    OutsideOfRound now = new OutsideOfRound(List.of(link), List.of(first), 1, _ -> true);
    assertThat(now.accepted(link)).contains(first);
    OutsideOfRound next = new OutsideOfRound(List.of(link), List.of(first), 2, _ -> true);
    assertThat(next.thirdParty()).as("the contract goes on").contains(link);
    assertThat(next.accepted(link)).as("the form was ticked as it was").isEmpty();
    assertThat(next.latest(link)).isEmpty();
    assertThat(next.before()).containsExactly(first);
  }

  @Test
  void aContractOfAnEarlierRoundThatIsOverDoesNotCountAndOneOfThisRoundDoes() {
    OutsideOfRound next = new OutsideOfRound(List.of(link(CONTRACT, 1)), List.of(), 2, _ -> false);
    assertThat(next.counting()).isEmpty();
    ExAnteEngagement fresh = link(OTHER, 2);
    assertThat(new OutsideOfRound(List.of(link(CONTRACT, 1), fresh), List.of(), 2, _ -> false).counting()).containsExactly(fresh);
  }

  @Test
  void aSheetAcceptedInTheNextRoundHasItsOwnRowAndTheEarlierOneStays() {
    ExAnteResult first = sheet(CONTRACT, 1, "90");
    ExAnteResult second = sheet(CONTRACT, 2, "70");
    ExAnteEngagement before = accepted(link(CONTRACT, 1), first);
    ExAnteEngagement now = accepted(link(CONTRACT, 2), second);
    OutsideOfRound next = new OutsideOfRound(List.of(before, now), List.of(second, first), 2, _ -> true);
    assertThat(next.counting()).containsExactly(now);
    assertThat(next.accepted(now)).contains(second);
    assertThat(next.before()).containsExactly(first);
  }
}
