package org.jiheng.app.goal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jiheng.app.common.Money;

/** The money of a goal in its columns, row by row of the official form; yuan with two decimals, none where a row is not filled in. */
@Embeddable
public class GoalMoney {

  @Column(name = "medium_total")
  private BigDecimal mediumTotal;

  @Column(name = "medium_fiscal")
  private BigDecimal mediumFiscal;

  @Column(name = "medium_other")
  private BigDecimal mediumOther;

  @Column(name = "annual_total")
  private BigDecimal annualTotal;

  @Column(name = "annual_fiscal")
  private BigDecimal annualFiscal;

  @Column(name = "annual_carried")
  private BigDecimal annualCarried;

  @Column(name = "annual_other")
  private BigDecimal annualOther;

  protected GoalMoney() {}

  Optional<Money> of(MoneyLine line) {
    return Optional.ofNullable(switch (line) {
      case MEDIUM_TOTAL -> mediumTotal;
      case MEDIUM_FISCAL -> mediumFiscal;
      case MEDIUM_OTHER -> mediumOther;
      case ANNUAL_TOTAL -> annualTotal;
      case ANNUAL_FISCAL -> annualFiscal;
      case ANNUAL_CARRIED -> annualCarried;
      case ANNUAL_OTHER -> annualOther;
    }).map(Money::new);
  }

  /** The rows that are filled in. */
  Map<MoneyLine, Money> filled() {
    Map<MoneyLine, Money> filled = new EnumMap<>(MoneyLine.class);
    for (MoneyLine line : MoneyLine.values()) {
      of(line).ifPresent(amount -> filled.put(line, amount));
    }
    return filled;
  }

  /** @param text yuan; empty for a row that is not filled in */
  void write(MoneyLine line, String text) {
    BigDecimal yuan = text.isEmpty() ? null : new BigDecimal(text);
    switch (line) {
      case MEDIUM_TOTAL -> mediumTotal = yuan;
      case MEDIUM_FISCAL -> mediumFiscal = yuan;
      case MEDIUM_OTHER -> mediumOther = yuan;
      case ANNUAL_TOTAL -> annualTotal = yuan;
      case ANNUAL_FISCAL -> annualFiscal = yuan;
      case ANNUAL_CARRIED -> annualCarried = yuan;
      case ANNUAL_OTHER -> annualOther = yuan;
    }
  }
}
