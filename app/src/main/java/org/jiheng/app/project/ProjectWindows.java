package org.jiheng.app.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Opens projects to the people of an engagement and closes them again. Whether they may be opened is asked before, elsewhere. */
@ApplicationScoped
@Transactional
public class ProjectWindows {

  @PersistenceContext
  private EntityManager database;

  /** Opens exactly these projects; a second time does nothing more. */
  public void open(UUID engagement, Collection<UUID> projects) {
    close(engagement);
    projects.forEach(project -> database.persist(new ProjectWindow(engagement, project)));
  }

  public void close(UUID engagement) {
    database.createQuery("delete from ProjectWindow w where w.engagement = :engagement").setParameter("engagement", engagement).executeUpdate();
  }

  /** Which of these engagements open the project. */
  public List<UUID> opening(UUID project, Set<UUID> engagements) {
    return engagements.isEmpty() ? List.of() : database
        .createQuery("select w.engagement from ProjectWindow w where w.project = :project and w.engagement in :engagements", UUID.class)
        .setParameter("project", project).setParameter("engagements", engagements).getResultList();
  }
}
