package org.jiheng.app.exante;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Reasoned;
import org.jiheng.app.parameter.ParameterSet;
import org.jiheng.app.parameter.ParameterSet.Origin;
import org.jiheng.app.parameter.ParameterSet.Setting;
import org.junit.jupiter.api.Test;

/** 自报延续,未经财政确认,按新增项目把关 (S12): who is let off by the unit's own word is not let off before it is borne out. */
class UnconfirmedIsNewTest {

  private static ProjectProfile project(String attribute, String category, String... flags) {
    return new ProjectProfile(attribute, category, "补助", Money.ofWan("30"), Money.ofWan("30"), Set.of(flags));
  }

  private static void says(Reasoned<Boolean> need, boolean needed, String rule) {
    assertThat(need.value()).contains(needed);
    assertThat(need.reason().rule()).isEqualTo(rule);
  }

  @Test
  void whatCallsItselfContinuingOrOneOffIsEvaluatedUntilItIsBorneOut() {
    ExAnteNeed need = ExAnteNeed.of(ParameterSet.STANDARD);
    for (String attribute : new String[] {"CONTINUING", "ONE_OFF"}) {
      says(need.of(project(attribute, "SPECIFIC_PURPOSE", ProjectProfile.UNCONFIRMED)), true, "exante.unconfirmed");
      says(need.of(project(attribute, "SPECIFIC_PURPOSE")), false, "exante.not-new");
    }
    says(need.of(project("NEW", "SPECIFIC_PURPOSE")), true, "exante.new");
  }

  @Test
  void aCategoryThatIsLetOffLetsOffOnlyWhenItIsBorneOut() {
    ExAnteNeed need = ExAnteNeed.of(new ParameterSet(Map.of("exante.exempt", new Setting("PERSONNEL,MAJOR", Origin.JURISDICTION))));
    says(need.of(project("NEW", "PERSONNEL", ProjectProfile.UNCONFIRMED)), true, "exante.unconfirmed");
    says(need.of(project("NEW", "PERSONNEL")), false, "exante.exempt");
    says(need.of(project("NEW", "PERSONNEL", ProjectProfile.UNCONFIRMED, ProjectProfile.MAJOR)), false, "exante.exempt");
  }

  @Test
  void whereTheWordChangesNothingTheReasonIsThatItIsNew() {
    ExAnteNeed need = ExAnteNeed.of(new ParameterSet(Map.of("exante.required_for", new Setting("NEW,ONE_OFF", Origin.JURISDICTION))));
    says(need.of(project("ONE_OFF", "SPECIFIC_PURPOSE", ProjectProfile.UNCONFIRMED)), true, "exante.new");
    assertThat(need.condition()).contains("p.confirmedAttribute");
    ExAnteNeed oneOff = ExAnteNeed.of(new ParameterSet(Map.of("exante.required_for", new Setting("ONE_OFF", Origin.JURISDICTION))));
    says(oneOff.of(project("CONTINUING", "SPECIFIC_PURPOSE", ProjectProfile.UNCONFIRMED)), false, "exante.not-new");
    assertThat(oneOff.condition()).as("new ones are not asked here").doesNotContain("p.confirmedAttribute");
  }
}
