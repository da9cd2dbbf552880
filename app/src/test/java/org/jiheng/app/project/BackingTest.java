package org.jiheng.app.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiheng.app.project.ProjectConfirmation.Verdict;
import org.jiheng.app.review.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A unit does not pass B1 by the word it chooses for its project: an earlier year or finance has to bear it out (S12, S15). */
class BackingTest {

  private static ProjectEntry said(ProjectAttribute attribute, ProjectCategory category) {
    return new ProjectEntry("65300123T000000000001", false, "校舍维修", "101001", 2023, category, attribute, ProjectType.OTHER, Optional.empty(), Optional.empty(),
        "某", "", "", "", "", "", Optional.empty(), Optional.empty(), Optional.empty(), false);
  }

  private static Project project(ProjectAttribute attribute, ProjectCategory category) {
    return new Project(said(attribute, category), LocalDate.of(2023, 4, 18));
  }

  @ParameterizedTest
  @EnumSource(value = ProjectAttribute.class, names = {"CONTINUING", "ONE_OFF"})
  void aProjectThatCallsItselfNotNewIsBorneOutByAnEarlierYearOrByFinanceAlone(ProjectAttribute attribute) {
    Project project = project(attribute, ProjectCategory.SPECIFIC_PURPOSE);
    assertThat(Backing.of(project, false)).isEqualTo(Backing.UNCONFIRMED);
    assertThat(Backing.of(project, false).holds()).isFalse();
    assertThat(Backing.of(project, true)).isEqualTo(Backing.EARLIER_YEAR);
    project.confirm(true);
    assertThat(Backing.of(project, false)).isEqualTo(Backing.CONFIRMED);
    project.confirm(false);
    assertThat(Backing.of(project, false)).as("finance does not confirm it").isEqualTo(Backing.UNCONFIRMED);
  }

  @Test
  void aNewProjectHasNothingToBearOutUnlessItsCategoryLetsItOff() {
    assertThat(Backing.of(project(ProjectAttribute.NEW, ProjectCategory.SPECIFIC_PURPOSE), false)).isEqualTo(Backing.NOTHING_SAID);
    assertThat(Backing.of(project(ProjectAttribute.NEW, ProjectCategory.PERSONNEL), false)).isEqualTo(Backing.UNCONFIRMED);
  }

  @Test
  void whatFinanceConfirmedDoesNotCountForAnotherWord() {
    Project project = project(ProjectAttribute.CONTINUING, ProjectCategory.SPECIFIC_PURPOSE);
    project.confirm(true);
    project.say(said(ProjectAttribute.CONTINUING, ProjectCategory.PUBLIC_FUNDS));
    assertThat(Backing.of(project, false)).isEqualTo(Backing.UNCONFIRMED);
    project.say(said(ProjectAttribute.CONTINUING, ProjectCategory.SPECIFIC_PURPOSE));
    assertThat(Backing.of(project, false)).isEqualTo(Backing.CONFIRMED);
  }

  private static List<String> against(Backing backing, Verdict verdict) {
    return ProjectRules.againstConfirming(backing, verdict).stream().map(Refusal::code).toList();
  }

  @Test
  void financeDecidesWhereThereIsSomethingToDecideAndMayTakeAConfirmationBack() {
    assertThat(against(Backing.UNCONFIRMED, Verdict.CONFIRMED)).isEmpty();
    assertThat(against(Backing.UNCONFIRMED, Verdict.DENIED)).isEmpty();
    assertThat(against(Backing.CONFIRMED, Verdict.DENIED)).isEmpty();
    assertThat(against(Backing.CONFIRMED, Verdict.CONFIRMED)).containsExactly("project-confirmed-already");
    assertThat(against(Backing.EARLIER_YEAR, Verdict.DENIED)).containsExactly("project-borne-out");
    assertThat(against(Backing.NOTHING_SAID, Verdict.CONFIRMED)).containsExactly("project-nothing-to-confirm");
  }
}
