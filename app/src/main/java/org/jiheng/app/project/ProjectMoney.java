package org.jiheng.app.project;

import static org.jiheng.app.project.HeldProjects.againstEnded;
import static org.jiheng.app.project.HeldProjects.record;
import static org.jiheng.app.project.HeldProjects.refuse;
import static org.jiheng.app.project.HeldProjects.why;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.common.Money;
import org.jiheng.app.review.Commands;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusalsRecorded;
import org.jiheng.app.review.RefusedException;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.audit.Trail;
import org.jiheng.tenants.scope.Scope;

/** Money of projects, line by line (DOMAIN 2.3): written down, received from the rooms that give it, and struck. The sums follow. */
@ApplicationScoped
@RefusalsRecorded(value = Act.CHANGE, about = ProjectList.SUBJECT)
@Transactional(dontRollbackOn = NoSuchFormException.class)
public class ProjectMoney {

  @PersistenceContext
  private EntityManager database;

  @Inject
  private HeldProjects held;

  @Inject
  private Projects projects;

  @Inject
  private Commands commands;

  @Inject
  private BusinessClock clock;

  @Inject
  private Trail trail;

  /**
   * Adds a line of money and sums up anew. The same command a second time does nothing. Fiscal money of this year and of later ones
   * comes in by the budget list and by fund documents alone, never by hand (S15, S17): see {@link ProjectRules#againstWriting}.
   *
   * @throws RefusedException with everything that speaks against it
   */
  public void add(UUID id, UUID command, FundingEntry entry) {
    Project project = held.funded(id);
    if (!commands.first(command)) {
      return;
    }
    List<FundingLine> lines = projects.lines(id);
    refuse(againstEnded(project), ProjectRules.againstWriting(entry, ProjectAccess.writer(project.unit()), project.confidential(), clock.today()),
        ProjectRules.againstNote(entry, project.confidential()),
        ProjectRules.against(entry, project.fiscalYear(), counting(lines), clock.today()));
    book(project, lines, entry.by(FundingDoor.HAND));
  }

  /**
   * The same for money a room above has decided about, as a fund document that goes down; whether the caller decides, that room has
   * asked. In its transaction, and for no screen: what speaks against it undoes the whole decision. Money of a project that was merged
   * goes to the one it was merged into; a terminated project can still lose what it had. The document's own year decides, also where it
   * goes down before that year or after it.
   *
   * @throws RefusedException with everything that speaks against it: an ended project, a cut below zero
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void receive(UUID id, FundingEntry entry) {
    receive(id, FundingDoor.DOCUMENT, entry);
  }

  /** The same for the door of another room: what it has booked is not struck by hand. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void receive(UUID id, FundingDoor door, FundingEntry entry) {
    Project project = lasting(id);
    while (project.mergedInto().isPresent()) {
      project = lasting(project.mergedInto().get());
    }
    List<FundingLine> lines = projects.lines(project.id());
    refuse(entry.kind() == FundingKind.CUT ? List.of() : againstEnded(project),
        ProjectRules.againstReceived(entry, project.fiscalYear(), counting(lines), clock.today()));
    book(project, lines, entry.by(door));
  }

  private Project lasting(UUID id) {
    return projects.hold(id).orElseThrow(() -> new RefusedException(Refusal.because("project-not-there")));
  }

  private void book(Project project, List<FundingLine> lines, FundingEntry said) {
    FundingEntry entry = project.confidential() ? said.neutral() : said;
    FundingLine line = new FundingLine(project.id(), entry, Scope.current().caller().name(), clock.now());
    database.persist(line);
    sum(project, Stream.concat(lines.stream(), Stream.of(line)).toList());
    trail.add(record(Act.CHANGE, project).changed("", said(entry)).because(entry.kind().name()));
  }

  /** Strikes a line that was a mistake; it stays to be seen and no longer counts. */
  public void strike(UUID id, UUID line, String reason) {
    Project project = held.funded(id);
    List<FundingLine> lines = projects.lines(id);
    FundingLine struck = lines.stream().filter(one -> one.id().equals(line) && one.counts()).findFirst().orElseThrow(NoSuchFormException::new);
    boolean belowZero = !Budgets.of(lines.stream().filter(one -> one.counts() && one != struck).map(FundingLine::entry).toList()).nowhereBelowZero();
    refuse(againstEnded(project), ProjectRules.againstReason(reason), ProjectRules.againstStriking(struck.entry(), ProjectAccess.writer(project.unit())),
        belowZero ? List.of(Refusal.because("money-still-cut")) : List.of());
    struck.strike(Scope.current().caller().name(), clock.now(), why(project, reason));
    sum(project, lines);
    trail.add(record(Act.CHANGE, project).changed(said(struck.entry()), "").because("STRIKE " + why(project, reason)));
  }

  static List<FundingEntry> counting(List<FundingLine> lines) {
    return lines.stream().filter(FundingLine::counts).map(FundingLine::entry).toList();
  }

  static void sum(Project project, List<FundingLine> lines) {
    project.amountsTo(Budgets.of(counting(lines)).of(project.fiscalYear()));
  }

  private static String said(FundingEntry entry) {
    Money amount = entry.kind().given() ? entry.signed() : entry.amount();
    return entry.fiscalYear() + " " + entry.source() + " " + amount + " " + entry.document();
  }
}
