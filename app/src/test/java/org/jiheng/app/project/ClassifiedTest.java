package org.jiheng.app.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Of a project that is confidential now a record shows the code, and nothing that was written about it before (DOMAIN 12). */
class ClassifiedTest {

  private static final UUID SECRET = UUID.randomUUID();
  private static final UUID JUDGED_WITH_IT = UUID.randomUUID();
  private static final Classified CLASSIFIED = new Classified(Map.of(SECRET, "65300123T000000000009"), Map.of(JUDGED_WITH_IT, "65300123T000000000009"));

  @Test
  void whatWasWrittenBeforeIsNotShownWhateverThePartOfTheProjectItIsAbout() {
    for (String subject : new String[] {"PROJECT/" + SECRET, "PROJECT/" + SECRET + "/budget", "PROJECT/" + SECRET + "/gate/B1"}) {
      assertThat(CLASSIFIED.of("指挥机房", "", subject, "", "")).as(subject).contains("65300123T000000000009");
    }
    assertThat(CLASSIFIED.of("新财农〔2023〕7号", "", "FUND_DOCUMENT/" + UUID.randomUUID() + "/line/" + UUID.randomUUID() + "/" + SECRET, "", "指挥机房"))
        .as("a part of a fund document").contains("65300123T000000000009");
    assertThat(CLASSIFIED.of("project", "UPDATE", "project", "{\"id\": \"" + SECRET + "\", \"name\": \"指挥机房\"}", "")).as("past the application")
        .contains("65300123T000000000009");
  }

  @Test
  void whatWasWrittenWhenItWasConfidentialAlreadyDescribesNothingAndIsShown() {
    assertThat(CLASSIFIED.of(ProjectEntry.PLACEHOLDER, "OPENING", "PROJECT/" + SECRET, "", "2023 OWN_FUNDS 200000.00")).isEmpty();
  }

  @Test
  void aVerdictAboutTwoNamesBothAndNothingElseAboutTheOtherOneDoes() {
    assertThat(CLASSIFIED.of("图书购置 / 指挥机房", "NOT_DUPLICATE 不同项目", "PROJECT/" + JUDGED_WITH_IT, "", "")).contains("65300123T000000000009");
    assertThat(CLASSIFIED.of("图书购置", "MERGED 同一件事", "PROJECT/" + JUDGED_WITH_IT, "", "")).isPresent();
    assertThat(CLASSIFIED.of("图书购置", "OPENING", "PROJECT/" + JUDGED_WITH_IT, "", "")).isEmpty();
  }

  @Test
  void everythingElseIsShown() {
    assertThat(CLASSIFIED.of("图书购置", "", "PROJECT/" + UUID.randomUUID(), "", "")).isEmpty();
    assertThat(CLASSIFIED.of("", "2023", "PROJECT/list", "", "")).isEmpty();
    assertThat(new Classified(Map.of(), Map.of()).none()).isTrue();
  }
}
