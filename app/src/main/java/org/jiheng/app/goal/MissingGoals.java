package org.jiheng.app.goal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.TypedText;
import org.jiheng.app.document.TableWorkbook;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.ProjectAttribute;
import org.jiheng.app.project.ProjectCategory;
import org.jiheng.app.review.FormTrail;
import org.jiheng.tenants.persistence.Like;

/**
 * The projects that need a goal and have none (S16, S17), as a list. They are told of to the people to whom the list of goals is open, by
 * the posts that read forms, and to nobody else.
 */
@ApplicationScoped
@Transactional
public class MissingGoals {

  /** First part of the trail's names for them. */
  public static final String KIND = "MISSING_GOAL";

  private static final int BLOCK = 1000;

  @PersistenceContext
  private EntityManager database;

  @Inject
  private FormTrail trail;

  /** By what the list may be sorted. */
  public enum Sort {
    CODE("p.code"),
    PROJECT("p.name"),
    UNIT("p.unit"),
    MONEY("planned");

    private final String path;

    Sort(String path) {
      this.path = path;
    }
  }

  /**
   * What the list shows.
   *
   * @param unit code of a department or unit; what is below it is shown too
   * @param text part of the name of the project or the unit, or the beginning of the code of one; empty for all
   */
  public record Filter(
      int fiscalYear, Optional<String> unit, Optional<ProjectAttribute> attribute, Optional<ProjectCategory> category, String text, Sort sort,
      boolean ascending) {

    public Filter {
      unit = unit.map(TypedText::of);
      text = TypedText.of(text);
    }

    /** All of a year. */
    public static Filter all(int fiscalYear) {
      return new Filter(fiscalYear, Optional.empty(), Optional.empty(), Optional.empty(), "", Sort.CODE, true);
    }

    /** Whether it leaves anything out. */
    public boolean narrows() {
      return unit.isPresent() || attribute.isPresent() || category.isPresent() || !text.isBlank();
    }

    /** In one line, for the record of who looked at what. */
    String said() {
      return Stream.of(Optional.of(String.valueOf(fiscalYear)), unit, attribute, category, Optional.of(text).filter(typed -> !typed.isBlank()))
          .flatMap(Optional::stream).map(Object::toString).collect(Collectors.joining(" "));
    }

    private GoalNeeds needs() {
      GoalNeeds needs = new GoalNeeds(fiscalYear).missing();
      unit.ifPresent(code -> needs.and("p.unit like :unit escape '!'", "unit", Like.beginning(code)));
      attribute.ifPresent(one -> needs.and("p.attribute = :attribute", "attribute", one));
      category.ifPresent(one -> needs.and("p.category = :category", "category", one));
      if (!text.isBlank()) {
        needs.named(text);
      }
      return needs;
    }
  }

  /**
   * A project without a goal.
   *
   * @param budget what its year is planned with, yuan: what it has, and what it asks for while that is not decided
   */
  public record Line(UUID project, String code, String name, String unitCode, String unitName, ProjectAttribute attribute, ProjectCategory category, Money budget) {}

  /** What the whole filtered list adds up to. */
  public record Totals(long projects, Money budget) {}

  public List<Line> page(Filter filter, int offset, int limit) {
    trail.listed(KIND, filter.said());
    return lines(filter, offset, limit);
  }

  private List<Line> lines(Filter filter, int offset, int limit) {
    String order = " order by " + filter.sort().path + (filter.ascending() ? " asc" : " desc") + ", p.id";
    return filter.needs().query(database, "p, u.name, p.annualBudget + p.askedBudget as planned", order, Object[].class)
        .setFirstResult(offset).setMaxResults(limit).getResultStream().map(row -> line((Project) row[0], (String) row[1])).toList();
  }

  private static Line line(Project project, String unitName) {
    return new Line(project.id(), project.code(), project.name(), project.unit(), unitName, project.attribute(), project.category(), project.plannedBudget());
  }

  public Totals totals(Filter filter) {
    Object[] row = filter.needs().query(database, "count(p), sum(p.annualBudget + p.askedBudget)", "", Object[].class).getSingleResult();
    return new Totals((Long) row[0], Optional.ofNullable(row[1]).map(sum -> Money.ofYuan(sum.toString())).orElse(Money.ZERO));
  }

  /**
   * Writes the whole filtered list as a workbook, read and written a block at a time.
   *
   * @param columns what stands over the columns
   * @param cells a line as the columns show it
   */
  public void export(Filter filter, String name, List<String> columns, Function<Line, List<Object>> cells, OutputStream out) throws IOException {
    trail.exported(KIND, filter.said());
    TableWorkbook.write(out, name, columns, Stream.iterate(0, offset -> offset + BLOCK)
        .map(offset -> lines(filter, offset, BLOCK)).takeWhile(block -> !block.isEmpty()).flatMap(List::stream).map(cells));
  }
}
