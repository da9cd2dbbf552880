package org.jiheng.app.budget;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.common.Reason;
import org.jiheng.app.common.TypedText;
import org.jiheng.app.project.AmongProjects;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.ProjectFact;
import org.jiheng.app.project.ProjectFacts;
import org.jiheng.app.project.Projects;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusalsRecorded;
import org.jiheng.app.review.RefusedException;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.audit.Record;
import org.jiheng.tenants.audit.Trail;
import org.jiheng.tenants.scope.Membership;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;

/**
 * Whether something may be done with a project on its way to money: the one place that is asked (DOMAIN 15). What the rooms know is
 * gathered, the gates look at it, and what leaders opened is taken into account.
 */
@ApplicationScoped
@RefusalsRecorded(about = Gates.SUBJECT)
@Transactional(dontRollbackOn = NoSuchFormException.class)
public class Gates {

  /** First part of the trail's names for projects. */
  static final String SUBJECT = "PROJECT";

  /** Characters of the reason for which a gate is opened, at the least. */
  public static final int SHORTEST_REASON = 5;

  /** What is done with a project on its way to money: together the gates of these answer for all. */
  static final List<BudgetAction> WAY =
      List.of(BudgetAction.ENTER_BUDGET, BudgetAction.ALLOCATE, BudgetAction.SEND_FUND_DOCUMENT, BudgetAction.SUBMIT_DECOMPOSITION);

  @PersistenceContext
  private EntityManager database;

  @Inject
  @Any
  private Instance<ProjectFacts> rooms;

  @Inject
  private Projects projects;

  @Inject
  private BusinessClock clock;

  @Inject
  private Trail trail;

  /**
   * Whether it may be done, with what every gate on the way says.
   *
   * @throws NoSuchFormException if there is no such project the caller may ask about
   */
  public Permission can(UUID project, BudgetAction action) {
    Project asked = projects.find(project).filter(Gates::maySee).orElseThrow(NoSuchFormException::new);
    return can(List.of(asked), action).get(project);
  }

  /**
   * What every gate on its way to money says, in the order in which they are passed: for whoever wants to know why it does not get on.
   *
   * @throws NoSuchFormException if there is no such project the caller may ask about
   */
  public Map<Gate, Gate.Answer> verdict(UUID project) {
    Project asked = projects.find(project).filter(Gates::maySee).orElseThrow(NoSuchFormException::new);
    return known(List.of(asked), WAY).verdict(asked);
  }

  /** The same for several projects the caller may ask about; the number of statements grows with the rooms, not with the projects. */
  Map<UUID, Permission> can(List<Project> asked, BudgetAction action) {
    Known known = known(asked, List.of(action));
    return asked.stream().collect(Collectors.toMap(Project::id, one -> known.permission(one, action)));
  }

  /**
   * What gates look at, of some projects.
   *
   * @param facts by project, those of the rooms that were asked
   * @param opened by project, what leaders opened
   */
  record Known(Map<UUID, List<ProjectFact>> facts, Map<UUID, List<Permission.Opened>> opened) {

    /** Of one of these projects, for one of the actions that were asked about. */
    Permission permission(Project project, BudgetAction action) {
      return Permission.of(project.id(), action, barred(project), facts.getOrDefault(project.id(), List.of()), opened.getOrDefault(project.id(), List.of()));
    }

    /** What every gate of {@link #WAY} says, in the order in which they are passed; all of it has been asked about. */
    Map<Gate, Gate.Answer> verdict(Project project) {
      Map<Gate, Gate.Answer> answers = new EnumMap<>(Gate.class);
      WAY.forEach(action -> answers.putAll(permission(project, action).answers()));
      return answers;
    }

    Optional<ProjectFact.ExAnte> exAnte(Project project) {
      return Claim.exAnte(facts.getOrDefault(project.id(), List.of()));
    }
  }

  /** What the gates of these actions look at, of these projects; no room is asked for more. */
  Known known(List<Project> asked, List<BudgetAction> actions) {
    Set<Class<? extends ProjectFact>> wanted = actions.stream().flatMap(action -> action.gates().stream()).map(Gate::asks).collect(Collectors.toSet());
    return new Known(facts(asked, wanted), opened(asked));
  }

