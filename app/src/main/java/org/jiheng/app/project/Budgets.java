package org.jiheng.app.project;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jiheng.app.common.Money;

/**
 * What lines of money add up to, in yuan. Pure: struck lines are to be left out before.
 *
 * @param years amounts by fiscal year
 */
public record Budgets(SortedMap<Integer, OfYear> years) {

  /**
   * One year: opening and present amount of each source, and what is asked for (申报数, for the whole year).
   *
   * @param listed what of it the budget list has given
   */
  public record OfYear(
      Map<FundingSource, Money> opening, Map<FundingSource, Money> present, Map<FundingSource, Money> asked, Map<FundingSource, Money> listed) {

    private static OfYear empty() {
      return new OfYear(new EnumMap<>(FundingSource.class), new EnumMap<>(FundingSource.class), new EnumMap<>(FundingSource.class),
          new EnumMap<>(FundingSource.class));
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

    /** 申报数 of fiscal money. */
    public Money askedFiscal() {
      return asked.entrySet().stream().filter(one -> one.getKey().fiscal()).map(Map.Entry::getValue).reduce(Money.ZERO, Money::plus);
    }

    /** Fiscal money the year has beside the budget list: brought by fund documents, taken over, or written down by finance. */
    public Money fiscalBesideTheList() {
      return Stream.of(FundingSource.values()).filter(FundingSource::fiscal).map(this::besideTheList).reduce(Money.ZERO, Money::plus);
    }

    /** Fiscal money that is asked for beyond what the year has of the same source beside the budget list. */
    public Money fiscalStillAsked() {
      return Stream.of(FundingSource.values()).filter(FundingSource::fiscal).map(this::stillAsked).reduce(Money.ZERO, Money::plus);
    }

    /**
     * What is asked for and not decided. Finance decides in the budget list, about everything that is asked for at once: after its
     * first allocation nothing is open. Until then money that comes by another door answers its own source alone: of 100 万元 asked
     * from the general budget all stay asked when a fund document brings 10 万元 of a transfer, and 90 when a budget of 10 万元 of
     * the general budget is taken over.
     */
    Money undecided() {
      return listed.isEmpty() ? Stream.of(FundingSource.values()).map(this::stillAsked).reduce(Money.ZERO, Money::plus) : Money.ZERO;
    }

    private Money besideTheList(FundingSource source) {
      return of(source).beyond(listed.getOrDefault(source, Money.ZERO));
    }

    private Money stillAsked(FundingSource source) {
      return asked.getOrDefault(source, Money.ZERO).beyond(besideTheList(source));
    }

    public Money of(FundingSource source) {
      return present.getOrDefault(source, Money.ZERO);
    }

    private static Money sum(Collection<Money> amounts) {
      return amounts.stream().reduce(Money.ZERO, Money::plus);
    }
  }

  /** A year without money. */
  static final OfYear NOTHING = new OfYear(Map.of(), Map.of(), Map.of(), Map.of());

  /** No money in any year. */
  public static final Budgets NONE = new Budgets(new TreeMap<>());

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
      if (line.door() == FundingDoor.LIST) {
        year.listed.merge(line.source(), line.signed(), Money::plus);
      }
    }
    return new Budgets(years);
  }

  /** A year without lines has no money. */
  public OfYear of(int fiscalYear) {
    return years.getOrDefault(fiscalYear, NOTHING);
  }

  /** 财政资金 of all years, after adjustment. */
  public Money fiscal() {
    return years.values().stream().map(OfYear::annualFiscal).reduce(Money.ZERO, Money::plus);
  }

  /** Whether no source of any year has lost more than it had. */
  boolean nowhereBelowZero() {
    return years.values().stream().flatMap(year -> year.present.values().stream()).allMatch(amount -> amount.compareTo(Money.ZERO) >= 0);
  }
}
