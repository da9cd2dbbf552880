package org.jiheng.app.budget;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiheng.app.project.AmongProjects;
import org.jiheng.app.project.Project;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.audit.Record;
import org.jiheng.tenants.audit.Trail;

/** The entries of the budget: added to, read, and never changed. Who may add to it, and by what rule, those who ask have seen to. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class BudgetBook {

  @PersistenceContext
  private EntityManager database;

  @Inject
  private Trail trail;

  /** Of each of these projects that has any, in one statement. */
  Map<UUID, BudgetEntries> of(Collection<Project> projects) {
    AmongProjects asked = AmongProjects.of("b.project", projects);
    return projects.isEmpty() ? Map.of() : byProject(asked.bind(database.createQuery(
        "select b from BudgetEntry b where " + asked.condition() + " order by b.at, b.id", BudgetEntry.class)).getResultStream());
  }

  BudgetEntries of(UUID project) {
    return byProject(database.createQuery("select b from BudgetEntry b where b.project = :project order by b.at, b.id", BudgetEntry.class)
        .setParameter("project", project).getResultStream()).getOrDefault(project, BudgetEntries.NONE);
  }

  private static Map<UUID, BudgetEntries> byProject(Stream<BudgetEntry> entries) {
    return entries.collect(Collectors.groupingBy(BudgetEntry::project, LinkedHashMap::new,
        Collectors.collectingAndThen(Collectors.toList(), BudgetEntries::new)));
  }

  /** Whether anything entered in this year or in one before. */
  boolean begun(int fiscalYear) {
    return !database.createQuery("select b.id from BudgetEntry b where b.fiscalYear <= :year").setParameter("year", fiscalYear)
        .setMaxResults(1).getResultList().isEmpty();
  }

  void add(Project project, BudgetEntry entry) {
    database.persist(entry);
    trail.add(Record.of(Act.DECIDE, Gates.SUBJECT + "/" + project.id() + "/budget", project.name()).changed("", entry.step().name())
        .because(entry.occasion() + " " + entry.amount()));
    database.flush();
  }
}
