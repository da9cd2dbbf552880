package org.jiheng.app.project;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jiheng.app.common.Money;

/**
 * What lines of money add up to, in yuan. Pure: struck lines are to be left out before.
 *
 * @param years amounts by fiscal year
 */
public record Budgets(SortedMap<Integer, OfYear> years) {

  /** One year: opening and present amount of each source, and what is asked for. */
  public record OfYear(Map<FundingSource, Money> opening, Map<FundingSource, Money> present, Map<FundingSource, Money> asked) {

    private static OfYear empty() {
      return new OfYear(new EnumMap<>(FundingSource.class), new EnumMap<>(FundingSource.class), new EnumMap<>(FundingSource.class));
    }

    public Money initial() {
      return sum(opening.values());
    }

    public Money annual() {
      return sum(present.values());
    }

    /** 财政资金 of the year, after adjustment. */
    public Money annualFiscal() {
      return present.entrySet().stream().filter(one -> one.getKey().fiscal()).map(Map.Entry::getValue).reduce(Money.ZERO, Money::plus);
    }

    /** 申报数 of all sources. */
    public Money askedFor() {
      return sum(asked.values());
    }

    /** What is asked for, while no fiscal money of the year was given. */
    Money undecided() {
      return present.keySet().stream().anyMatch(FundingSource::fiscal) ? Money.ZERO : askedFor();
    }

    public Money of(FundingSource source) {
      return present.getOrDefault(source, Money.ZERO);
    }

    private static Money sum(Collection<Money> amounts) {
      return amounts.stream().reduce(Money.ZERO, Money::plus);
    }
  }

  private static final OfYear NOTHING = new OfYear(Map.of(), Map.of(), Map.of());

  public static Budgets of(Collection<FundingEntry> lines) {
    SortedMap<Integer, OfYear> years = new TreeMap<>();
    for (FundingEntry line : lines) {
      OfYear year = years.computeIfAbsent(line.fiscalYear(), _ -> OfYear.empty());
      if (!line.kind().given()) {
        year.asked.merge(line.source(), line.amount(), Money::plus);
        continue;
      }
      if (line.kind() == FundingKind.OPENING) {
        year.opening.merge(line.source(), line.amount(), Money::plus);
      }
      year.present.merge(line.source(), line.signed(), Money::plus);
    }
    return new Budgets(years);
  }

  /** A year without lines has no money. */
  public OfYear of(int fiscalYear) {
    return years.getOrDefault(fiscalYear, NOTHING);
  }

  /** Whether no source of any year has lost more than it had. */
  boolean nowhereBelowZero() {
    return years.values().stream().flatMap(year -> year.present.values().stream()).allMatch(amount -> amount.compareTo(Money.ZERO) >= 0);
  }
}
