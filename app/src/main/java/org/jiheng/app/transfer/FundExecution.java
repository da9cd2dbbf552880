package org.jiheng.app.transfer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Rate;
import org.jiheng.app.review.Refusal;

/**
 * How a transfer is carried out: its money and its indicators, part by part (S11, DOMAIN 7.4), with where each figure comes from and
 * what is missing. Nothing is put in place of a figure nobody has.
 *
 * @param lines parts that have gone down, in their order
 * @param goals the indicators of the whole, with what its parts reached of them together
 * @param reports what was reported before, the first first
 * @param refusals what speaks against reporting it now; empty for whoever does not report
 * @param reporting whether the caller writes payments down and reports
 * @param upward whether a report goes to the jurisdiction above: the document came from there
 */
public record FundExecution(
    FundDocument document, List<Line> lines, List<Reached> goals, List<FundReport> reports, List<Refusal> refusals, boolean reporting, boolean upward,
    LocalDate today) {

  public FundExecution {
    lines = List.copyOf(lines);
    goals = List.copyOf(goals);
    reports = List.copyOf(reports);
    refusals = List.copyOf(refusals);
  }

  /** Where a figure of what was paid comes from. */
  public enum Origin {
    /** 单位自评: the approved self-evaluation of the project. */
    SELF_EVALUATION,
    /** 财政登记: written down by finance, with what it rests on. */
    REGISTERED,
    /** 县市上报. */
    COUNTY,
    /** Nobody has said. */
    NONE
  }

  /**
   * A part.
   *
   * @param budget what went down and was not taken back, yuan
   * @param paid yuan; empty while nobody knows
   * @param basis what a payment that was written down rests on; empty text otherwise
   * @param county whether it is a county's, which reports itself
   * @param missing what is not known, and what does not agree
   */
  public record Line(UUID id, String name, boolean county, Money budget, Optional<Money> paid, Origin origin, String basis, List<Reached> reached, List<Problem> missing) {

    public Line {
      reached = List.copyOf(reached);
      missing = List.copyOf(missing);
    }

    /** 执行率; empty without a figure, and for a part of nothing. */
    public Optional<Rate> rate() {
      return paid.flatMap(money -> money.per(budget));
    }

    /** Whether finance is to write down what was paid. */
    public boolean toRegister() {
      return !county && origin != Origin.SELF_EVALUATION;
    }
  }

  /**
   * An indicator and what was reached of it.
   *
   * @param id of the document's indicator
   * @param actual as it was written, or what the parts make together; empty text while it is not known
   * @param completion actual per target; empty where the two are no numbers of one kind, or less is better
   */
  public record Reached(UUID id, String name, String target, boolean main, String actual, Optional<Rate> completion) {

    /** 偏差, per cent: how far it is from the target; below zero when it falls short. */
    public Optional<BigDecimal> deviation() {
      return completion.map(rate -> rate.inPercent().subtract(new BigDecimal(100)));
    }
  }

  /** Of all parts, yuan. */
  public Money budget() {
    return lines.stream().map(Line::budget).reduce(Money.ZERO, Money::plus);
  }

  /** Of all parts, yuan; empty while of one of them it is not known. */
  public Optional<Money> paid() {
    return lines.isEmpty() || lines.stream().anyMatch(line -> line.paid().isEmpty()) ? Optional.empty()
        : Optional.of(lines.stream().flatMap(line -> line.paid().stream()).reduce(Money.ZERO, Money::plus));
  }

  public Optional<Rate> rate() {
    return paid().flatMap(money -> money.per(budget()));
  }

  /** What speaks against reporting this, everything at once: a report without figures is none. Pure. */
  static List<Refusal> against(FundState state, List<Line> lines) {
    List<String> unknown = lines.stream().filter(line -> line.paid().isEmpty()).map(Line::name).toList();
    return Stream.of(
            Optional.of(Refusal.because("execution-not-sent")).filter(_ -> state != FundState.SENT || lines.isEmpty()),
            Optional.of(Refusal.because("execution-figures-missing", "places", String.join("、", unknown))).filter(_ -> !unknown.isEmpty()))
        .flatMap(Optional::stream).toList();
  }
}
