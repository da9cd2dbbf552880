package org.jiheng.app.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The chain is configurable for each type of form and jurisdiction (DOMAIN 1.3). */
class RouteTest {

  @Test
  void aFormPassesItsStagesInOrderAndIsApprovedAfterTheLast() {
    Route route = Route.parse("UNIT_REVIEW, DEPARTMENT_REVIEW,FINANCE_FIRST,FINANCE_SECOND");
    assertThat(route.first()).isEqualTo(FormState.UNIT_REVIEW);
    assertThat(route.after(FormState.UNIT_REVIEW)).isEqualTo(FormState.DEPARTMENT_REVIEW);
    assertThat(route.after(FormState.DEPARTMENT_REVIEW)).isEqualTo(FormState.FINANCE_FIRST);
    assertThat(route.after(FormState.FINANCE_FIRST)).isEqualTo(FormState.FINANCE_SECOND);
    assertThat(route.after(FormState.FINANCE_SECOND)).isEqualTo(FormState.APPROVED);
    assertThat(Route.parse(route.toString())).isEqualTo(route);
  }

  @Test
  void aUnitWithoutADepartmentAboveItSkipsThatStage() {
    Route route = Route.parse("FINANCE_FIRST,FINANCE_SECOND");
    assertThat(route.first()).isEqualTo(FormState.FINANCE_FIRST);
    assertThatIllegalArgumentException().isThrownBy(() -> route.after(FormState.DEPARTMENT_REVIEW));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "DRAFT", "UNIT_REVIEW,APPROVED", "RETURNED,FINANCE_FIRST", "FINANCE_FIRST,FINANCE_FIRST", "初审", "FINANCE_FIRST,,FINANCE_SECOND"})
  void aRouteIsStagesAndNoneTwice(String names) {
    assertThatIllegalArgumentException().isThrownBy(() -> Route.parse(names));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UNIT_REVIEW", "UNIT_REVIEW,DEPARTMENT_REVIEW", "FINANCE_SECOND,FINANCE_FIRST", "FINANCE_FIRST,UNIT_REVIEW",
      "DEPARTMENT_REVIEW,UNIT_REVIEW,FINANCE_FIRST", "FINANCE_FIRST,FINANCE_SECOND,DEPARTMENT_REVIEW"})
  void whateverAJurisdictionSaysTheOrderStaysAndFinanceHasTheLastWord(String names) {
    assertThatIllegalArgumentException().isThrownBy(() -> Route.parse(names));
  }
}
