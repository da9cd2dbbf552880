package org.jiheng.app.exante;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Words;
import org.jiheng.app.form.FormFindings;
import org.jiheng.app.parameter.ParameterSet;
import org.jiheng.app.parameter.ParameterSet;
import org.jiheng.app.project.DuplicateRule;
import org.jiheng.app.project.DuplicateRule.Sketch;
import org.jiheng.app.project.Duplicates;
import org.junit.jupiter.api.Test;

/** What the platform says beside the items of a sheet, and by which parameters a form goes on being judged (DOMAIN 2.4; S12, S67). */
class SystemFactsTest {

  private static final Sketch ONE = new Sketch(new UUID(0, 1), "P1", "校园监控更新(一期)", "", "101001", Money.ofWan("20"));
  private static final Sketch PIECE = new Sketch(new UUID(0, 2), "P2", "校园监控更新(二期)", "", "101001", Money.ofWan("20"));
  private static final Sketch ELSEWHERE = new Sketch(new UUID(0, 3), "P3", "校园监控更新", "", "202001", Money.ofWan("20"));

  private static List<SystemFacts.Fact> duplicates(Set<UUID> cleared, Sketch... others) {
    List<Sketch> all = java.util.stream.Stream.concat(java.util.stream.Stream.of(ONE), java.util.stream.Stream.of(others)).toList();
    return CheckFacts.duplicates(ONE.id(), new Duplicates.Alike(others.length,
        DuplicateRule.of(ParameterSet.STANDARD).find(all).stream().filter(one -> one.one().equals(ONE) || one.other().equals(ONE)).toList(), cleared), "101001"::equals);
  }

  @Test
  void aPieceOfTheSameThingIsNamedAndOneOfAnotherUnitIsNot() {
    assertThat(duplicates(Set.of(), PIECE)).singleElement().satisfies(fact -> {
      assertThat(fact.attention()).isTrue();
      assertThat(Words.chinese().say(fact.reason())).contains("校园监控更新(二期) P2");
    });
    assertThat(duplicates(Set.of(), ELSEWHERE)).singleElement().satisfies(fact -> {
      assertThat(fact.reason().rule()).isEqualTo("exante.check-duplicate-elsewhere");
      assertThat(fact.reason().inputs().toString()).doesNotContain("P3", "监控");
    });
    assertThat(duplicates(Set.of(PIECE.id()), PIECE)).singleElement().satisfies(fact -> assertThat(fact.attention()).isFalse());
    assertThat(duplicates(Set.of())).extracting(fact -> fact.reason().rule()).containsExactly("exante.check-no-duplicate");
  }

  @Test
  void whatStopsTheGoalStandsInFrontWithNumberAndArticle() {
    FormFindings.Found goal = new FormFindings.Found(new UUID(0, 9), Optional.of(Money.ofWan("20")), List.of(
        new FormFindings.Finding("G7", "财预〔2015〕88号", false, "指标名称", Problem.of("application.goals-absent")),
        new FormFindings.Finding("G1", "财预〔2020〕10号", true, "分值", new Problem("goal.annual-missing", java.util.Map.of()).by("G1", "财预〔2020〕10号"))));
    assertThat(CheckFacts.goal(Optional.of(goal))).extracting(fact -> fact.reason().inputs().get("check")).containsExactly("G1", "G7");
    assertThat(CheckFacts.goal(Optional.of(goal))).extracting(fact -> fact.reason().inputs().get("finding"))
        .as("number and article are said by the fact").allMatch(said -> !said.contains("G1") && !said.contains("财预"));
    assertThat(CheckFacts.goal(Optional.of(goal)).getFirst().reason().article()).isEqualTo("财预〔2020〕10号");
    assertThat(CheckFacts.goalMoney(Optional.of(goal), Optional.of(Money.ofWan("30"))).getFirst().attention()).isTrue();
    assertThat(CheckFacts.goalMoney(Optional.of(goal), Optional.of(Money.ofWan("20"))).getFirst().attention()).isFalse();
    assertThat(CheckFacts.goal(Optional.empty()).getFirst().attention()).isTrue();
  }

  @Test
  void theRecordOfAUnitIsAFactAndAWarningWhereItWasRefusedOrLate() {
    CheckFacts.Record good = new CheckFacts.Record(3, 2, 0, 0, Money.ofWan("100"), Money.ofWan("90"), 0);
    assertThat(CheckFacts.record(good)).singleElement().satisfies(fact -> {
      assertThat(fact.attention()).isFalse();
      assertThat(Words.chinese().say(fact.reason())).contains("2 项", "10.00%");
    });
    assertThat(CheckFacts.record(new CheckFacts.Record(3, 0, 1, 1, Money.ofWan("100"), Money.ofWan("50"), 2)))
        .extracting(SystemFacts.Fact::attention).containsExactly(true, true);
  }

  @Test
  void factsAreKeptWholeWithTheConclusion() {
    SystemFacts facts = new SystemFacts(Map.of("need-unique", duplicates(Set.of(), PIECE)));
    assertThat(SystemFacts.fromJson(facts.toJson())).isEqualTo(facts);
  }

  @Test
  void aTemplateMaySayAtWhichOfItsItemsThePlatformLooks() {
    assertThat(Sheets.STANDARD.item("need-unique").orElseThrow().system()).containsExactly(SystemCheck.DUPLICATES);
    ExAnteTemplate read = ExAnteTemplate.fromJson(Sheets.STANDARD.toJson().replace("\"system\":[\"DUPLICATES\"]", "\"system\":[\"GOAL\"]"));
    assertThat(read.item("need-unique").orElseThrow().system()).containsExactly(SystemCheck.GOAL);
  }

  @Test
  void aFormIsJudgedByTheParametersItWasBegunWithWhateverIsSetLater() {
    ProjectProfile small = new ProjectProfile("NEW", "SPECIFIC_PURPOSE", "补助", Money.ofWan("50"), Money.ofWan("20"), Set.of());
    KeptNeed begun = KeptNeed.of(ParameterSet.STANDARD, small, small);
    KeptNeed read = KeptNeed.fromJson(begun.toJson());
    assertThat(read).isEqualTo(begun);
    assertThat(read.need().value()).contains(true);
    assertThat(read.parameters().settings().keySet()).containsExactlyInAnyOrder("exante.required_for", "exante.exempt", "exante.exempt_below",
        "exante.thirdparty.rule");
    ProjectProfile large = new ProjectProfile("NEW", "SPECIFIC_PURPOSE", "补助", Money.ofWan("600"), Money.ofWan("20"), Set.of());
    assertThat(KeptNeed.of(read.parameters(), large, large).thirdParty().value()).as("by the rule it was begun with").contains(true);
    assertThat(KeptNeed.of(read.parameters(), large, large).thirdParty().reason().inputs()).containsEntry("least", "5000000.00");
  }
}
