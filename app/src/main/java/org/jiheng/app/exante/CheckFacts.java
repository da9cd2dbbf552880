package org.jiheng.app.exante;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Reason;
import org.jiheng.app.common.Words;
import org.jiheng.app.exante.SystemFacts.Fact;
import org.jiheng.app.form.FormFindings;
import org.jiheng.app.project.DuplicateRule.Sketch;
import org.jiheng.app.project.DuplicateRule.Suspicion;
import org.jiheng.app.project.Duplicates;
import org.jiheng.app.project.FundingSource;
import org.jiheng.app.project.ProjectType;

/** What the platform makes of what it knows of an evaluation, as facts (DOMAIN 2.4, 2.6; S67). Pure. */
final class CheckFacts {

  private static final String GOALS = "财预〔2020〕10号";

  private CheckFacts() {}

  private static Fact fact(Reason reason) {
    return new Fact(false, reason);
  }

  private static Fact attention(Reason reason) {
    return new Fact(true, reason);
  }

  /**
   * Projects that look like this one.
   *
   * @param named whether the caller may be told which project of a unit it is
   */
  static List<Fact> duplicates(UUID project, Duplicates.Alike alike, Predicate<String> named) {
    List<Fact> facts = new ArrayList<>();
    for (Suspicion one : alike.suspicions()) {
      Sketch other = one.one().id().equals(project) ? one.other() : one.one();
      String article = one.findings().getFirst().article();
      if (!named.test(other.unit())) {
        facts.add(alike.cleared().contains(other.id())
            ? fact(Because.of("exante.check-duplicate-cleared", article, "other", "—", "points", one.score()))
            : attention(Because.of("exante.check-duplicate-elsewhere", article, "points", one.score())));
      } else if (alike.cleared().contains(other.id())) {
        facts.add(fact(Because.of("exante.check-duplicate-cleared", article, "other", other.name() + " " + other.code(), "points", one.score())));
      } else {
        facts.add(attention(Because.of("exante.check-duplicate", article, "other", other.name() + " " + other.code(), "points", one.score(), "findings",
            one.findings().stream().map(Words.chinese()::say).collect(Collectors.joining(";")))));
      }
    }
    return facts.isEmpty() ? List.of(fact(Because.of("exante.check-no-duplicate", Because.OPINION, "compared", alike.compared()))) : facts;
  }

  /** Documents of these keys, as far as the template has them. */
  static List<Fact> documents(ExAnteEvaluation form, ProjectType type, Set<String> keys) {
    return form.template().evidence().stream().filter(one -> keys.contains(one.key())).map(one -> {
      String files = form.text(ExAnteCells.evidence(one.key()));
      if (!files.isEmpty()) {
        return fact(Because.of("exante.check-document-there", Because.OPINION, "document", one.text(), "files", files.lines().count()));
      }
      return one.requiredFor(ProjectProfile.word(type)) ? attention(Because.of("exante.check-document-missing", Because.OPINION, "document", one.text()))
          : fact(Because.of("exante.check-document-absent", Because.OPINION, "document", one.text()));
    }).toList();
  }

  /** What the goal's own checks find; those that stop it in front. */
  static List<Fact> goal(Optional<FormFindings.Found> goal) {
    if (goal.isEmpty()) {
      return List.of(attention(Because.of("exante.check-goal-absent", GOALS)));
    }
    List<FormFindings.Finding> findings = goal.get().findings();
    if (findings.isEmpty()) {
      return List.of(fact(Because.of("exante.check-goal-clean", GOALS)));
    }
    return Stream.concat(findings.stream().filter(FormFindings.Finding::stops), findings.stream().filter(one -> !one.stops()))
        .map(one -> new Fact(one.stops(), Because.of("exante.check-goal-finding", one.article(), "check", one.number(), "place", one.place(),
            "finding", Words.chinese().say(new Problem(one.problem().code(), one.problem().inputs()))))).toList();
  }

  /** Whether the goal speaks of the same money as the application does for its first year. */
  static List<Fact> goalMoney(Optional<FormFindings.Found> goal, Optional<Money> first) {
    Optional<Money> annual = goal.flatMap(FormFindings.Found::annual);
    if (annual.isEmpty() || first.isEmpty()) {
      return List.of(fact(Because.of("exante.check-goal-money-unknown", GOALS)));
    }
    return List.of(annual.get().equals(first.get()) ? fact(Because.of("exante.check-goal-money-same", GOALS, "goalAnnual", annual.get()))
        : attention(Because.of("exante.check-goal-money-differs", GOALS, "goalAnnual", annual.get(), "asked", first.get())));
  }

