package org.jiheng.app.budget;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.Reason;
import org.jiheng.app.project.ProjectFact;

/**
 * Whether something may be done with a project, and what each gate on the way says.
 *
 * @param answers by gate, in the order in which they are passed
 */
public record Permission(UUID project, BudgetAction action, Map<Gate, Gate.Answer> answers) {

  public Permission {
    answers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(answers));
  }

  /**
   * A gate somebody opened: who, and why.
   *
   * @param rule by which it was closed; against another one, which came up later, nobody has decided
   */
  public record Opened(Gate gate, String rule, String person, String why) {}

  public static Permission of(UUID project, BudgetAction action, List<ProjectFact> facts, List<Opened> opened) {
    return of(project, action, Optional.empty(), facts, opened);
  }

  /** @param barred why no gate opens for the project whatever else is known of it, and nobody may open one; empty if there is no such reason */
  static Permission of(UUID project, BudgetAction action, Optional<Reason> barred, List<ProjectFact> facts, List<Opened> opened) {
    Map<Gate, Gate.Answer> answers = new LinkedHashMap<>();
    for (Gate gate : action.gates()) {
      Gate.Answer answer = barred.map(why -> Gate.Answer.closed(why, Gate.Opening.NONE)).orElseGet(() -> gate.look(facts));
      Optional<Opened> last = opened.stream()
          .filter(one -> one.gate() == gate && one.rule().equals(answer.reason().rule())).reduce((_, next) -> next);
      answers.put(gate, last.map(one -> answer.openedBy(one.person(), one.why())).orElse(answer));
    }
    return new Permission(project, action, answers);
  }

  public boolean allowed() {
    return answers.values().stream().allMatch(Gate.Answer::allowed);
  }

  /** Why it is refused; or, if it is not, why it is allowed. Each reason once. */
  public List<Reason> reasons() {
    return answers.values().stream().filter(answer -> answer.allowed() == allowed()).map(Gate.Answer::reason).distinct().toList();
  }

  /** The first closed gate somebody might open. */
  public Optional<Gate> openable() {
    return answers.entrySet().stream().filter(one -> !one.getValue().allowed() && one.getValue().possible() != Gate.Opening.NONE)
        .map(Map.Entry::getKey).findFirst();
  }
}
