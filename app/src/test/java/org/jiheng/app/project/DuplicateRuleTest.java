package org.jiheng.app.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Reason;
import org.jiheng.app.parameter.ParameterSet;
import org.jiheng.app.parameter.ParameterSet.Origin;
import org.jiheng.app.parameter.ParameterSet.Setting;
import org.jiheng.app.project.DuplicateRule.Sketch;
import org.jiheng.app.project.DuplicateRule.Suspicion;
import org.junit.jupiter.api.Test;

/** Overlapping and fragmented projects are found and the score says why (S67). */
class DuplicateRuleTest {

  private static final DuplicateRule RULE = DuplicateRule.of(ParameterSet.STANDARD);

  private static Sketch sketch(String name, String unit, String wan) {
    return sketch(name, "", unit, wan);
  }

  private static Sketch sketch(String name, String content, String unit, String wan) {
    return new Sketch(UUID.randomUUID(), "P" + name + unit, name, content, unit, Money.ofWan(wan));
  }

  private static List<String> rules(Suspicion suspicion) {
    return suspicion.findings().stream().map(Reason::rule).toList();
  }

  @Test
  void oneNameTwiceInOneUnitIsTheStrongestSuspicion() {
    List<Suspicion> found = RULE.find(List.of(sketch("2023年校园安防设施建设项目", "101001", "60"), sketch("校园安防设施建设", "101001", "80"),
        sketch("义务教育营养改善", "101001", "60")));
    assertThat(found).hasSize(1);
    assertThat(rules(found.getFirst())).containsExactly("duplicate.name", "duplicate.unit");
    assertThat(found.getFirst().score()).isEqualTo(80);
    assertThat(found.getFirst().together()).isEqualTo(Money.ofWan("140"));
    assertThat(found.getFirst().survivor()).as("the larger one goes on").isEqualTo(found.getFirst().other().id());
  }

  @Test
  void onePieceOfWorkCutIntoSmallPiecesIsFound() {
    List<Suspicion> found = RULE.find(List.of(sketch("校舍维修(一期)", "101001", "20"), sketch("校舍维修(二期)", "101001", "20"),
        sketch("校舍维修第三批", "101001", "20")));
    assertThat(found).hasSize(3).allSatisfy(one -> assertThat(rules(one)).containsExactly("duplicate.parts", "duplicate.unit", "duplicate.small"));
    assertThat(found.getFirst().score()).isEqualTo(90);
  }

  @Test
  void oneNameInTwoUnitsIsShownWithALowerScore() {
    List<Suspicion> found = RULE.find(List.of(sketch("办公设备更新", "101001", "20"), sketch("办公设备更新", "102001", "20"), sketch("办公设备更新", "101002", "20")));
    assertThat(found).extracting(Suspicion::score).containsExactly(70, 60, 60);
    assertThat(rules(found.getFirst())).containsExactly("duplicate.name", "duplicate.department");
  }

  @Test
  void likenessOfNamesNeedsAUnitOrContentBesides() {
    assertThat(RULE.find(List.of(sketch("农村道路养护维修", "101001", "60"), sketch("农村道路养护修缮", "102001", "60")))).isEmpty();
    assertThat(RULE.find(List.of(sketch("农村道路养护维修", "对县乡道路路面坑槽修补养护", "101001", "60"), sketch("农村道路养护修缮", "对县乡道路路面坑槽修补养护", "102001", "60"))))
        .singleElement().satisfies(one -> assertThat(rules(one)).containsExactly("duplicate.similar", "duplicate.content"));
  }