  static List<Fact> sources(ExAnteEvaluation form) {
    Money total = form.money(ExAnteCells.AMOUNT_TOTAL).orElse(Money.ZERO);
    if (total.isZero()) {
      return List.of(fact(Because.of("exante.check-no-money", Because.OPINION)));
    }
    Money fiscal = sum(form, Arrays.stream(FundingSource.values()).filter(FundingSource::fiscal));
    Money own = sum(form, Arrays.stream(FundingSource.values()).filter(one -> !one.fiscal()));
    List<Fact> facts = new ArrayList<>();
    facts.add(fact(Because.of("exante.check-sources", Because.OPINION, "fiscal", fiscal, "portion", portion(fiscal, total), "own", own)));
    form.money(ExAnteCells.source(FundingSource.BOND)).filter(bond -> !bond.isZero())
        .ifPresent(bond -> facts.add(attention(Because.of("exante.check-bond", Because.OPINION, "bond", bond))));
    Money all = fiscal.plus(own);
    if (!all.equals(total)) {
      facts.add(attention(Because.of("exante.check-sources-differ", Because.OPINION, "total", total, "sourcesSum", all)));
    }
    return facts;
  }

  private static Money sum(ExAnteEvaluation form, Stream<FundingSource> sources) {
    return sources.flatMap(source -> form.money(ExAnteCells.source(source)).stream()).reduce(Money.ZERO, Money::plus);
  }

  private static String portion(Money part, Money whole) {
    return part.per(whole).map(Object::toString).orElse("—");
  }

  /** Money that is not the budget's wants a proof. */
  static List<Fact> fundsProof(ExAnteEvaluation form) {
    Money own = sum(form, Arrays.stream(FundingSource.values()).filter(one -> !one.fiscal()));
    if (own.isZero()) {
      return List.of(fact(Because.of("exante.check-no-own-money", Because.OPINION)));
    }
    boolean proven = !form.text(ExAnteCells.evidence("funds-proof")).isEmpty();
    return List.of(proven ? fact(Because.of("exante.check-own-money-proven", Because.OPINION, "own", own))
        : attention(Because.of("exante.check-own-money-unproven", Because.OPINION, "own", own)));
  }

  /** @param known whole investment the project library knows of, yuan; empty if it knows none */
  static List<Fact> years(ExAnteEvaluation form, Optional<Money> known) {
    Optional<Money> total = form.money(ExAnteCells.AMOUNT_TOTAL);
    if (total.filter(one -> !one.isZero()).isEmpty()) {
      return List.of(fact(Because.of("exante.check-no-money", Because.OPINION)));
    }
    Money first = form.money(ExAnteCells.year(ExAnteCells.Year.FIRST)).orElse(Money.ZERO);
    List<Fact> facts = new ArrayList<>();
    facts.add(fact(Because.of("exante.check-years", Because.OPINION, "first", first, "portion", portion(first, total.get()))));
    known.filter(one -> total.get().compareTo(one) > 0)
        .ifPresent(one -> facts.add(attention(Because.of("exante.check-more-than-known", Because.OPINION, "asked", total.get(), "known", one))));
    return facts;
  }

  /**
   * How a unit's evaluations ended before.
   *
   * @param asked money of those concluded, yuan
   * @param supported of it, yuan
   * @param late conditions it met after their day, or not yet although it is over
   */
  record Record(int years, long supportedOnes, long partly, long refused, Money asked, Money supported, long late) {

    long concluded() {
      return supportedOnes + partly + refused;
    }
  }

  static List<Fact> record(Record record) {
    List<Fact> facts = new ArrayList<>();
    if (record.concluded() == 0) {
      facts.add(fact(Because.of("exante.check-no-record", Because.OPINION, "years", record.years())));
    } else {
      Money cut = new Money(record.asked().yuan().subtract(record.supported().yuan()));
      facts.add(new Fact(record.refused() > 0, Because.of("exante.check-record", Because.OPINION, "years", record.years(),
          "cases", record.concluded(), "supportedOnes", record.supportedOnes(), "partly", record.partly(), "refused", record.refused(),
          "cutRate", portion(cut, record.asked()))));
    }
    if (record.late() > 0) {
      facts.add(attention(Because.of("exante.check-conditions-late", Because.OPINION, "cases", record.late())));
    }
    return facts;
  }
}
