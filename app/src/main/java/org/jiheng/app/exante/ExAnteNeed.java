package org.jiheng.app.exante;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Reasoned;
import org.jiheng.app.parameter.ParameterKey;
import org.jiheng.app.parameter.ParameterSet;

/**
 * Whether a project is evaluated before money is asked for it (S12; DOMAIN 2.1): every new one is, unless the jurisdiction has said
 * otherwise. Pure.
 *
 * @param attributes attributes of projects that are evaluated
 * @param exempt categories and flags of projects that are not: 人员类, 公用类, emergencies, what is handled off the platform
 * @param below whole money under which a project is let off, yuan; 0 lets none off
 */
public record ExAnteNeed(Set<String> attributes, Set<String> exempt, Money below) {

  static final ParameterKey<Set<String>> REQUIRED_FOR = new ParameterKey<>("exante.required_for", "NEW", ExAnteNeed::names);
  static final ParameterKey<Set<String>> EXEMPT = new ParameterKey<>("exante.exempt", "", ExAnteNeed::names);
  static final ParameterKey<Money> BELOW = new ParameterKey<>("exante.exempt_below", "0", Money::ofYuan);

  static final List<ParameterKey<?>> KEYS = List.of(REQUIRED_FOR, EXEMPT, BELOW);

  public ExAnteNeed {
    attributes = Set.copyOf(attributes);
    exempt = Set.copyOf(exempt);
  }

  static ExAnteNeed of(ParameterSet parameters) {
    return new ExAnteNeed(parameters.get(REQUIRED_FOR), parameters.get(EXEMPT), parameters.get(BELOW));
  }

  private static Set<String> names(String text) {
    return Arrays.stream(text.split(",")).map(String::strip).filter(name -> !name.isEmpty()).collect(Collectors.toUnmodifiableSet());
  }

  public Reasoned<Boolean> of(ProjectProfile project) {
    if (!attributes.contains(project.attribute())) {
      return Reasoned.of(false, Because.of("not-new", Because.OPINION));
    }
    Optional<String> why = exempt.stream().filter(name -> name.equals(project.category()) || project.flags().contains(name)).sorted().findFirst();
    if (why.isPresent()) {
      return Reasoned.of(false, Because.of("exempt", Because.OPINION, "why", why.get()));
    }
    if (project.total().compareTo(below) < 0) {
      return Reasoned.of(false, Because.of("small", Because.OPINION, "total", project.total(), "below", below));
    }
    return Reasoned.of(true, Because.of("new", Because.OPINION));
  }
}
