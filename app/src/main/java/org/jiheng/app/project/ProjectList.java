package org.jiheng.app.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Rate;
import org.jiheng.app.common.TypedText;
import org.jiheng.app.document.TableWorkbook;
import org.jiheng.app.review.FormTrail;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.tenants.persistence.Like;

/** The part of the library the caller may read, as a list: filtered, sorted, a page at a time, by projection. */
@ApplicationScoped
@Transactional(dontRollbackOn = NoSuchFormException.class)
public class ProjectList {

  /** First part of the trail's names for projects. */
  public static final String SUBJECT = "PROJECT";

  private static final int BLOCK = 1000;
  private static final String FROM = " from Project p where ";
  private static final String WITH_UNITS = " from Project p, Unit u where u.code = p.unit and ";

  @PersistenceContext
  private EntityManager database;

  @Inject
  private BusinessClock clock;

  @Inject
  private Stages stages;

  @Inject
  private FormTrail trail;

  /** By what the list may be sorted. */
  public enum Sort {
    CODE("p.code"),
    NAME("p.name"),
    UNIT("p.unit"),
    INITIAL("p.initialBudget"),
    ANNUAL("p.annualBudget");

    private final String path;

    Sort(String path) {
      this.path = path;
    }
  }

  /** What may be marked on a project. */
  public enum Flag {
    KEY("p.keyProject = true"),
    PROTECTED("p.protection <> org.jiheng.app.project.Protection.NONE"),
    DIRECT("p.directFunds = true"),
    RURAL("p.rural = true"),
    CONFIDENTIAL("p.confidential = true"),
    PROVISIONAL("p.provisional = true"),
    /** 自报,未经财政确认: dealt with as new. */
    UNCONFIRMED(Projects.TAKES_FORMS + " and " + Backing.UNCONFIRMED_CONDITION);

    private final String condition;

    Flag(String condition) {
      this.condition = condition;
    }
  }

  /**
   * What the list shows.
   *
   * @param industry one of {@link Industries#known}
   * @param unit code of a department or unit; what is below it is shown too
   * @param missing only projects for which this stage is due and not finished
   * @param text part of the name of the project or the unit, or the beginning of a code; empty for all
   */
  public record Filter(
      int fiscalYear, Optional<String> unit, Optional<ProjectAttribute> attribute, Optional<ProjectCategory> category, Optional<ProjectType> type,
      Optional<Flag> flag, Optional<ProjectState> state, Optional<FundingSource> source, Optional<String> industry, Optional<StageKind> missing, String text, Sort sort,
      boolean ascending) {

    public Filter {
      unit = unit.map(TypedText::of);
      industry = industry.map(TypedText::of);
      text = TypedText.of(text);
    }

    /** All of a year. */
    public static Filter all(int fiscalYear) {
      return new Filter(fiscalYear, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
          Optional.empty(), Optional.empty(), Optional.empty(), "", Sort.CODE, true);
    }

    /** The same for a text. */
    public Filter with(String looked) {
      return new Filter(fiscalYear, unit, attribute, category, type, flag, state, source, industry, missing, looked, sort, ascending);
    }

    /** In one line, for the record of who looked at what. */
    String said() {
      return Stream.of(Optional.of(String.valueOf(fiscalYear)), unit, attribute, category, type, flag, state, source, industry, missing,
              Optional.of(text).filter(typed -> !typed.isBlank()))
          .flatMap(Optional::stream).map(Object::toString).collect(Collectors.joining(" "));
    }
  }

  /** One line of the list. */
  public record Line(
      UUID id, String code, String name, String unit, String unitName, ProjectCategory category, ProjectAttribute attribute, ProjectType type,
      String industry, Money initial, Money annual, ProjectState state, String leader, boolean provisional, boolean confidential) {}

  /** What the whole filtered list adds up to; the money of projects that were merged away or given up is not in the sums. */
  public record Totals(long projects, Money initial, Money annual) {}

  /**
   * How many projects of those that need a stage by now have finished it (S1).
   *
   * @param needing how many need it
   * @param done how many of these have it
   */
  public record Coverage(StageKind kind, long needing, long done) {

    /** Empty if no project needs the stage. */
    public Optional<Rate> rate() {
      return Money.ofYuan(String.valueOf(done)).per(Money.ofYuan(String.valueOf(needing)));
    }
  }

  /** @throws NoSuchFormException for whoever reads no part of the library */
  public List<Line> page(Filter filter, int offset, int limit) {
    trail.listed(SUBJECT, filter.said());
    return lines(filter, offset, limit);
  }

  private List<Line> lines(Filter filter, int offset, int limit) {
    LocalDate today = clock.today();
    String order = " order by " + filter.sort().path + (filter.ascending() ? " asc" : " desc") + ", p.id";
    return asked("select p, u.name", filter, order, Object[].class).setFirstResult(offset).setMaxResults(limit).getResultStream()
        .map(row -> line((Project) row[0], (String) row[1], today)).toList();
  }

  private static Line line(Project project, String unitName, LocalDate today) {
    return new Line(project.id(), project.code(), project.name(), project.unit(), unitName, project.category(), project.attribute(), project.type(), project.industry(),
        project.initialBudget(), project.annualBudget(), project.state(today), project.leader(), project.provisional(), project.confidential());
  }

