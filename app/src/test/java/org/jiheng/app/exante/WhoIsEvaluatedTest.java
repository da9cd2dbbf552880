package org.jiheng.app.exante;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Reason;
import org.jiheng.app.parameter.ParameterSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which projects are evaluated beforehand, and which by a third party, too (S12, S14; DOMAIN 2.1, Q10). */
class WhoIsEvaluatedTest {

  private static final ThirdPartyRule STANDARD = ParameterSet.STANDARD.get(ExAnteParameters.THIRD_PARTY);

  private static ProjectProfile project(String attribute, String type, String total, String annual, String... flags) {
    return new ProjectProfile(attribute, "SPECIFIC_PURPOSE", type, Money.ofYuan(total), Money.ofYuan(annual), Set.of(flags));
  }

  private static ParameterSet with(String key, String value) {
    return new ParameterSet(Map.of(key, new ParameterSet.Setting(value, ParameterSet.Origin.JURISDICTION_YEAR)));
  }

  @ParameterizedTest
  @CsvSource({"NEW,true", "CONTINUING,false", "ONE_OFF,false"})
  void everyNewProjectIsEvaluatedHoweverSmall(String attribute, boolean needed) {
    assertThat(ExAnteNeed.of(ParameterSet.STANDARD).of(project(attribute, "补助", "1", "1")).value()).contains(needed);
  }

  @Test
  void whatIsHandledOffThePlatformIsLetOff() {
    assertThat(ExAnteNeed.of(ParameterSet.STANDARD).of(project("NEW", "补助", "1", "1", ProjectProfile.CONFIDENTIAL)).because("exante.exempt")).isTrue();
  }

  @Test
  void aJurisdictionMayLetOffCategoriesAndSmallProjectsAndAskForOthers() {
    assertThat(ExAnteNeed.of(with("exante.exempt", "PERSONNEL, SPECIFIC_PURPOSE")).of(project("NEW", "补助", "9", "9")).value()).contains(false);
    assertThat(ExAnteNeed.of(with("exante.exempt_below", "100000")).of(project("NEW", "补助", "99999.99", "0")).because("exante.small")).isTrue();
    assertThat(ExAnteNeed.of(with("exante.exempt_below", "100000")).of(project("NEW", "补助", "100000", "0")).value()).contains(true);
    assertThat(ExAnteNeed.of(with("exante.required_for", "NEW,ONE_OFF")).of(project("ONE_OFF", "补助", "1", "1")).value()).contains(true);
  }

  @ParameterizedTest
  @CsvSource({"补助,5000000,0,exante.third-party-total", "补助,4999999.99,1000000,exante.third-party-annual", "科研,1,1,exante.third-party-type",
      "补助,4999999.99,999999.99,exante.third-party-not-needed"})
  void aMajorOrSpecialisedProjectIsEvaluatedAgain(String type, String total, String annual, String rule) {
    assertThat(STANDARD.of(project("NEW", type, total, annual)).reasons()).extracting(Reason::rule).containsExactly(rule);
  }

  @Test
  void everyReasonIsSaid() {
    assertThat(STANDARD.of(project("NEW", "工程", "6000000", "2000000", ProjectProfile.MAJOR)).reasons()).extracting(Reason::rule)
        .containsExactly("exante.third-party-total", "exante.third-party-annual", "exante.third-party-type", "exante.third-party-flagged");
  }

  @Test
  void aJurisdictionWritesItsOwnRule() {
    ThirdPartyRule own = ThirdPartyRule.parse("annual >= 3,000,000 or type in {补助}");
    assertThat(own.of(project("NEW", "工程", "9000000", "2999999")).value()).contains(false);
    assertThat(own.of(project("NEW", "补助", "1", "1")).value()).contains(true);
    assertThat(ThirdPartyRule.parse("never").of(project("NEW", "工程", "9000000", "9000000", ProjectProfile.MAJOR)).value()).contains(false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "total > 5", "total >= 5 and flagged", "type in {}", "drop table"})
  void whatIsNoExpressionIsNotGuessedAt(String text) {
    assertThatThrownBy(() -> ThirdPartyRule.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
