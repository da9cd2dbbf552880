package org.jiheng.app.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiheng.tenants.scope.Scope;

/** Whether what units say of their projects is borne out here. */
@ApplicationScoped
@Transactional
public class Backings {

  @PersistenceContext
  private EntityManager database;

  public Backing of(Project project) {
    return of(List.of(project)).get(project.id());
  }

  /** By project; one statement, however many there are. */
  public Map<UUID, Backing> of(Collection<Project> projects) {
    Map<UUID, Backing> backings = new HashMap<>();
    if (Scope.current().caller().guest()) {
      // earlier years are not shown to people from outside, and nothing is decided by them
      projects.forEach(project -> backings.put(project.id(), Backing.of(project, true)));
      return backings;
    }
    AmongProjects asked = AmongProjects.of("p.id", projects);
    Set<UUID> before = projects.isEmpty() ? Set.of() : new HashSet<>(asked.bind(database.createQuery("select p.id from Project p where " + asked.condition()
        + " and " + Backing.SAYS_SOMETHING + " and " + Backing.GIVEN_BEFORE, UUID.class)).getResultList());
    projects.forEach(project -> backings.put(project.id(), Backing.of(project, before.contains(project.id()))));
    return backings;
  }
}
