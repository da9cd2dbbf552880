package org.jiheng.app.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A form as its cells: versions, differences and digests are made from this view and from nothing else. */
class CellsTest {

  private static final CellKey GOAL = CellKey.of("goal", "actual");
  private static final CellKey WEIGHT = CellKey.of("indicator", "1", "weight");
  private static final CellKey NAME = CellKey.of("indicator", "1", "level3");

  @Test
  void aCellThatIsNotThereHasNoText() {
    Cells cells = Cells.inReadingOrder().with(GOAL, "完成").with(WEIGHT, null).build();
    assertThat(cells.text(WEIGHT)).isEmpty();
    assertThat(cells.has(WEIGHT)).isTrue();
    assertThat(cells.text(NAME)).isEmpty();
    assertThat(cells.has(NAME)).isFalse();
  }

  @Test
  void aFormHasEachCellOnce() {
    Cells.Builder cells = Cells.inReadingOrder().with(GOAL, "完成");
    assertThatIllegalArgumentException().isThrownBy(() -> cells.with(GOAL, "未完成"));
  }

  @Test
  void whatChangedIsSaidInReadingOrderOfTheLaterState() {
    Cells before = Cells.inReadingOrder().with(GOAL, "基本完成").with(WEIGHT, "10.00").with(CellKey.of("statement"), "无").build();
    Cells after = Cells.inReadingOrder().with(NAME, "受资助人数").with(GOAL, "完成").with(WEIGHT, "10.00").build();
    assertThat(after.since(before)).containsExactly(
        new CellChange(NAME, "", "受资助人数", true, false),
        new CellChange(GOAL, "基本完成", "完成", false, false),
        new CellChange(CellKey.of("statement"), "无", "", false, true));
    assertThat(after.since(after)).isEmpty();
  }

  /** The difference, walked backwards, is the same difference with before and after exchanged. */
  @Test
  void forwardsAndBackwardsTheSameCellsDiffer() {
    Random random = new Random(53);
    for (int i = 0; i < 300; i++) {
      Cells one = random(random);
      Cells other = random(random);
      List<CellChange> mirrored = one.since(other).stream()
          .map(change -> new CellChange(change.key(), change.after(), change.before(), change.removed(), change.added())).toList();
      assertThat(other.since(one)).containsExactlyInAnyOrderElementsOf(mirrored);
    }
  }

  @Test
  void keptAsJsonAndReadBackItIsTheSameInTheSameOrder() {
    Random random = new Random(25);
    for (int i = 0; i < 300; i++) {
      Cells cells = random(random);
      Cells read = Cells.fromJson(cells.toJson());
      assertThat(read).isEqualTo(cells);
      assertThat(List.copyOf(read.keys())).isEqualTo(List.copyOf(cells.keys()));
      assertThat(read.digest()).isEqualTo(cells.digest());
    }
  }

  /** The database keeps the keys of an object in an order of its own: by length, then by bytes. */
  @Test
  void theOrderSurvivesADatabaseThatSortsKeys() {
    Cells cells = Cells.inReadingOrder().with(CellKey.of("statement"), "1").with(GOAL, "2").with(CellKey.of("a"), "3").build();
    String sorted = "{\"cells\":{\"a\":\"3\",\"statement\":\"1\",\"goal/actual\":\"2\"},\"order\":[\"statement\",\"goal/actual\",\"a\"]}";
    assertThat(List.copyOf(Cells.fromJson(sorted).keys())).isEqualTo(List.copyOf(cells.keys()));
    assertThat(Cells.fromJson(sorted).digest()).isEqualTo(cells.digest());
  }

  @Test
  void anyChangeOfAnyCellChangesTheDigest() {
    Random random = new Random(64);
    for (int i = 0; i < 300; i++) {
      Cells cells = random(random);
      for (CellKey changed : cells.keys()) {
        Cells.Builder builder = Cells.inReadingOrder();
        cells.keys().forEach(key -> builder.with(key, key.equals(changed) ? cells.text(key) + " " : cells.text(key)));
        assertThat(builder.build().digest()).isNotEqualTo(cells.digest());
      }
    }
  }

  @Test
  void theOrderOfTheCellsIsPartOfTheForm() {
    Cells one = Cells.inReadingOrder().with(GOAL, "完成").with(NAME, "人数").build();
    Cells other = Cells.inReadingOrder().with(NAME, "人数").with(GOAL, "完成").build();
    assertThat(other.digest()).isNotEqualTo(one.digest());
  }

  /** Text moved over the border between a cell and the next, or between a key and its text, makes another form. */
  @Test
  void noTwoFormsReadAlike() {
    Set<String> digests = new HashSet<>();
    List<Cells> forms = List.of(
        two("a", "bc", "d", ""), two("a", "b", "d", "c"), two("a", "", "d", "bc"), two("ab", "c", "d", ""), two("a", "bc1:d0:", "e", ""),
        Cells.inReadingOrder().with(new CellKey("a"), "bc1:d0:").build(), Cells.inReadingOrder().with(new CellKey("a"), "bc").build(),
        two("a", "1", "1", "1"), two("a", "11", "1", ""));
    forms.forEach(form -> digests.add(form.digest()));
    assertThat(digests).hasSameSizeAs(forms).allMatch(digest -> digest.matches("[0-9a-f]{64}"));
  }

  private static Cells two(String key, String text, String other, String otherText) {
    return Cells.inReadingOrder().with(new CellKey(key), text).with(new CellKey(other), otherText).build();
  }

  private static Cells random(Random random) {
    List<String> keys = new ArrayList<>(List.of("budget/total/annual", "goal/actual", "indicator/1/target", "indicator/2/target", "statement", "a"));
    Collections.shuffle(keys, random);
    String[] texts = {"", "100.00", "“优”\n{良}", "1:a0:", "\\\"", "绩效\u3000😀", "a"};
    Cells.Builder cells = Cells.inReadingOrder();
    keys.subList(0, random.nextInt(1, keys.size() + 1)).forEach(key -> cells.with(new CellKey(key), texts[random.nextInt(texts.length)]));
    return cells.build();
  }
}
