package org.jiheng.app.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.review.Refusal;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.audit.Record;
import org.jiheng.tenants.audit.Trail;
import org.jiheng.tenants.persistence.BulkInsert;
import org.jiheng.tenants.scope.Scope;

/** Enters many projects at once, as {@link ProjectLibrary} does one. Whether the caller may is for the room above to ask. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ManyProjects {

  @PersistenceContext
  private EntityManager database;

  @Inject
  private BusinessClock clock;

  @Inject
  private Trail trail;

  @Inject
  private Event<LibraryChanged> changed;

  /** A project with its money that is to be entered together with others. */
  public static final class Draft {

    private final ProjectSaid said;
    private final Project project;

    Draft(ProjectSaid said) {
      this.said = said;
      this.project = new Project(said.entry());
      project.amountsTo(Budgets.of(said.money()).of(said.entry().fiscalYear()));
      project.mark(said.key(), said.protection());
    }

    public Project project() {
      return project;
    }

    public ProjectSaid said() {
      return said;
    }
  }

  public static Draft draft(ProjectSaid said) {
    return new Draft(said);
  }

  /** Why a project may not be entered as it is said; other projects and units are asked about elsewhere. */
  public static List<Refusal> against(ProjectEntry entry, LocalDate today) {
    return ProjectRules.against(entry, today);
  }

  /** Why a line of money may not stand with a project. */
  public static List<Refusal> against(FundingEntry line, int fiscalYear, LocalDate today) {
    return ProjectRules.against(line, fiscalYear, List.of(), today);
  }

  /** A project that is in the library, with all it was told. */
  public record There(Project project, ProjectSaid said) {}

  /** Every year of these codes. */
  public Map<String, List<There>> ofCodes(Collection<String> codes) {
    List<Project> projects = codes.isEmpty() ? List.of()
        : database.createQuery("select p from Project p where p.code in :codes", Project.class).setParameter("codes", codes).getResultList();
    if (projects.isEmpty()) {
      return Map.of();
    }
    List<UUID> ids = projects.stream().map(Project::id).toList();
    Map<UUID, RuralEntry> rural = database.createQuery("select r from RuralDetail r where r.project in :ids", RuralDetail.class)
        .setParameter("ids", ids).getResultStream().collect(Collectors.toMap(RuralDetail::project, RuralDetail::entry));
    Map<UUID, List<FundingLine>> lines = database.createQuery("select l from FundingLine l where l.project in :ids order by l.id", FundingLine.class)
        .setParameter("ids", ids).getResultStream().filter(FundingLine::counts).collect(Collectors.groupingBy(FundingLine::project));
    return projects.stream().map(project -> new There(project, new ProjectSaid(project.entry(Optional.ofNullable(rural.get(project.id()))),
            lines.getOrDefault(project.id(), List.of()).stream().map(FundingLine::entry).toList(), project.key(), project.protection())))
        .collect(Collectors.groupingBy(there -> there.project().code()));
  }

  /**
   * Writes them down with their money and an entry of the trail for each.
   *
   * @throws jakarta.persistence.EntityExistsException if somebody has entered one meanwhile
   */
  public void enter(List<Draft> drafts) {
    Instant now = clock.now();
    String person = Scope.current().caller().name();
    drafts.forEach(draft -> draft.project().enteredOn(clock.today()));
    BulkInsert.of(database, drafts.stream().map(Draft::project).toList());
    BulkInsert.of(database, drafts.stream().filter(draft -> draft.project().rural())
        .map(draft -> new RuralDetail(draft.project().id(), draft.said().entry().rural().orElseThrow())).toList());
    List<FundingLine> lines = new ArrayList<>();
    drafts.forEach(draft -> draft.said().money().forEach(entry ->
        lines.add(new FundingLine(draft.project().id(), draft.project().confidential() ? entry.neutral() : entry, person, now))));
    BulkInsert.of(database, lines);
    trail.addAll(drafts.stream().map(Draft::project).map(ManyProjects::begun).toList());
    drafts.stream().map(draft -> draft.project().fiscalYear()).distinct().forEach(year -> changed.fire(new LibraryChanged(year)));
  }

  private static Record begun(Project project) {
    return Record.of(Act.BEGIN, ProjectList.SUBJECT + "/" + project.id(), project.name()).changed("", project.code());
  }

  /** What they hold is no longer needed in memory: many are looked at one batch after another. */
  public void forget() {
    database.flush();
    database.clear();
  }
}
