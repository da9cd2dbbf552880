package org.jiheng.app.project;

import jakarta.persistence.Query;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * The condition of a query that something is about one of some projects: of few by their identifiers, of many by their years, so that it
 * is one statement however many there are. What is found of many may be about others of the same years as well: who asks takes what
 * it asked for.
 *
 * @param path of the query to the identifier of a project, for example {@code g.project}
 */
public record AmongProjects(String path, List<Project> projects) {

  /** Identifiers in one statement; beyond, reading the years costs less than naming them. */
  private static final int FEW = 1000;

  public AmongProjects {
    projects = List.copyOf(projects);
  }

  public static AmongProjects of(String path, Collection<Project> projects) {
    return new AmongProjects(path, List.copyOf(projects));
  }

  private boolean few() {
    return projects.size() <= FEW;
  }

  /** {@link #bind} gives it its parameters. Who has no projects does not ask. */
  public String condition() {
    return few() ? path + " in :among" : path + " in (select among.id from Project among where among.fiscalYear in :among)";
  }

  public <Q extends Query> Q bind(Q query) {
    query.setParameter("among", few() ? projects.stream().map(Project::id).toList() : projects.stream().map(Project::fiscalYear).distinct().toList());
    return query;
  }
}
