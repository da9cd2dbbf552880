package org.jiheng.app.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiheng.tenants.persistence.Beginning;
import org.jiheng.tenants.scope.Membership;
import org.jiheng.tenants.scope.Scope;

/** Finds projects of the scope's jurisdiction. */
@ApplicationScoped
@Transactional
public class Projects {

  /** {@link Project#takesForms} as a condition on {@code p}, a {@link Project}. */
  public static final String TAKES_FORMS = "p.confidential = false and p.mergedInto is null and p.terminatedOn is null";

  /** Identifiers in one statement. */
  private static final int BLOCK = 1000;

  @PersistenceContext
  private EntityManager database;

  @Inject
  private Stages stages;

  /**
   * How many projects of a fiscal year the caller's units have that owe a form of this type, in whatever role the caller looks at them: all
   * that take forms, unless the room of the form says which.
   */
  public int countOfCaller(int fiscalYear, String formType) {
    Beginning own = Beginning.of("p.unit", Scope.current().caller().memberships().stream().map(Membership::unitPrefix).distinct().toList());
    return own.bind(database.createQuery("select count(p) from Project p where p.fiscalYear = :year and " + TAKES_FORMS + " and " + own.condition()
            + stages.asked(formType, fiscalYear).map(one -> " and (" + one + ")").orElse(""), Long.class))
        .setParameter("year", fiscalYear).getSingleResult().intValue();
  }

  /**
   * Projects of a fiscal year that {@linkplain Project#takesForms() take forms}, in the order of their codes. People from outside come to
   * projects by what they are engaged for, never by a year.
   */
  public List<Project> ofYear(int fiscalYear) {
    return Scope.current().caller().guest() ? List.of()
        : database.createQuery("select p from Project p where p.fiscalYear = :year and " + TAKES_FORMS + " order by p.code", Project.class)
            .setParameter("year", fiscalYear).getResultList();
  }

  /** The same of some units only. @param units beginnings of codes; the empty text is all of them */
  public List<Project> ofYear(int fiscalYear, Collection<String> units) {
    Beginning theirs = Beginning.of("p.unit", units);
    return theirs.bind(database.createQuery("select p from Project p where p.fiscalYear = :year and " + TAKES_FORMS + " and " + theirs.condition()
        + " order by p.code", Project.class)).setParameter("year", fiscalYear).getResultList();
  }

  /**
   * Those of a fiscal year and a department or unit with confidential ones among them, which take no forms here and money elsewhere.
   *
   * @param unit beginning of their codes; the empty text is all of them
   */
  public List<Project> ofBudgetYear(int fiscalYear, String unit) {
    Beginning theirs = Beginning.of("p.unit", List.of(unit));
    return theirs.bind(database.createQuery("select p from Project p where p.fiscalYear = :year and p.mergedInto is null and p.terminatedOn is null and "
            + theirs.condition() + " order by p.code", Project.class))
        .setParameter("year", fiscalYear)
        .getResultList();
  }

  /** Every year of the project with this code, the latest first. */
  public List<Project> ofCode(String code) {
    return database.createQuery("select p from Project p where p.code = :code order by p.fiscalYear desc", Project.class)
        .setParameter("code", code)
        .getResultList();
  }

  /** What the lines of a project that count add up to, by year and source. */
  public Budgets budgets(UUID project) {
    return Budgets.of(lines(project).stream().filter(FundingLine::counts).map(FundingLine::entry).toList());
  }

  /** What the lines of these projects that count add up to, by year and source; a project without lines is missing. */
  public Map<UUID, Budgets> budgetsOf(Collection<Project> projects) {
    AmongProjects asked = AmongProjects.of("l.project", projects);
    return projects.isEmpty() ? Map.of() : asked.bind(database.createQuery("select l from FundingLine l where l.struckAt is null and "
            + asked.condition(), FundingLine.class)).getResultStream()
        .collect(Collectors.groupingBy(FundingLine::project, Collectors.mapping(FundingLine::entry,
            Collectors.collectingAndThen(Collectors.toList(), Budgets::of))));
  }