  /** How many lines the list has, whatever became of the projects. */
  public long count(Filter filter) {
    return asked("select count(p)", filter, "", Long.class).getSingleResult();
  }

  public Totals totals(Filter filter) {
    Object[] row = asked("select count(p), sum(case when p.mergedInto is null and p.terminatedOn is null then p.initialBudget else 0 end), "
        + "sum(case when p.mergedInto is null and p.terminatedOn is null then p.annualBudget else 0 end)", filter, "", Object[].class).getSingleResult();
    return new Totals((Long) row[0], money(row[1]), money(row[2]));
  }

  private static Money money(Object sum) {
    return sum == null ? Money.ZERO : new Money(new BigDecimal(sum.toString()));
  }

  /** Of each stage, over the filtered list without its own filter of a missing stage. */
  public List<Coverage> coverage(Filter filter) {
    LocalDate today = clock.today();
    Filter whole = new Filter(filter.fiscalYear(), filter.unit(), filter.attribute(), filter.category(), filter.type(), filter.flag(), filter.state(),
        filter.source(), filter.industry(), Optional.empty(), filter.text(), filter.sort(), filter.ascending());
    Map<StageKind, String> needed = new EnumMap<>(StageKind.class);
    Stream.of(StageKind.values()).forEach(kind -> needed.put(kind, stages.needed(kind, today, filter.fiscalYear())));
    return needed.keySet().stream().filter(kind -> !needed.get(kind).equals("1 = 0")).map(kind -> {
      long needing = narrowed("select count(p)", whole, " and (" + needed.get(kind) + ")", Long.class).getSingleResult();
      long done = needing == 0 ? 0
          : narrowed("select count(p)", whole, " and (" + needed.get(kind) + ") and " + stages.done(kind), Long.class).getSingleResult();
      return new Coverage(kind, needing, done);
    }).toList();
  }

  /**
   * Writes the whole filtered list as a workbook, read and written a block at a time.
   *
   * @param columns what stands over the columns
   * @param cells a line as the columns show it
   */
  public void export(Filter filter, String name, List<String> columns, Function<Line, List<Object>> cells, OutputStream out) throws IOException {
    reading();
    trail.exported(SUBJECT, filter.said());
    TableWorkbook.write(out, name, columns, Stream.iterate(0, offset -> offset + BLOCK)
        .map(offset -> lines(filter, offset, BLOCK))
        .takeWhile(block -> !block.isEmpty())
        .flatMap(List::stream)
        .map(cells));
  }

  private static void reading() {
    if (!ProjectAccess.reads()) {
      throw new NoSuchFormException();
    }
  }

  private <T> TypedQuery<T> asked(String select, Filter filter, String order, Class<T> type) {
    return narrowed(select, filter, order, type);
  }

  private <T> TypedQuery<T> narrowed(String select, Filter filter, String rest, Class<T> type) {
    reading();
    Map<String, Object> parameters = new LinkedHashMap<>();
    // every project has a unit: where its name is neither shown nor looked for, counting goes on without it
    boolean named = !filter.text().isBlank() || select.contains("u.name");
    TypedQuery<T> query = database.createQuery(select + (named ? WITH_UNITS : FROM) + conditions(filter, parameters) + rest, type);
    parameters.forEach(query::setParameter);
    return query;
  }

  private String conditions(Filter filter, Map<String, Object> parameters) {
    ProjectAccess.Condition readable = ProjectAccess.condition();
    parameters.putAll(readable.parameters());
    StringBuilder conditions = new StringBuilder(readable.text()).append(" and p.fiscalYear = :year");
    parameters.put("year", filter.fiscalYear());
    filter.unit().ifPresent(unit -> {
      conditions.append(" and p.unit like :unit escape '!'");
      parameters.put("unit", Like.beginning(unit));
    });
    equal(conditions, parameters, "attribute", filter.attribute());
    equal(conditions, parameters, "category", filter.category());
    equal(conditions, parameters, "type", filter.type());
    filter.flag().ifPresent(flag -> conditions.append(" and ").append(flag.condition));
    filter.state().ifPresent(state -> {
      conditions.append(" and ").append(state.condition());
      if (state.dated()) {
        parameters.put("thisYear", clock.today().getYear());
      }
    });
    filter.source().ifPresent(source -> {
      conditions.append(" and exists (select l.id from FundingLine l where l.project = p.id and l.source = :source and l.struckAt is null)");
      parameters.put("source", source);
    });
    filter.industry().ifPresent(industry -> {
      conditions.append(" and p.industry = :industry");
      parameters.put("industry", industry);
    });
    filter.missing().ifPresent(kind -> conditions.append(" and ").append(stages.missing(kind, clock.today(), filter.fiscalYear())));
    if (!filter.text().isBlank()) {
      conditions.append(" and (p.name like :part escape '!' or p.code like :start escape '!' "
          + "or u.name like :part escape '!' or u.code like :start escape '!')");
      parameters.put("part", Like.containing(filter.text()));
      parameters.put("start", Like.beginning(filter.text()));
    }
    return conditions.toString();
  }

  private static void equal(StringBuilder conditions, Map<String, Object> parameters, String name, Optional<? extends Enum<?>> value) {
    value.ifPresent(one -> {
      conditions.append(" and p.").append(name).append(" = :").append(name);
      parameters.put(name, one);
    });
  }
}
