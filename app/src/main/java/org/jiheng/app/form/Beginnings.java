package org.jiheng.app.form;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.Projects;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusedException;
import org.jiheng.app.review.Review;
import org.jiheng.tenants.persistence.Beginning;
import org.jiheng.tenants.scope.Membership;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;

/** For which projects the caller begins forms. A form that was given up or superseded does not stand in the way of a new one. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Beginnings {

  @PersistenceContext
  private EntityManager database;

  @Inject
  private Projects projects;

  /** Projects of the caller's own units that have no form of this type, in the order of their codes. */
  List<FilledForms.ProjectChoice> projects(String formType, int fiscalYear) {
    Scope scope = Scope.current();
    List<String> prefixes = scope.readOnly() ? List.of() : scope.caller().memberships().stream()
        .filter(membership -> membership.role() == Role.UNIT_CLERK).map(Membership::unitPrefix).distinct().toList();
    if (prefixes.isEmpty()) {
      return List.of();
    }
    Beginning own = Beginning.of("p.unit", prefixes);
    TypedQuery<Object[]> query = own.bind(database.createQuery("select p.id, p.code, p.name, u.name from Project p, Unit u "
        + "where u.code = p.unit and p.fiscalYear = :year and " + Projects.TAKES_FORMS + " and " + own.condition() + " and not exists (select r.id from Review r "
        + "where r.formType = :type and r.project = p.id and r.state not in :over) order by p.code", Object[].class));
    return query.setParameter("year", fiscalYear).setParameter("type", formType).setParameter("over", FormState.over()).getResultStream()
        .map(row -> new FilledForms.ProjectChoice((UUID) row[0], (String) row[1], (String) row[2], (String) row[3]))
        .toList();
  }

  /**
   * The project, held for this transaction: whether its form is there is looked for and it is begun in one go.
   *
   * @throws NoSuchFormException if it is not one the caller drafts for
   */
  Project hold(UUID project) {
    Scope scope = Scope.current();
    if (scope.readOnly() || scope.caller().guest() || !scope.caller().holds(Role.UNIT_CLERK)) {
      throw new NoSuchFormException();
    }
    return projects.hold(project).filter(one -> scope.caller().holds(Role.UNIT_CLERK, one.unit())).orElseThrow(NoSuchFormException::new);
  }

  /** @throws RefusedException if no form is filled in about it: it is confidential, merged away or given up */
  static Project takingForms(Project project) {
    List<Refusal> refusals = againstForms(project);
    if (!refusals.isEmpty()) {
      throw new RefusedException(refusals);
    }
    return project;
  }

  private static List<Refusal> againstForms(Project project) {
    if (project.takesForms()) {
      return List.of();
    }
    return List.of(project.confidential() ? Refusal.because("project-confidential") : Refusal.because("project-ended"));
  }

  /** Why an approved form of this project is not adjusted; nothing speaks against that of none. */
  List<Refusal> againstAdjusting(Optional<UUID> project) {
    return project.flatMap(projects::find).map(Beginnings::againstForms).orElse(List.of());
  }

  /** Holds the project for this transaction, if there is one and the caller writes: it does not end while a form of it is begun. */
  void holdFor(Optional<UUID> project) {
    Scope scope = Scope.current();
    if (!scope.readOnly() && !scope.caller().guest()) {
      project.ifPresent(projects::hold);
    }
  }

  /** The project's form of this type: of one and its adjustment, the one that is in force. */
  Optional<UUID> begun(String formType, UUID project) {
    return database.createQuery("select r.id from Review r where r.formType = :type and r.project = :project and r.state not in :over "
            + "order by r.id", UUID.class)
        .setParameter("type", formType).setParameter("project", project).setParameter("over", FormState.over())
        .setMaxResults(1).getResultStream().findFirst();
  }
}
