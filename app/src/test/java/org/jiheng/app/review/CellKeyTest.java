package org.jiheng.app.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellKeyTest {

  @Test
  void aRowContainsItsCellsAndASectionItsRows() {
    CellKey section = CellKey.of("indicator");
    CellKey row = CellKey.of("indicator", "1");
    CellKey cell = CellKey.of("indicator", "1", "actual");
    assertThat(section.contains(row)).isTrue();
    assertThat(section.contains(cell)).isTrue();
    assertThat(row.contains(cell)).isTrue();
    assertThat(cell.contains(cell)).isTrue();
    assertThat(cell.contains(row)).isFalse();
  }

  @Test
  void aNameThatOnlyBeginsAlikeIsAnother() {
    assertThat(CellKey.of("indicator", "1").contains(CellKey.of("indicator", "12"))).isFalse();
    assertThat(CellKey.of("goal").contains(CellKey.of("goals", "expected"))).isFalse();
  }

  @Test
  void itsPartsAreCountedFromZero() {
    CellKey key = CellKey.of("budget", "total", "annual");
    assertThat(key.path()).isEqualTo("budget/total/annual");
    assertThat(key.part(0)).isEqualTo("budget");
    assertThat(key.part(1)).isEqualTo("total");
    assertThat(key.last()).isEqualTo("annual");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "/", "/goal", "goal/"})
  void whatNamesNothingIsNoKey(String path) {
    assertThatIllegalArgumentException().isThrownBy(() -> new CellKey(path));
  }

  @Test
  void aKeyFitsItsColumn() {
    assertThat(new CellKey("k".repeat(120)).path()).hasSize(120);
    assertThatIllegalArgumentException().isThrownBy(() -> new CellKey("k".repeat(121)));
  }
}
