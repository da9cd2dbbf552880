package org.jiheng.app.budget;

import java.util.List;
import java.util.Optional;
import org.jiheng.app.common.Reason;
import org.jiheng.app.project.ProjectFact;
import org.jiheng.app.project.ProjectFact.Decomposition;
import org.jiheng.app.project.ProjectFact.Decomposition.Judged;
import org.jiheng.app.project.ProjectFact.ExAnte;
import org.jiheng.app.project.ProjectFact.Goal;

/**
 * The gates a project passes on its way to money (DOMAIN 15). Each looks at the facts the rooms contribute and answers with its
 * reason; a fact that nobody contributes keeps it closed. Pure.
 */
public enum Gate {
  /** No new project enters the budget without an ex-ante evaluation that supports it, its conditions closed (S15). */
  B1(ExAnte.class) {
    @Override
    Answer look(List<ProjectFact> facts) {
      return fact(facts, ExAnte.class).map(Gate::exAnte).orElseGet(() -> unknown(Because.OPINION));
    }
  },

  /** No money is allocated without approved goals (S17). */
  B2(Goal.class) {
    @Override
    Answer look(List<ProjectFact> facts) {
      return fact(facts, Goal.class).map(Gate::goal).orElseGet(() -> unknown(Because.GOALS));
    }
  },

  /** No fund document of an earmarked transfer is sent without its goals decomposed (S18). */
  B3(Decomposition.class) {
    @Override
    Answer look(List<ProjectFact> facts) {
      return fact(facts, Decomposition.class).map(Decomposition::goals).map(Gate::judged).orElseGet(() -> unknown(Because.TRANSFERS));
    }
  },

  /** No decomposition is handed in whose main quantities do not come to those of the whole. */
  B4(Decomposition.class) {
    @Override
    Answer look(List<ProjectFact> facts) {
      return fact(facts, Decomposition.class).map(Decomposition::quantities).map(Gate::judged).orElseGet(() -> unknown(Because.TRANSFERS));
    }
  };

  private final Class<? extends ProjectFact> asks;

  Gate(Class<? extends ProjectFact> asks) {
    this.asks = asks;
  }

  /** The facts it looks at; others need not be gathered for it. */
  Class<? extends ProjectFact> asks() {
    return asks;
  }

  /** Whether somebody may open a closed gate all the same, and who. */
  public enum Opening {
    NONE,
    /** 局领导, with a reason. */
    LEADER,
    /** 局领导, for an emergency, with a reason. */
    EMERGENCY
  }

  /**
   * What a gate says.
   *
   * @param overridden whether it would be closed but for somebody who opened it
   * @param possible whether a closed one may be opened
   */
  public record Answer(boolean allowed, boolean overridden, Reason reason, Opening possible) {

    /** Whether the gate has anything to say of the project: those of fund documents have not where no earmarked transfer is in it. */
    public boolean concerns() {
      return !reason.rule().equals("gate.not-earmarked");
    }

    static Answer open(Reason reason) {
      return new Answer(true, false, reason, Opening.NONE);
    }

    static Answer closed(Reason reason, Opening possible) {
      return new Answer(false, false, reason, possible);
    }

    /** The same gate after somebody opened it: a gate nobody may open stays closed. */
    Answer openedBy(String person, String why) {
      return allowed || possible == Opening.NONE ? this
          : new Answer(true, true, Because.of("gate.overridden", reason.article(), "person", person, "why", why, "rule", reason.rule()), Opening.NONE);
    }
  }

  abstract Answer look(List<ProjectFact> facts);

  private static <F extends ProjectFact> Optional<F> fact(List<ProjectFact> facts, Class<F> type) {
    return facts.stream().filter(type::isInstance).map(type::cast).findFirst();
  }

  /** Nobody knows: the gate does not open for want of knowledge, and nobody may open it on that ground. */
  private static Answer unknown(String article) {
    return Answer.closed(Because.of("gate.nothing-known", article), Opening.NONE);
  }

  private static Answer exAnte(ExAnte fact) {
    return switch (fact.standing()) {
      case NOT_NEEDED -> Answer.open(fact.why());
      case NONE -> Answer.closed(Because.of(fact.unconfirmed() ? "gate.exante-unconfirmed" : "gate.exante-missing", Because.OPINION), Opening.LEADER);
      case UNDER_WAY -> Answer.closed(Because.of("gate.exante-under-way", Because.OPINION), Opening.LEADER);
      case NOT_SUPPORTED -> Answer.closed(Because.of("gate.exante-not-supported", Because.OPINION), Opening.NONE);
      case SUPPORTED -> conditions(fact, "gate.exante-supported");
      case PARTLY_SUPPORTED -> conditions(fact, "gate.exante-partly-supported");
    };
  }

  /** Q11: a support with conditions waits until they are closed. */
  private static Answer conditions(ExAnte fact, String supported) {
    return fact.openConditions() > 0
        ? Answer.closed(Because.of("gate.conditions-open", Because.OPINION, "open", fact.openConditions()), Opening.LEADER)
        : Answer.open(Because.of(supported, Because.OPINION, "supported",
            fact.supported().map(money -> money.inWan().toPlainString()).orElse("—")));
  }

  private static Answer goal(Goal fact) {
    return switch (fact.standing()) {
      case NOT_NEEDED -> Answer.open(Because.of("gate.goal-not-needed", Because.GOALS));
      case APPROVED -> Answer.open(Because.of("gate.goal-approved", Because.GOALS));
      case UNCONFIRMED -> Answer.closed(Because.of("gate.goal-unconfirmed", Because.GOALS), Opening.NONE);
      case NONE -> Answer.closed(Because.of("gate.goal-missing", Because.GOALS), Opening.NONE);
      case UNDER_WAY -> Answer.closed(Because.of("gate.goal-under-way", Because.GOALS), Opening.NONE);
      case RETURNED -> Answer.closed(Because.of("gate.goal-returned", Because.GOALS), Opening.NONE);
      case RETURNED_OVERDUE -> Answer.closed(Because.of("gate.goal-overdue", Because.GOALS), Opening.NONE);
      case REJECTED -> Answer.closed(Because.of("gate.goal-rejected", Because.GOALS), Opening.NONE);
    };
  }

  /** The room of transfers judges what it has; here it is only asked. */
  private static Answer judged(Judged judged) {
    return judged.passes() ? Answer.open(judged.why()) : Answer.closed(judged.why(), judged.inAnEmergency() ? Opening.EMERGENCY : Opening.NONE);
  }
}
