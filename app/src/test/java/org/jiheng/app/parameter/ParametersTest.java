package org.jiheng.app.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jiheng.app.parameter.ParameterSet.Origin;
import org.jiheng.app.parameter.ParameterSet.Setting;
import org.junit.jupiter.api.Test;

/** Platform default, the prefecture's template, the jurisdiction, the year: the nearest wins (DOMAIN 14). */
class ParametersTest {

  private static final ParameterKey<BigDecimal> RATIO = ParameterKey.number("dept_eval.ratio", "0.20");

  @Test
  void whatNobodySetHasThePlatformsDefault() {
    assertThat(Parameters.nearest(List.of(), List.of()).get(RATIO)).isEqualTo("0.20");
  }

  @Test
  void theNearestWins() {
    Row template = row("0.21", false, "2023-01-01");
    Row templateOfTheYear = row("0.22", true, "2023-01-01");
    Row own = row("0.23", false, "2023-01-01");
    Row ownOfTheYear = row("0.24", true, "2023-01-01");
    assertThat(nearest(List.of(template), List.of())).isEqualTo(new Setting("0.21", Origin.TEMPLATE));
    assertThat(nearest(List.of(template, templateOfTheYear), List.of())).isEqualTo(new Setting("0.22", Origin.TEMPLATE_YEAR));
    assertThat(nearest(List.of(template, templateOfTheYear), List.of(own))).isEqualTo(new Setting("0.23", Origin.JURISDICTION));
    assertThat(nearest(List.of(template, templateOfTheYear), List.of(own, ownOfTheYear))).isEqualTo(new Setting("0.24", Origin.JURISDICTION_YEAR));
  }

  @Test
  void nearerWinsEvenIfWhatIsFartherTookEffectLater() {
    assertThat(nearest(List.of(row("0.3", true, "2026-01-01")), List.of(row("0.2", false, "2020-01-01")))).isEqualTo(new Setting("0.2", Origin.JURISDICTION));
  }

  @Test
  void ofTheSameKindTheOneThatTookEffectLastWinsInWhateverOrderTheyCome() {
    List<Row> rows = new ArrayList<>(List.of(row("0.1", false, "2021-01-01"), row("0.3", false, "2023-06-01"), row("0.2", false, "2022-01-01")));
    Random random = new Random(14);
    for (int i = 0; i < 10; i++) {
      Collections.shuffle(rows, random);
      assertThat(nearest(List.of(), rows).value()).isEqualTo("0.3");
      assertThat(nearest(rows, List.of()).value()).isEqualTo("0.3");
    }
  }

  @Test
  void aTextThatIsNoValueIsNamedAndNotReplacedByTheDefault() {
    ParameterSet set = Parameters.nearest(List.of(), List.of(row("一成", false, "2023-01-01")));
    assertThatIllegalStateException().isThrownBy(() -> set.get(RATIO)).withMessageContaining("dept_eval.ratio");
  }

  @Test
  void whatIsKeptSaysEveryValueAndWhoSetItInAFixedOrder() {
    ParameterSet set = new ParameterSet(Map.of("b", new Setting("2", Origin.TEMPLATE), "a", new Setting("1", Origin.JURISDICTION_YEAR)));
    assertThat(set.toJson()).isEqualTo("{\"a\":{\"value\":\"1\",\"origin\":\"JURISDICTION_YEAR\"},\"b\":{\"value\":\"2\",\"origin\":\"TEMPLATE\"}}");
  }

  private static Setting nearest(List<Row> template, List<Row> own) {
    return Parameters.nearest(template, own).settings().get(RATIO.name());
  }

  private static Row row(String value, boolean forOneYear, String effective) {
    return new Row(value, forOneYear, LocalDate.parse(effective));
  }

  /** A stored row as a value. */
  private static final class Row extends StoredParameter {

    private final String value;
    private final boolean forOneYear;
    private final LocalDate effective;

    Row(String value, boolean forOneYear, LocalDate effective) {
      this.value = value;
      this.forOneYear = forOneYear;
      this.effective = effective;
    }

    @Override
    ParameterLevel level() {
      return ParameterLevel.OWN;
    }

    @Override
    String key() {
      return RATIO.name();
    }

    @Override
    boolean forOneYear() {
      return forOneYear;
    }

    @Override
    String value() {
      return value;
    }

    @Override
    LocalDate effective() {
      return effective;
    }
  }
}
