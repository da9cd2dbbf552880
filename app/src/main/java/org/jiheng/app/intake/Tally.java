package org.jiheng.app.intake;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jiheng.app.common.Money;
import org.jiheng.app.intake.IntakePass.Ready;
import org.jiheng.app.intake.IntakePreview.OfUnit;
import org.jiheng.app.intake.IntakePreview.Outcome;
import org.jiheng.app.project.FundingEntry;
import org.jiheng.app.project.FundingSource;

/** Counts what is checked: altogether and by unit. */
final class Tally {

  private final Map<String, String> names;
  private final Map<FundingSource, Money> money = new EnumMap<>(FundingSource.class);
  private final Map<FundingSource, Money> asked = new EnumMap<>(FundingSource.class);
  private final SortedMap<String, OfUnit> units = new TreeMap<>();
  private int entered;
  private int unchanged;
  private int goals;
  private int indicators;

  Tally(Map<String, String> names) {
    this.names = names;
  }

  void add(List<Ready> ready) {
    ready.forEach(this::add);
  }

  private void add(Ready one) {
    String unit = one.row().said().entry().unit();
    int goal = one.goal().isPresent() ? 1 : 0;
    goals += goal;
    indicators += one.goal().map(draft -> draft.lines().size()).orElse(0);
    Money opening = Money.ZERO;
    Money wanted = Money.ZERO;
    if (one.row().draft().isPresent()) {
      entered++;
      for (FundingEntry line : one.row().said().money()) {
        (line.kind().given() ? money : asked).merge(line.source(), line.amount(), Money::plus);
        opening = line.kind().given() ? opening.plus(line.amount()) : opening;
        wanted = line.kind().given() ? wanted : wanted.plus(line.amount());
      }
    } else {
      unchanged++;
    }
    int isNew = one.row().draft().isPresent() ? 1 : 0;
    units.merge(unit, new OfUnit(names.getOrDefault(unit, ""), isNew, goal, opening, wanted),
        (before, more) -> new OfUnit(before.name(), before.entered() + more.entered(), before.goals() + more.goals(), before.money().plus(more.money()),
            before.asked().plus(more.asked())));
  }

  Outcome outcome() {
    return new Outcome(entered, unchanged, goals, indicators, money, asked);
  }

  SortedMap<String, OfUnit> units() {
    return units;
  }
}
