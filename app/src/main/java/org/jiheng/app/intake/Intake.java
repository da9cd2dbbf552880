package org.jiheng.app.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityExistsException;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jiheng.app.agency.Unit;
import org.jiheng.app.agency.Units;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.common.Parsed;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.TypedText;
import org.jiheng.app.document.LargeSpreadsheet;
import org.jiheng.app.goal.ManyGoals;
import org.jiheng.app.intake.IntakePass.Ready;
import org.jiheng.app.intake.IntakePreview.Outcome;
import org.jiheng.app.project.BudgetGuard;
import org.jiheng.app.project.Industries;
import org.jiheng.app.project.ManyProjects;
import org.jiheng.app.project.ProjectRules;
import org.jiheng.app.review.Commands;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusalsRecorded;
import org.jiheng.app.review.RefusedException;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.audit.Record;
import org.jiheng.tenants.audit.Trail;
import org.jiheng.tenants.scope.Scope;

/**
 * Takes a whole library in from a workbook: looked at first, then stored in one transaction, all of it or nothing. What is taken is
 * what was looked at: the same file, with the same outcome.
 */
@ApplicationScoped
@RefusalsRecorded(value = Act.IMPORT, about = Intake.SUBJECT)
@Transactional
public class Intake {

  /** Kind of thing, as the audit trail names it. */
  public static final String SUBJECT = "INTAKE";

  @Inject
  private ManyProjects projects;

  @Inject
  private ManyGoals goals;

  @Inject
  private Units units;

  @Inject
  private Industries industries;

  @Inject
  @Any
  private Instance<BudgetGuard> budgets;

  @Inject
  private Commands commands;

  @Inject
  private BusinessClock clock;

  @Inject
  private Trail trail;

  /**
   * Reads the file from its first row to its last and says what taking it in would do. Writes nothing.
   *
   * @param takeOver why the budgets in it, of years that have begun, are taken over as they stand; empty: its fiscal money is what is
   *     asked for ({@link ProjectReading} says why)
   * @throws RefusedException if the caller takes nothing in, or takes a budget over without being finance or without a reason
   * @throws Watch.StoppedException when it was stopped
   */
  public IntakePreview preview(String fileName, Path file, Optional<String> takeOver, Watch watch) {
    mine();
    Optional<String> takenOver = takingOver(takeOver);
    CellProblems problems = new CellProblems();
    Tally tally = new Tally(units.names());
    pass(fileName, file, takenOver, watch, problems, ready -> {
      tally.add(ready);
      return 0;
    });
    return new IntakePreview(fileName, digest(file), takenOver, tally.outcome(), tally.units(), problems.kept(), problems.errors(), problems.warnings());
  }

  /**
   * Stores what was looked at. The same command a second time does nothing.
   *
   * @param seen what the caller was shown of this very file
   * @throws RefusedException if something is wrong with it, the file is another one, or the library has changed so that something else
   *     would be stored; nothing is stored then
   * @throws Watch.StoppedException when it was stopped; nothing is stored then
   */
  public Outcome take(UUID command, IntakePreview seen, Path file, Watch watch) {
    mine();
    Optional<String> takenOver = takingOver(seen.takenOver());
    if (!seen.takeable()) {
      throw new RefusedException(Refusal.because("intake-not-takeable", "errors", seen.errors()));
    }
    if (!digest(file).equals(seen.digest())) {
      throw new RefusedException(Refusal.because("intake-another-file"));
    }
    if (!commands.first(command)) {
      return seen.outcome();
    }
    CellProblems problems = new CellProblems();
    Tally tally = new Tally(units.names());
    try {
      pass(seen.fileName(), file, takenOver, watch, problems, ready -> {
        tally.add(ready);
        return problems.errors() == 0 ? store(ready) : 0;
      });
    } catch (EntityExistsException meanwhile) {
      throw new RefusedException(Refusal.because("intake-changed-meanwhile"));
    }
    Outcome outcome = tally.outcome();
    if (problems.errors() > 0 || !outcome.equals(seen.outcome())) {
      throw new RefusedException(Refusal.because("intake-changed-meanwhile"));
    }
    trail.add(Record.of(Act.IMPORT, SUBJECT + "/" + command, seen.fileName()).changed("", said(seen, outcome)).because(takenOver.orElse("")));
    return outcome;
  }

  private static Optional<String> takingOver(Optional<String> reason) {
    if (reason.isEmpty()) {
      return reason;
    }
    if (!IntakeAccess.takesOver()) {
      throw new RefusedException(Refusal.because("intake-takeover-by-finance"));
    }
    String why = TypedText.of(reason.get()).strip();
    List<Refusal> refusals = ProjectRules.againstReason(why);
    if (!refusals.isEmpty()) {
      throw new RefusedException(refusals);
    }
    return Optional.of(why);
  }

  private static void mine() {
    if (!IntakeAccess.takes()) {
      throw new RefusedException(Refusal.because("intake-not-yours"));
    }
  }

  private static String said(IntakePreview seen, Outcome outcome) {
    return "projects " + outcome.entered() + ", goals " + outcome.goals() + ", indicators " + outcome.indicators() + ", yuan " + outcome.total()
        + ", asked " + outcome.totalAsked()
        + ", sha256 " + seen.digest();
  }

  private int store(List<Ready> ready) {
    projects.enter(ready.stream().flatMap(one -> one.row().draft().stream()).toList());
    goals.begin(ready.stream().flatMap(one -> one.goal().stream()).toList());
    return ready.size();
  }

  private void pass(String fileName, Path file, Optional<String> takenOver, Watch watch, CellProblems problems, ToIntFunction<List<Ready>> ready) {
    Parsed<LargeSpreadsheet> opened = LargeSpreadsheet.open(fileName, file);
    if (opened.problem().isPresent()) {
      problems.add(CellProblem.of("", 0, "", "", opened.problem().get()));
      return;
    }
    try (LargeSpreadsheet workbook = opened.value().orElseThrow()) {
      Map<String, Unit> all = units.all().stream().collect(Collectors.toMap(Unit::code, Function.identity()));
      IntakePass.Around around = new IntakePass.Around(new LibraryLooks(projects, goals, all, problems::add),
          new ProjectReading(clock.today(), industries.asOfNow(), IntakeAccess.marks(), takenOver, this::begun), Scope.current().jurisdiction().code().value(), goals::rules, projects::forget);
      new IntakePass(new IntakeSheets(workbook, problems::add), around, problems, watch, ready).run();
    } catch (LargeSpreadsheet.BrokenFileException broken) {
      problems.add(CellProblem.of("", 0, "", "", new Problem("file.broken", Map.of("file", fileName))));
    }
  }

  private boolean begun(int fiscalYear) {
    return budgets.stream().anyMatch(budget -> budget.begun(fiscalYear));
  }

  private static String digest(Path file) {
    try (InputStream content = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
      content.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(((DigestInputStream) content).getMessageDigest().digest());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
