package org.jiheng.app.exante;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.common.Money;
import org.jiheng.app.exante.SystemFacts.Fact;
import org.jiheng.app.form.FormFindings;
import org.jiheng.app.project.Duplicates;
import org.jiheng.app.project.Project;
import org.jiheng.tenants.scope.Scope;

/**
 * Fetches what the platform knows beside the items of an evaluation. Asked by the form's use case, for whoever may see the form; people
 * from outside and the prefecture are shown none of it: the library, the goals and other evaluations are not theirs to read.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class SystemChecks {

  /** Fiscal years whose evaluations are a unit's record, this one included. Ours: the length of a rolling plan. */
  private static final int YEARS = 3;

  private static final Set<String> ARGUMENTS = Set.of("feasibility", "expert-argument", "minutes");

  @PersistenceContext
  private EntityManager database;

  @Inject
  private Duplicates duplicates;

  @Inject
  @Any
  private Instance<FormFindings> rooms;

  @Inject
  private BusinessClock clock;

  /** As the caller may read them: which project of another unit looks like this one is told to whoever has to do with that unit. */
  SystemFacts of(ExAnteEvaluation form, Project project) {
    Scope scope = Scope.current();
    return scope.readOnly() || scope.caller().guest() ? SystemFacts.NONE
        : of(form, project, unit -> scope.caller().memberships().stream().anyMatch(one -> one.coversUnit(unit)));
  }

  /** To be kept with the conclusion, which the unit reads as well. */
  SystemFacts forEverybody(ExAnteEvaluation form, Project project) {
    return of(form, project, project.unit()::equals);
  }

  private SystemFacts of(ExAnteEvaluation form, Project project, Predicate<String> named) {
    Map<SystemCheck, List<Fact>> found = new EnumMap<>(SystemCheck.class);
    Map<String, List<Fact>> facts = new LinkedHashMap<>();
    Supplier<Optional<FormFindings.Found>> goal = once(() -> goal(project));
    for (ExAnteTemplate.Item item : form.template().items()) {
      List<Fact> beside = item.system().stream().sorted()
          .flatMap(check -> found.computeIfAbsent(check, one -> look(one, form, project, named, goal)).stream()).toList();
      if (!beside.isEmpty()) {
        facts.put(item.key(), beside);
      }
    }
    return new SystemFacts(facts);
  }

  private List<Fact> look(SystemCheck check, ExAnteEvaluation form, Project project, Predicate<String> named,
      Supplier<Optional<FormFindings.Found>> goal) {
    return switch (check) {
      case DUPLICATES -> CheckFacts.duplicates(project.id(), duplicates.to(project), named);
      case ARGUMENTS -> CheckFacts.documents(form, project.type(), ARGUMENTS);
      case CALCULATION -> CheckFacts.documents(form, project.type(), Set.of("calculation"));
      case GOAL -> CheckFacts.goal(goal.get());
      case GOAL_MONEY -> CheckFacts.goalMoney(goal.get(), form.money(ExAnteCells.year(ExAnteCells.Year.FIRST)));
      case TRACK_RECORD -> CheckFacts.record(record(form));
      case SOURCES -> CheckFacts.sources(form);
      case FUNDS_PROOF -> CheckFacts.fundsProof(form);
      case YEARS -> CheckFacts.years(form, project.totalInvestment());
    };
  }

  /** Two checks look at the goal: it is judged for the first of them. */
  private static <T> Supplier<T> once(Supplier<T> asked) {
    List<T> answer = new ArrayList<>();
    return () -> {
      if (answer.isEmpty()) {
        answer.add(asked.get());
      }
      return answer.getFirst();
    };
  }

  private Optional<FormFindings.Found> goal(Project project) {
    return rooms.stream().filter(room -> room.formType().equals("GOAL")).findFirst().flatMap(room -> room.of(project.id()));
  }

  private CheckFacts.Record record(ExAnteEvaluation form) {
    Map<Conclusion, Long> ends = new EnumMap<>(Conclusion.class);
    Money asked = Money.ZERO;
    Money supported = Money.ZERO;
    for (Object[] row : database.createQuery("select e.conclusion, count(e), sum(e.asked), sum(e.supported) from ExAnteEvaluation e where e.unit = :unit "
            + "and e.id <> :id and e.conclusion is not null and e.fiscalYear <= :year and e.fiscalYear > :before group by e.conclusion", Object[].class)
        .setParameter("unit", form.unit()).setParameter("id", form.id()).setParameter("year", form.fiscalYear())
        .setParameter("before", form.fiscalYear() - YEARS).getResultList()) {
      ends.put((Conclusion) row[0], (Long) row[1]);
      asked = asked.plus(new Money((BigDecimal) row[2]));
      supported = supported.plus(new Money((BigDecimal) row[3]));
    }
    long late = database.createQuery("select count(c) from ExAnteCondition c, ExAnteEvaluation e where e.id = c.evaluation and e.unit = :unit and e.id <> :id "
            + "and (c.state <> :closed and c.due < :today or c.state = :closed and c.closedOn > c.due)", Long.class)
        .setParameter("unit", form.unit()).setParameter("id", form.id()).setParameter("closed", ExAnteCondition.State.CLOSED)
        .setParameter("today", clock.today()).getSingleResult();
    return new CheckFacts.Record(YEARS, ends.getOrDefault(Conclusion.SUPPORTED, 0L), ends.getOrDefault(Conclusion.PARTLY_SUPPORTED, 0L),
        ends.getOrDefault(Conclusion.NOT_SUPPORTED, 0L), asked, supported, late);
  }
}
