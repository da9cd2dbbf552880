package org.jiheng.app.exante;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Reasoned;
import org.jiheng.app.common.Score;
import org.jiheng.app.common.TypedText;
import org.jiheng.app.common.Words;
import org.jiheng.app.review.Refusal;

/**
 * What finance is about to conclude, and why it may not (DOMAIN 2.5, 2.6; S13, S14). Pure.
 *
 * @param basis whose score it rests on
 * @param supported amount, yuan
 * @param explanation why it departs from what the rules come to, or where two totals lie far apart; may be empty
 * @param vetoes keys of those finance finds to hold, whoever ticked them or not
 * @param conditions of a part support
 */
public record Concluding(
    Conclusion conclusion, Basis basis, Money supported, String opinion, String explanation, Set<String> vetoes, List<Wanted> conditions) {

  /** Characters of an opinion, an explanation or a condition, at the least. */
  public static final int SHORTEST = 5;

  /** Whose score a conclusion rests on. */
  public enum Basis {
    UNIT,
    THIRD_PARTY
  }

  /** A condition as it is set. */
  public record Wanted(String text, LocalDate due, String responsible) {

    public Wanted {
      text = TypedText.of(text).strip();
      responsible = TypedText.of(responsible).strip();
    }
  }

  /**
   * What it is concluded about.
   *
   * @param unit the unit's own total
   * @param thirdParty total of the sheet that was accepted; empty without one
   * @param thirdPartyNeeded whether one must not be missing
   * @param whyThirdParty why one must not be missing, in a sentence; empty where it need not be there
   * @param panelSilent whether experts were called and one of their calls has said nothing yet in this round
   * @param reportThere whether the signed report lies with the form (S13)
   * @param proposed what the rules come to on the basis chosen, with the vetoes of finance
   */
  public record Facts(
      Money asked, Score unit, Optional<Score> thirdParty, boolean thirdPartyNeeded, String whyThirdParty, boolean panelSilent, boolean reportThere,
      Reasoned<Conclusion> proposed, LocalDate today) {}

  public Concluding {
    opinion = TypedText.of(opinion).strip();
    explanation = TypedText.of(explanation).strip();
    vetoes = Set.copyOf(vetoes);
    conditions = List.copyOf(conditions);
  }

  /** The money a conclusion usually goes with, yuan: what was asked for, and of what is not supported none. */
  public static Money usual(Conclusion conclusion, Money asked) {
    return conclusion.supports() ? asked : Money.ZERO;
  }

  /** Everything that is wrong with it, at once. */
  public List<Refusal> refusals(Facts facts, ExAnteScoring rules) {
    List<Refusal> refusals = new ArrayList<>();
    if (!facts.reportThere()) {
      refusals.add(SignedReport.missing());
    }
    if (facts.thirdPartyNeeded() && facts.thirdParty().isEmpty()) {
      refusals.add(new Refusal("exante-third-party-missing", ExAnteRule.THIRD_PARTY.with("why", facts.whyThirdParty())));
    } else if (basis == Basis.THIRD_PARTY && facts.thirdParty().isEmpty()) {
      refusals.add(new Refusal("exante-no-such-basis", ExAnteRule.THIRD_PARTY.with()));
    }
    if (facts.panelSilent()) {
      refusals.add(new Refusal("exante-panel-silent", ExAnteRule.PANEL.with()));
    }
    money(facts, refusals);
    said(facts, rules, refusals);
    conditions(facts, refusals);
    return refusals;
  }

  private void money(Facts facts, List<Refusal> refusals) {
    if (supported.compareTo(facts.asked()) > 0) {
      refusals.add(new Refusal("exante-more-than-asked",
          ExAnteRule.MONEY.with("asked", facts.asked().inWan().toPlainString(), "supported", supported.inWan().toPlainString())));
    }
    if (conclusion.supports() && supported.compareTo(Money.ZERO) <= 0) {
      refusals.add(new Refusal("exante-support-without-money", ExAnteRule.MONEY.with()));
    }
    if (!conclusion.supports() && !supported.isZero()) {
      refusals.add(new Refusal("exante-money-without-support", ExAnteRule.MONEY.with("supported", supported.inWan().toPlainString())));
    }
  }

  private void said(Facts facts, ExAnteScoring rules, List<Refusal> refusals) {
    if (opinion.length() < SHORTEST) {
      refusals.add(new Refusal("exante-opinion-missing", ExAnteRule.SAID.with("least", SHORTEST)));
    }
    boolean explained = explanation.length() >= SHORTEST;
    if (facts.proposed().because("exante.veto") && conclusion.supports()) {
      refusals.add(new Refusal("exante-veto-holds", ExAnteRule.VETOES.with("veto", facts.proposed().reason().inputs().getOrDefault("veto", ""))));
    } else if (!explained && facts.proposed().value().filter(conclusion::equals).isEmpty()) {
      refusals.add(new Refusal("exante-departs-unexplained", ExAnteRule.DEPARTURE.with("least", SHORTEST,
          "proposed", facts.proposed().value().map(one -> Words.chinese().say("exante.conclusion." + one.name())).orElse("—"))));
    }
    if (!explained && facts.thirdParty().map(third -> rules.needsExplanation(facts.unit(), third)).flatMap(Reasoned::value).orElse(false)) {
      refusals.add(new Refusal("exante-difference-unexplained", ExAnteRule.DIFFERENCE.with("limit", rules.explain(), "unit", facts.unit(),
          "third", facts.thirdParty().orElseThrow())));
    }
  }

  private void conditions(Facts facts, List<Refusal> refusals) {
    if (conclusion == Conclusion.PARTLY_SUPPORTED && conditions.isEmpty() && supported.compareTo(facts.asked()) == 0) {
      refusals.add(new Refusal("exante-partly-is-the-whole", ExAnteRule.CONDITIONS.with("asked", facts.asked().inWan().toPlainString())));
    }
    if (conclusion != Conclusion.PARTLY_SUPPORTED && !conditions.isEmpty()) {
      refusals.add(new Refusal("exante-conditions-mean-partly", ExAnteRule.CONDITIONS.with()));
    }
    if (conditions.stream().anyMatch(one -> one.text().length() < SHORTEST || one.responsible().isEmpty() || one.due().isBefore(facts.today()))) {
      refusals.add(new Refusal("exante-condition-incomplete", ExAnteRule.CONDITIONS.with("least", SHORTEST)));
    }
  }
}