  /** A project that is no longer one of its own gets no money, and a confidential one is not dealt with on the platform (DOMAIN 12). */
  private static Optional<Reason> barred(Project project) {
    if (project.mergedInto().isPresent() || project.terminatedOn().isPresent()) {
      return Optional.of(Because.of("gate.project-ended", Because.OPINION));
    }
    return project.confidential() ? Optional.of(Because.of("gate.project-confidential", Because.OPINION)) : Optional.empty();
  }

  private Map<UUID, List<ProjectFact>> facts(List<Project> asked, Set<Class<? extends ProjectFact>> wanted) {
    Map<UUID, List<ProjectFact>> facts = new HashMap<>();
    rooms.stream().filter(room -> wanted.contains(room.says()))
        .forEach(room -> room.of(asked).forEach((project, fact) -> facts.computeIfAbsent(project, _ -> new ArrayList<>()).add(fact)));
    return facts;
  }

  private Map<UUID, List<Permission.Opened>> opened(List<Project> asked) {
    Map<UUID, List<Permission.Opened>> opened = new HashMap<>();
    if (!asked.isEmpty()) {
      AmongProjects among = AmongProjects.of("o.project", asked);
      among.bind(database.createQuery("select o from GateOpening o where " + among.condition() + " order by o.signed.at", GateOpening.class)).getResultStream()
          .forEach(one -> opened.computeIfAbsent(one.project(), _ -> new ArrayList<>()).add(one.opened()));
    }
    return opened;
  }

  /** Whoever reads forms of the unit may ask; people from outside and overseers may not. */
  static boolean maySee(Project project) {
    Scope scope = Scope.current();
    return !scope.readOnly() && !scope.caller().guest()
        && scope.caller().memberships().stream().anyMatch(one -> reads(one) && one.coversUnit(project.unit()));
  }

  private static boolean reads(Membership membership) {
    return switch (membership.role()) {
      case UNIT_CLERK, UNIT_APPROVER, DEPARTMENT_REVIEWER, FINANCE_SECTION, PERFORMANCE_OFFICE, BUDGET_SECTION, BUREAU_LEADER, AUDITOR -> true;
      case THIRD_PARTY, EXPERT, PREFECTURE_OVERSIGHT, SYSTEM_ADMIN, SECURITY_ADMIN, AUDIT_ADMIN -> false;
    };
  }

  /** Whether the caller opens closed gates for projects of this unit. */
  static boolean mayOpen(Project project) {
    return maySee(project) && Scope.current().caller().holds(Role.BUREAU_LEADER, project.unit());
  }

  /**
   * A leader opens a closed gate for one project, with a reason; it is on record for ever.
   *
   * @throws RefusedException if the caller is no leader, the gate is not closed, nobody may open it, or it opens by the exemption of a
   *     fund document for an emergency alone (B3): what is opened there is what the document asks, with the duty that follows (S19)
   */
  @RefusalsRecorded(value = Act.DECIDE, about = SUBJECT)
  public void open(UUID projectId, BudgetAction action, Gate gate, String reason) {
    Project project = projects.hold(projectId).filter(Gates::maySee).orElseThrow(NoSuchFormException::new);
    if (!mayOpen(project)) {
      throw new RefusedException(Refusal.because("gate-not-yours"));
    }
    Gate.Answer answer = Optional.ofNullable(can(List.of(project), action).get(projectId).answers().get(gate))
        .orElseThrow(NoSuchFormException::new);
    if (answer.allowed()) {
      throw new RefusedException(Refusal.because("gate-open-already"));
    }
    if (answer.possible() == Gate.Opening.EMERGENCY) {
      throw new RefusedException(Refusal.because("gate-opened-by-exemption"), List.of(answer.reason()));
    }
    if (answer.possible() == Gate.Opening.NONE) {
      throw new RefusedException(Refusal.because("gate-not-opened-by-anybody"), List.of(answer.reason()));
    }
    String why = TypedText.of(reason).strip();
    if (why.length() < SHORTEST_REASON) {
      throw new RefusedException(Refusal.because("gate-says-why", "least", SHORTEST_REASON));
    }
    database.persist(new GateOpening(projectId, gate, answer.reason().rule(), why, Scope.current().caller(), clock.now()));
    trail.add(Record.of(Act.DECIDE, SUBJECT + "/" + projectId + "/gate/" + gate, project.name()).changed(answer.reason().rule(), "OPENED").because(why));
    database.flush();
  }
}
