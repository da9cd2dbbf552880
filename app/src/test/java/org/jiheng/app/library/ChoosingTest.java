package org.jiheng.app.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiheng.app.review.Refusal;
import org.junit.jupiter.api.Test;

/** Which version of an indicator a goal may newly take (DOMAIN 3.10, start and stop date). */
class ChoosingTest {

  private static final LocalDate FROM = LocalDate.of(2023, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2023, 12, 31);

  private static List<String> against(EntryState state, Optional<LocalDate> until, LocalDate day) {
    return Choosing.refusals("C000001", state, FROM, until, day).stream().map(Refusal::code).toList();
  }

  @Test
  void onItsDaysAndNotBeforeOrAfterThem() {
    assertThat(against(EntryState.IN_FORCE, Optional.of(LAST), FROM.minusDays(1))).containsExactly("library-not-yet");
    assertThat(against(EntryState.IN_FORCE, Optional.of(LAST), FROM)).isEmpty();
    assertThat(against(EntryState.IN_FORCE, Optional.of(LAST), LAST)).isEmpty();
    assertThat(against(EntryState.IN_FORCE, Optional.of(LAST), LAST.plusDays(1))).containsExactly("library-expired");
    assertThat(against(EntryState.IN_FORCE, Optional.empty(), LAST.plusYears(9))).isEmpty();
  }

  @Test
  void onlyWhatIsInForce() {
    assertThat(against(EntryState.PROPOSED, Optional.empty(), FROM)).containsExactly("library-unconfirmed");
    assertThat(against(EntryState.RETURNED, Optional.empty(), FROM)).containsExactly("library-unconfirmed");
    assertThat(against(EntryState.STOPPED, Optional.empty(), FROM)).containsExactly("library-stopped");
  }

  @Test
  void aVersionEndsTheDayBeforeTheNextAndOneThatNeverBeganNeverHolds() {
    StoredIndicator version = new StoredIndicator(Texts.ofAnIndicator().with(LibraryField.VALID_FROM, "2023-01-01").indicator());
    version.endBefore(LocalDate.of(2023, 3, 1));
    assertThat(version.indicator().until()).contains(LocalDate.of(2023, 2, 28));
    version.endBefore(FROM);
    assertThat(version.indicator().until()).contains(FROM.minusDays(1));
  }
}