  private static DuplicateRule rule(String... keysAndValues) {
    Map<String, Setting> set = new HashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      set.put(keysAndValues[i], new Setting(keysAndValues[i + 1], Origin.JURISDICTION_YEAR));
    }
    return DuplicateRule.of(new ParameterSet(set));
  }

  @Test
  void fromWhatPointsAndHowAlikeTwoProjectsAreShownTheJurisdictionSays() {
    List<Sketch> two = List.of(sketch("办公设备更新", "101001", "20"), sketch("办公设备更新", "102001", "20"));
    assertThat(RULE.find(two)).singleElement().extracting(Suspicion::score).isEqualTo(60);
    assertThat(rule("duplicate.least", "61").find(two)).isEmpty();
    assertThat(rule("duplicate.points", "45/60/50/30/20/10/10", "duplicate.least", "45").find(two)).singleElement().extracting(Suspicion::score).isEqualTo(45);
    List<Sketch> alike = List.of(sketch("农村道路养护维修", "101001", "60"), sketch("农村道路养护修缮", "101001", "60"));
    assertThat(rule("duplicate.least", "50").find(alike)).hasSize(1);
    assertThat(rule("duplicate.least", "50", "duplicate.similar_name", "0.9").find(alike)).isEmpty();
    List<Sketch> pieces = List.of(sketch("校舍维修(一期)", "101001", "20"), sketch("校舍维修(二期)", "101001", "20"));
    assertThat(rules(rule("duplicate.small_below", "100000").find(pieces).getFirst())).containsExactly("duplicate.parts", "duplicate.unit");
  }

  @Test
  void aThresholdThatIsNoneIsNotUsed() {
    for (String[] wrong : List.of(new String[] {"duplicate.least", "0"}, new String[] {"duplicate.least", "101"},
        new String[] {"duplicate.similar_name", "1.1"}, new String[] {"duplicate.points", "60/60"}, new String[] {"duplicate.points", "60/60/50/30/20/10/-1"})) {
      assertThatThrownBy(() -> rule(wrong)).as(wrong[1]).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void aVerdictKeepsTheThresholdsItWasFoundByWhateverIsSetLater() {
    ParameterSet kept = DuplicateParameters.kept(new ParameterSet(Map.of("duplicate.least", new Setting("70", Origin.TEMPLATE),
        "score.reverse_mode", new Setting("x", Origin.JURISDICTION))));
    assertThat(kept.settings().keySet()).containsExactlyInAnyOrder("duplicate.least", "duplicate.similar_name", "duplicate.similar_content",
        "duplicate.small_below", "duplicate.points");
    assertThat(DuplicateRule.of(ParameterSet.fromJson(kept.toJson()))).isEqualTo(rule("duplicate.least", "70"));
  }

  @Test
  void differentProjectsAreLeftAlone() {
    assertThat(RULE.find(List.of(sketch("图书馆藏书补充", "101001", "10"), sketch("学校食堂改造", "101001", "10"), sketch("体育器材更新", "101001", "10")))).isEmpty();
  }

  @Test
  void whatLooksLikeOneProjectIsWhatIsFoundOfItAmongAll() {
    List<Sketch> many = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      many.add(sketch(List.of("校舍维修", "农村道路养护", "办公设备更新", "教师培训").get(i % 4) + List.of("", "(一期)", "第三批", "修缮")
          .get(i / 4 % 4) + (i % 7 == 0 ? "" : String.valueOf((char) ('\u4e00' + i * 97))), "内容" + i % 5, "10100" + i % 3 + 1, String.valueOf(1 + i % 40)));
    }
    List<Suspicion> all = RULE.find(many);
    assertThat(all).isNotEmpty();
    many.forEach(one -> assertThat(RULE.find(many, one.id())).containsExactlyElementsOf(
        all.stream().filter(found -> found.one().id().equals(one.id()) || found.other().id().equals(one.id())).toList()));
    assertThat(RULE.find(many, UUID.randomUUID())).isEmpty();
  }

  /** Three thousand projects with the names of a county: 4.5 million pairs, of which only those that share an uncommon pair of signs are compared. */
  @Test
  void threeThousandProjectsTakeSecondsAtTheMost() {
    List<Sketch> many = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      StringBuilder name = new StringBuilder();
      for (int sign = 0; sign < 8; sign++) {
        name.append((char) ('\u4e00' + Math.floorMod(i * 7919L + sign * 104729L * (i + 1), 2500)));
      }
      many.add(sketch(name + "建设项目", "10100" + i % 9 + 1, "30"));
    }
    many.add(sketch(many.get(17).name(), many.get(17).unit(), "5"));
    long begin = System.nanoTime();
    List<Suspicion> found = RULE.find(many);
    assertThat(found).anyMatch(one -> one.score() == 90 && one.one().name().equals(one.other().name()));
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
  }
}
