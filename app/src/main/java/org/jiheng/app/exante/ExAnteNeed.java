package org.jiheng.app.exante;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Reasoned;
import org.jiheng.app.parameter.ParameterSet;
import org.jiheng.app.project.Backing;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.ProjectAttribute;
import org.jiheng.app.project.ProjectCategory;
import org.jiheng.app.project.ProjectFact.ExAnte;
import org.jiheng.app.review.FormState;

/**
 * Whether a project is evaluated before money is asked for it (S12; DOMAIN 2.1): every new one is, unless the jurisdiction has said
 * otherwise. A project counts as new that says otherwise of itself while neither an earlier year nor finance bears it out
 * ({@link org.jiheng.app.project.Backing}). Pure.
 *
 * @param attributes attributes of projects that are evaluated
 * @param exempt categories and flags of projects that are not: 人员类, 公用类, emergencies, what is handled off the platform
 * @param below whole money under which a project is let off, yuan; 0 lets none off
 */
public record ExAnteNeed(Set<String> attributes, Set<String> exempt, Money below) {

  /** States in which finance has concluded. */
  static final Set<FormState> CONCLUDED = Set.of(FormState.APPROVED, FormState.REJECTED);

  public ExAnteNeed {
    attributes = Set.copyOf(attributes);
    exempt = Set.copyOf(exempt);
  }

  /** From the three parameters as the database keeps them beside a form: separated by semicolons. */
  static ExAnteNeed by(String kept) {
    String[] texts = kept.split(";", -1);
    return new ExAnteNeed(ExAnteParameters.REQUIRED_FOR.reading().apply(texts[0]), ExAnteParameters.EXEMPT.reading().apply(texts[1]),
        ExAnteParameters.EXEMPT_BELOW.reading().apply(texts[2]));
  }

  /**
   * The rule for a project whose form was sent in: what was concluded stays as it was then; before that it hangs on the project of today
   * and the parameters the form was begun with. Empty for a form begun before these were kept: then those of today say it.
   */
  static Optional<Reasoned<Boolean>> ofSent(Optional<KeptNeed> need, FormState state, ProjectProfile project) {
    return need.map(kept -> CONCLUDED.contains(state) ? kept.need() : of(kept.parameters()).of(project));
  }

  static ExAnteNeed of(ParameterSet parameters) {
    return new ExAnteNeed(parameters.get(ExAnteParameters.REQUIRED_FOR), parameters.get(ExAnteParameters.EXEMPT),
        parameters.get(ExAnteParameters.EXEMPT_BELOW));
  }

  public Reasoned<Boolean> of(ProjectProfile project) {
    boolean unconfirmed = project.flags().contains(ProjectProfile.UNCONFIRMED);
    boolean saysSo = attributes.contains(project.attribute()) && !exempt.contains(project.category());
    if (!attributes.contains(project.attribute()) && !(unconfirmed && attributes.contains(ProjectAttribute.NEW.name()))) {
      return Reasoned.of(false, Because.of("exante.not-new", Because.OPINION, "required", said(attributes)));
    }
    Optional<String> why = exempt.stream().filter(name -> !unconfirmed && name.equals(project.category()) || project.flags().contains(name)).sorted().findFirst();
    if (why.isPresent()) {
      return Reasoned.of(false, Because.of("exante.exempt", Because.OPINION, "why", ProjectProfile.word(why.get()), "exempt", said(exempt)));
    }
    if (project.total().compareTo(below) < 0) {
      return Reasoned.of(false, Because.of("exante.small", Because.OPINION, "total", project.total(), "below", below));
    }
    return Reasoned.of(true, Because.of(unconfirmed && !saysSo ? ExAnte.UNCONFIRMED : "exante.new", Because.OPINION, "required", said(attributes), "exempt", said(exempt), "below", below));
  }

  private static String said(Set<String> names) {
    return names.isEmpty() ? "—" : names.stream().sorted().map(ProjectProfile::word).collect(Collectors.joining("、"));
  }

  /** {@link #of} of a project as the library describes it, as a condition on {@code p}, a {@link Project}. */
  String condition() {
    List<String> conditions = new ArrayList<>();
    String said = among("p.attribute", ProjectAttribute.values(), attributes).orElse("1 = 0");
    conditions.add(attributes.contains(ProjectAttribute.NEW.name()) ? "(" + said + " or " + Backing.UNCONFIRMED_CONDITION + ")" : said);
    among("p.category", ProjectCategory.values(), exempt).ifPresent(let -> conditions.add("(not (" + let + ") or " + Backing.UNCONFIRMED_CONDITION + ")"));
    if (exempt.contains(ProjectProfile.MAJOR)) {
      conditions.add("p.keyProject = false");
    }
    if (exempt.contains(ProjectProfile.CONFIDENTIAL)) {
      conditions.add("p.confidential = false");
    }
    if (!below.isZero()) {
      conditions.add("coalesce(p.totalInvestment, p.annualBudget + p.askedBudget) >= " + below.yuan().toPlainString());
    }
    return String.join(" and ", conditions);
  }

  /** Only names of the enum come into the condition, whatever else a parameter says. */
  private static <E extends Enum<E>> Optional<String> among(String path, E[] values, Set<String> names) {
    String literals = Stream.of(values).filter(one -> names.contains(one.name())).map(one -> one.getDeclaringClass().getName() + "." + one.name())
        .collect(Collectors.joining(", "));
    return literals.isEmpty() ? Optional.empty() : Optional.of(path + " in (" + literals + ")");
  }
}
