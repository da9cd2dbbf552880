package org.jiheng.app.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiheng.app.review.Refusal;
import org.junit.jupiter.api.Test;

/** A window is made longer with a reason, and the days of reporting only if that is said (DOMAIN 5.9). */
class ExtensionTest {

  private static final LocalDate CLOSES = LocalDate.of(2023, 6, 30);
  private static final LocalDate REPORTS = LocalDate.of(2023, 6, 15);
  private static final String REASON = "资料未齐,延期";

  private static Engagement engagement() {
    return new Engagement(new Terms("HT-1", "", EngagementKind.PANEL, Optional.empty(), Optional.empty(), "财政局", Optional.empty(),
        Set.of(new UUID(7, 7)), Set.of(new UUID(8, 8)), LocalDate.of(2023, 4, 1), CLOSES, LocalDate.of(2023, 4, 1), REPORTS, CLOSES),
        Optional.empty(), Optional.empty(), 30);
  }

  private static List<String> refused(LocalDate closes, LocalDate reportUntil, String reason) {
    return new Extension(closes, reportUntil, reason).refusals(engagement()).stream().map(Refusal::code).toList();
  }

  @Test
  void theDaysOfReportingStayWhatTheyAreUnlessTheExtensionSaysOtherwise() {
    Engagement engagement = engagement();
    engagement.extended(new Extension(CLOSES.plusDays(20), REPORTS, REASON));
    assertThat(engagement.closes()).isEqualTo(CLOSES.plusDays(20));
    assertThat(engagement.reportUntil()).isEqualTo(REPORTS);
    engagement.extended(new Extension(CLOSES.plusDays(25), CLOSES.plusDays(22), REASON));
    assertThat(engagement.reportUntil()).isEqualTo(CLOSES.plusDays(22));
  }

  @Test
  void itIsLongerAndNotBeyondTheDaysAfterAcceptance() {
    assertThat(refused(CLOSES.plusDays(1), REPORTS, REASON)).isEmpty();
    assertThat(refused(CLOSES.plusDays(30), CLOSES.plusDays(30), REASON)).isEmpty();
    assertThat(refused(CLOSES, REPORTS, REASON)).containsExactly("engagement-not-longer");
    assertThat(refused(CLOSES.plusDays(31), REPORTS, REASON)).containsExactly("engagement-beyond-acceptance");
  }

  @Test
  void reportingEndsInsideTheWindowAndIsNotMadeShorter() {
    assertThat(refused(CLOSES.plusDays(5), CLOSES.plusDays(6), REASON)).containsExactly("engagement-reports-outside-window");
    assertThat(refused(CLOSES.plusDays(5), REPORTS.minusDays(1), REASON)).containsExactly("engagement-reports-shortened");
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    assertThat(refused(CLOSES, CLOSES.plusDays(1), "  短  ")).containsExactly("engagement-says-why", "engagement-not-longer", "engagement-reports-outside-window");
    assertThat(refused(CLOSES.plusDays(1), REPORTS, null)).containsExactly("engagement-says-why");
  }
}
