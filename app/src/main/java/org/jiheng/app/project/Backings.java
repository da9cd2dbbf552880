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

  /** Identifiers in one statement. */
  private static final int BLOCK = 1000;

  @PersistenceContext
  private EntityManager database;

  public Backing of(Project project) {
    return of(List.of(project)).get(project.id());
  }

  /** By project; the number of statements does not grow with theirs, a thousand at a time. */
  public Map<UUID, Backing> of(Collection<Project> projects) {
    Map<UUID, Backing> backings = new HashMap<>();
    if (Scope.current().caller().guest()) {
      // earlier years are not shown to people from outside, and nothing is decided by them
      projects.forEach(project -> backings.put(project.id(), Backing.of(project, true)));
      return backings;
    }
    List<UUID> asked = projects.stream().map(Project::id).toList();
    Set<UUID> before = new HashSet<>();
    for (int from = 0; from < asked.size(); from += BLOCK) {
      before.addAll(database.createQuery("select p.id from Project p where p.id in :projects and " + Backing.GIVEN_BEFORE, UUID.class)
          .setParameter("projects", asked.subList(from, Math.min(asked.size(), from + BLOCK))).getResultList());
    }
    projects.forEach(project -> backings.put(project.id(), Backing.of(project, before.contains(project.id()))));
    return backings;
  }
}
