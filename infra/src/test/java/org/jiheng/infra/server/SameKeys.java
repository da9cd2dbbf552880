package org.jiheng.infra.server;

import static org.jiheng.infra.server.Acting.as;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.Projects;
import org.jiheng.app.selfevaluation.FormCells;
import org.jiheng.app.selfevaluation.SelfEvaluations;
import org.jiheng.tenants.persistence.Schemas;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.Scope;

/** One key under which every county holds a project, a form and its review; each row says whose it is. */
@Dependent
public class SameKeys {

  @Inject
  private Projects projects;

  @Inject
  private SelfEvaluations selfEvaluations;

  @Inject
  private Forms forms;

  private final UUID key = UUID.randomUUID();

  public UUID inEveryCounty() {
    int year = Forms.aYearOfItsOwn();
    for (Jurisdiction county : Kizilsu.ALL_COUNTIES) {
      String schema = Schemas.of(county.code());
      Owner.told("insert into " + schema + ".project (id, code, name, unit, fiscal_year) values (?, ?, ?, '101001', ?)",
          key, "K" + year, county.name(), year);
      Owner.told("insert into " + schema + ".review (id, form_type, title, unit, fiscal_year, route, state, round, changed_at, changed_by, version) "
          + "values (?, 'SELF_EVALUATION', ?, '101001', ?, 'FINANCE_FIRST', 'DRAFT', 0, now(), 'x', 1)", key, county.name(), year);
      Owner.told("insert into " + schema + ".self_evaluation (id, project, unit, fiscal_year, statement, version) values (?, ?, '101001', ?, ?, 1)",
          key, key, year, county.name());
    }
    return key;
  }

  public String found(EntityManager database) {
    return database.find(Project.class, key).name();
  }

  public String queried(EntityManager database) {
    return database.createQuery("select p from Project p where p.id = :id", Project.class).setParameter("id", key)
        .getSingleResult().name();
  }

  /** As the use case of the project tells it. */
  public String project() {
    return projects.find(key).orElseThrow().name();
  }

  /** As the use case of the form tells it. */
  public String statement() {
    return selfEvaluations.open(key).cells().text(FormCells.STATEMENT);
  }

  /** A sentence written into the person's form, as it is read again. */
  public String written(Scope person, String sentence) {
    Acting.does(person, () -> forms.write(key, FormCells.STATEMENT, sentence));
    return as(person, this::statement);
  }
}