  /** Money by source and year, in the order of its days; struck lines are among them. */
  public List<FundingLine> lines(UUID project) {
    return database.createQuery("select l from FundingLine l where l.project = :project order by l.fiscalYear, l.decidedOn, l.at, l.id", FundingLine.class)
        .setParameter("project", project)
        .getResultList();
  }

  /** {@link #lines(UUID)} of several projects, by project; a thousand of them in one statement. */
  public Map<UUID, List<FundingLine>> lines(Collection<UUID> ids) {
    return blocks(ids, block -> database.createQuery("select l from FundingLine l where l.project in :projects order by l.fiscalYear, l.decidedOn, l.at, l.id",
            FundingLine.class).setParameter("projects", block).getResultStream())
        .collect(Collectors.groupingBy(FundingLine::project));
  }

  /** Those that are confidential now, by code and identifier alone, whoever asks. Two statements. */
  public Classified classified() {
    Map<UUID, String> codes = new HashMap<>();
    database.createQuery("select p.id, p.code from Project p where p.confidential = true", Object[].class).getResultStream()
        .forEach(row -> codes.put((UUID) row[0], (String) row[1]));
    Map<UUID, String> beside = new HashMap<>();
    database.createQuery("select v.one, v.other from DuplicateVerdict v, Project p where p.confidential = true and (p.id = v.one or p.id = v.other)", Object[].class)
        .getResultStream().forEach(row -> Stream.of(List.of((UUID) row[0], (UUID) row[1]), List.of((UUID) row[1], (UUID) row[0]))
            .filter(pair -> codes.containsKey(pair.getFirst())).forEach(pair -> beside.put(pair.getLast(), codes.get(pair.getFirst()))));
    return new Classified(codes, beside);
  }

  /** Those of these that are there, by identifier; a thousand of them in one statement. */
  public Map<UUID, Project> find(Collection<UUID> ids) {
    return blocks(ids, block -> database.createQuery("select p from Project p where p.id in :projects", Project.class)
        .setParameter("projects", block).getResultStream()).collect(Collectors.toMap(Project::id, Function.identity()));
  }

  /** The project each of these goes on in: what was merged goes on in the one it was merged into; one that is not there is missing. */
  public Map<UUID, Project> lasting(Collection<UUID> ids) {
    Map<UUID, Project> known = new HashMap<>(find(ids));
    for (List<UUID> into = merged(known); !into.isEmpty(); into = merged(known)) {
      known.putAll(find(into));
    }
    Map<UUID, Project> lasting = new HashMap<>();
    for (UUID id : ids) {
      Optional<Project> project = Optional.ofNullable(known.get(id));
      while (project.flatMap(Project::mergedInto).isPresent()) {
        project = project.flatMap(Project::mergedInto).map(known::get);
      }
      project.ifPresent(one -> lasting.put(id, one));
    }
    return lasting;
  }

  private static List<UUID> merged(Map<UUID, Project> known) {
    return known.values().stream().flatMap(project -> project.mergedInto().stream()).filter(into -> !known.containsKey(into)).distinct().toList();
  }

  private static <T> Stream<T> blocks(Collection<UUID> ids, Function<List<UUID>, Stream<T>> query) {
    List<UUID> all = ids.stream().distinct().toList();
    return IntStream.range(0, (all.size() + BLOCK - 1) / BLOCK).boxed()
        .flatMap(block -> query.apply(all.subList(block * BLOCK, Math.min(all.size(), (block + 1) * BLOCK))));
  }

  public Optional<Project> find(UUID id) {
    return Optional.ofNullable(database.find(Project.class, id));
  }

  /** The same, held for this transaction: what may be there once for a project is looked for and begun in one go. */
  public Optional<Project> hold(UUID id) {
    return Optional.ofNullable(database.find(Project.class, id, LockModeType.PESSIMISTIC_WRITE));
  }
}
