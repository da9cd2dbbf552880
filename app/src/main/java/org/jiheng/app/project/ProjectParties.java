package org.jiheng.app.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.CreditCode;

/** Who has a part in a project. The performance office keeps it, through the rooms above. */
@ApplicationScoped
@Transactional
public class ProjectParties {

  @PersistenceContext
  private EntityManager database;

  public void add(UUID project, CreditCode code, String name, ProjectParty.Part part, LocalDate since, Optional<LocalDate> until) {
    database.persist(new ProjectParty(project, code, name, part, since, until));
    database.flush();
  }

  /** Of these projects, in the order in which they came. */
  public List<ProjectParty> of(Collection<UUID> projects) {
    return projects.isEmpty() ? List.of() : database
        .createQuery("select p from ProjectParty p where p.project in :projects order by p.since, p.name", ProjectParty.class)
        .setParameter("projects", projects).getResultList();
  }
}
