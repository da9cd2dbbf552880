package org.jiheng.infra.demo;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Many projects with forms, for measurements under load. */
public final class BulkForms {

  private static final int AT_ONCE = 500;
  private static final int FIRST_NUMBER = 100_000;

  private BulkForms() {}

  /**
   * Adds projects of {@link DemoProject#YEAR} to a county that has the demonstration's units, each with a form that has come
   * some way, its versions and its steps. All or nothing. May be called once for a county.
   */
  public static void add(DataSource login, Place county, int forms) throws SQLException {
    List<ProjectPlan> plans = ProjectPlan.ALL;
    InJurisdiction.call(login, county.code(), connection -> {
      FormRows rows = new FormRows();
      for (int i = 0; i < forms; i++) {
        ProjectPlan plan = plans.get(i % plans.size());
        Course course = plan.course() == Course.RESERVED ? Course.APPROVED : plan.course();
        ProjectPlan numbered = new ProjectPlan(plan.unit(), plan.name() + (i + 1), plan.kind(), plan.budget(), course, plan.quality(), false);
        DemoProject project = numbered.in(county, DemoProject.YEAR, FIRST_NUMBER + i);
        rows.project(project);
        FormFiller filler = new FormFiller(project, plan.quality());
        new FormLife(project, course, course == Course.DRAFT ? filler.begun() : filler.complete()).write(rows);
        if (i % AT_ONCE == AT_ONCE - 1) {
          rows.write(connection);
        }
      }
      rows.write(connection);
      Demo.markStale(connection, county);
      return null;
    });
  }
}
