package org.jiheng.app.exante;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Reason;
import org.jiheng.app.common.Reasoned;

/**
 * Which projects an independent third party evaluates again: the major and the highly specialised ones (S14; DOMAIN 2.1, Q10). An
 * expression of the jurisdiction, its clauses joined by {@code or}: {@code total >= yuan}, {@code annual >= yuan},
 * {@code type in {工程, 科研}}, {@code flagged}; {@code never} for none. Pure.
 */
public record ThirdPartyRule(List<Clause> clauses) {

  private static final Pattern AMOUNT = Pattern.compile("(total|annual)\\s*>=\\s*([0-9,]+)");
  private static final Pattern TYPES = Pattern.compile("type\\s+in\\s*\\{([^}]+)}");

  /** One way in which a project comes under the rule. */
  public sealed interface Clause {

    /** The reason, if it does. */
    Optional<Reason> holds(ProjectProfile project);

    /** The clause in words. */
    String said();
  }

  record Total(Money least) implements Clause {
    @Override
    public Optional<Reason> holds(ProjectProfile project) {
      return project.total().compareTo(least) < 0 ? Optional.empty()
          : Optional.of(Because.of("exante.third-party-total", Because.SUPERVISION, "total", project.total(), "least", least));
    }

    @Override
    public String said() {
      return "项目总额达到 " + least + " 元";
    }
  }

  record Annual(Money least) implements Clause {
    @Override
    public Optional<Reason> holds(ProjectProfile project) {
      return project.annual().compareTo(least) < 0 ? Optional.empty()
          : Optional.of(Because.of("exante.third-party-annual", Because.SUPERVISION, "annual", project.annual(), "least", least));
    }

    @Override
    public String said() {
      return "年度财政资金达到 " + least + " 元";
    }
  }

  record Types(List<String> types) implements Clause {
    @Override
    public Optional<Reason> holds(ProjectProfile project) {
      return types.contains(project.type()) ? Optional.of(Because.of("exante.third-party-type", Because.SUPERVISION, "type", project.type())) : Optional.empty();
    }

    @Override
    public String said() {
      return String.join("、", types) + "项目";
    }
  }

  record Flagged() implements Clause {
    @Override
    public Optional<Reason> holds(ProjectProfile project) {
      return project.flags().contains(ProjectProfile.MAJOR) ? Optional.of(Because.of("exante.third-party-flagged", Because.SUPERVISION)) : Optional.empty();
    }

    @Override
    public String said() {
      return "重点项目";
    }
  }

  public ThirdPartyRule {
    clauses = List.copyOf(clauses);
  }

  /** @throws IllegalArgumentException if it is no such expression */
  public static ThirdPartyRule parse(String text) {
    String whole = text.strip();
    return whole.equals("never") ? new ThirdPartyRule(List.of())
        : new ThirdPartyRule(Arrays.stream(whole.split("\\s+or\\s+")).map(ThirdPartyRule::clause).toList());
  }

  private static Clause clause(String text) {
    String one = text.strip();
    Matcher amount = AMOUNT.matcher(one);
    if (amount.matches()) {
      Money least = Money.ofYuan(amount.group(2).replace(",", ""));
      return amount.group(1).equals("total") ? new Total(least) : new Annual(least);
    }
    Matcher types = TYPES.matcher(one);
    if (types.matches()) {
      return new Types(Arrays.stream(types.group(1).split("[,，、]")).map(String::strip).filter(name -> !name.isEmpty()).toList());
    }
    if (one.equals("flagged")) {
      return new Flagged();
    }
    throw new IllegalArgumentException("no clause: " + one);
  }

  /** In words. */
  String said() {
    return clauses.isEmpty() ? "—" : clauses.stream().map(Clause::said).collect(Collectors.joining(";"));
  }

  /** Whether a third party has to look, with every reason for it. */
  public Reasoned<Boolean> of(ProjectProfile project) {
    List<Reason> reasons = new ArrayList<>();
    clauses.forEach(clause -> clause.holds(project).ifPresent(reasons::add));
    return reasons.isEmpty() ? Reasoned.of(false, Because.of("exante.third-party-not-needed", Because.SUPERVISION,
            "total", project.total(), "annual", project.annual(), "type", project.type(), "clauses", said()))
        : new Reasoned<>(Optional.of(true), reasons);
  }
}
