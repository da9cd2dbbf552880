package org.jiheng.app.rollup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jiheng.app.goal.Goal;
import org.jiheng.app.goal.GoalForm;
import org.jiheng.app.goal.GoalList;
import org.jiheng.app.goal.Goals;
import org.jiheng.app.review.LabelledChange;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.audit.Record;
import org.jiheng.tenants.scope.JurisdictionCode;

/** The approved goals of a county, as its prefecture may read them. Every look is on the county's record before anything is read. */
@ApplicationScoped
public class CountyGoals {

  @Inject
  private Rollups rollups;

  @Inject
  private GoalList list;

  @Inject
  private Goals goals;

  /** A page of a county's approved goals, with what all of them add up to and how many of its projects have one. */
  public record Page(GoalList.Totals totals, GoalList.Coverage coverage, List<GoalList.Line> lines) {}

  /** All at one look, which is on the county's record once. */
  public Page page(JurisdictionCode county, GoalList.Filter filter, int offset, int limit) {
    return rollups.lookingInto(county, list(Act.READ, filter),
        () -> new Page(list.totals(filter), list.coverage(filter.fiscalYear()), list.page(filter, offset, limit)));
  }

  /** More of what was looked at. */
  public List<GoalList.Line> approved(JurisdictionCode county, GoalList.Filter filter, int offset, int limit) {
    return rollups.lookingInto(county, list(Act.READ, filter), () -> list.page(filter, offset, limit));
  }

  /** The approved goals of a county as a workbook. */
  public void export(
      JurisdictionCode county, GoalList.Filter filter, String name, List<String> columns, Function<GoalList.Line, List<Object>> cells, OutputStream out) {
    rollups.lookingInto(county, list(Act.EXPORT, filter), () -> {
      list.export(filter, name, columns, cells, out);
      return null;
    });
  }

  public GoalForm open(JurisdictionCode county, UUID id, Locale locale) {
    return rollups.lookingInto(county, form(id, ""), () -> goals.open(id, locale));
  }

  public List<LabelledChange> compare(JurisdictionCode county, UUID id, int from, int to) {
    return rollups.lookingInto(county, form(id, from + " - " + to), () -> goals.compare(id, from, to));
  }

  private static Record list(Act act, GoalList.Filter filter) {
    return Record.of(act, Goal.FORM_TYPE + "/list", "").because(filter.said());
  }

  /** The title is looked up where the entry is written: before that, nothing of the goal has been read. */
  private static Record form(UUID id, String what) {
    return Record.of(Act.READ, Goal.FORM_TYPE + "/" + id, "").because(what);
  }
}
