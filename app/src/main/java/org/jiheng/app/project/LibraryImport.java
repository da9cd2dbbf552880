package org.jiheng.app.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jiheng.app.agency.Unit;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Problem;
import org.jiheng.app.document.StreamedSheet;
import org.jiheng.app.project.LibrarySheet.Column;
import org.jiheng.app.project.LibrarySheet.Finding;
import org.jiheng.app.project.LibrarySheet.Line;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusalsRecorded;
import org.jiheng.app.review.RefusedException;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.audit.Record;
import org.jiheng.tenants.audit.Trail;
import org.jiheng.tenants.scope.Scope;

/**
 * A county's whole library from one file, for the performance office. Looked at first; taken over whole or not at all, in one
 * transaction and a batch at a time, so that however long the file is, little of it is in memory.
 */
@ApplicationScoped
@RefusalsRecorded(value = Act.IMPORT, about = ProjectList.SUBJECT)
@Transactional(dontRollbackOn = NoSuchFormException.class)
public class LibraryImport {

  /** Lines of a file, at the most. */
  public static final int MOST_LINES = 100_000;

  /** Findings that are kept to be shown; the others are counted. */
  static final int MOST_FINDINGS = 500;

  private static final int BATCH = 500;

  @PersistenceContext
  private EntityManager database;

  @Inject
  private BusinessClock clock;

  @Inject
  private Trail trail;

  @Inject
  private Event<LibraryChanged> changed;

  /** Told of every line; says whether to go on. */
  @FunctionalInterface
  public interface Progress {
    boolean goOn(int lines);
  }

  /** Whoever asked for the import has stopped it; nothing of it is there. */
  public static final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * What a file would do.
   *
   * @param refused why the file cannot be read
   * @param findings what cannot be taken, the first {@value #MOST_FINDINGS}
   * @param found how many there are
   * @param byYear how many projects of each year would be added
   * @param opening opening budgets of all lines, yuan
   */
  public record Preview(Optional<Problem> refused, List<Finding> findings, int found, SortedMap<Integer, Integer> byYear, Money opening) {

    public int projects() {
      return byYear.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Whether all of it can be taken. */
    public boolean applicable() {
      return refused.isEmpty() && found == 0 && projects() > 0;
    }
  }

  /** Looks at a file; nothing is written. */
  @RefusalsRecorded(value = Act.READ, about = ProjectList.SUBJECT)
  public Preview preview(Path file, String fileName, Progress progress) {
    deciding();
    return run(file, fileName, progress, _ -> { });
  }

  /**
   * Takes a file over: every line of it.
   *
   * @return how many projects were added
   * @throws RefusedException if anything in it cannot be taken
   * @throws StoppedException if it was stopped
   */
  public int take(Path file, String fileName, Progress progress) {
    deciding();
    Instant now = clock.now();
    String by = Scope.current().caller().name();
    Batch batch = new Batch(by, now);
    Preview taken = run(file, fileName, progress, batch::add);
    if (!taken.applicable()) {
      throw new RefusedException(Refusal.because("library-file-not-applicable", "count", taken.found()));
    }
    batch.write();
    trail.add(Record.of(Act.IMPORT, ProjectList.SUBJECT + "/list", fileName).changed("", taken.projects() + " / " + taken.opening()));
    taken.byYear().keySet().forEach(year -> changed.fire(new LibraryChanged(year)));
    return taken.projects();
  }

  /** Projects and their money, written when there are enough of them: the projects first, because the money refers to them. */
  private final class Batch {

    private final String by;
    private final Instant now;
    private final List<FundingLine> money = new ArrayList<>();
    private int projects;

    Batch(String by, Instant now) {
      this.by = by;
      this.now = now;
    }

    void add(Line line) {
      Project project = new Project(line.entry());
      project.amountsTo(Budgets.of(line.money()).of(line.entry().fiscalYear()));
      database.persist(project);
      line.money().forEach(entry -> money.add(new FundingLine(project.id(), entry, by, now)));
      if (++projects % BATCH == 0) {
        write();
      }
    }

    void write() {
      database.flush();
      money.forEach(database::persist);
      database.flush();
      database.clear();
      money.clear();
    }
  }

  /** What to do with a line nothing speaks against. */
  @FunctionalInterface
  private interface Good {
    void line(Line line);
  }

  private Preview run(Path file, String fileName, Progress progress, Good good) {
    LocalDate today = clock.today();
    Known known = new Known(today);
    List<Finding> findings = new ArrayList<>();
    int[] found = {0};
    SortedMap<Integer, Integer> byYear = new TreeMap<>();
    Money[] opening = {Money.ZERO};
    // until the first line has been seen, the file has no heading
    AtomicReference<Optional<Problem>> heading = new AtomicReference<>(Optional.of(new Problem("library-sheet.heading",
        Map.of("place", LibrarySheet.place(Column.CODE, 1), "heading", Column.CODE.heading()))));
    Optional<Problem> broken = StreamedSheet.read(file, fileName, Column.values().length, (number, cells) -> {
      if (number == 1) {
        heading.set(LibrarySheet.heading(cells));
      } else if (heading.get().isEmpty()) {
        if (number > MOST_LINES + 1) {
          throw new RefusedException(Refusal.because("library-file-too-long", "most", MOST_LINES));
        }
        if (!progress.goOn(number - 1)) {
          throw new StoppedException();
        }
        List<Finding> own = new ArrayList<>();
        Line line = LibrarySheet.read(number, cells, own, today);
        if (own.isEmpty()) {
          known.against(line).forEach(refusal -> own.add(
              new Finding(LibrarySheet.place(LibrarySheet.columnOf(refusal), number), Optional.empty(), Optional.of(refusal))));
        }
        found[0] += own.size();
        own.stream().limit(MOST_FINDINGS - findings.size()).forEach(findings::add);
        if (own.isEmpty()) {
          byYear.merge(line.entry().fiscalYear(), 1, Integer::sum);
          opening[0] = line.money().stream().map(FundingEntry::amount).reduce(opening[0], Money::plus);
          if (found[0] == 0) {
            good.line(line);
          }
        }
      }
    });
    return new Preview(broken.or(heading::get), findings, found[0], byYear, opening[0]);
  }

  /** What is in the library and in the lines before: codes with the units that have them, by year. */
  private final class Known {

    private final LocalDate today;
    private final Set<String> units = new HashSet<>();
    private final Set<String> taken = new HashSet<>();
    private final Map<String, String> unitOfCode = new HashMap<>();

    Known(LocalDate today) {
      this.today = today;
      database.createQuery("select u from Unit u", Unit.class).getResultStream().filter(Unit::lasts).forEach(unit -> units.add(unit.code()));
      database.createQuery("select p.code, p.fiscalYear, p.unit from Project p", Object[].class).getResultStream().forEach(row -> {
        taken.add(row[0] + " " + row[1]);
        unitOfCode.put((String) row[0], (String) row[2]);
      });
    }

    List<Refusal> against(Line line) {
      ProjectEntry entry = line.entry();
      List<Refusal> refusals = new ArrayList<>(ProjectRules.against(entry, today));
      if (!units.contains(entry.unit())) {
        refusals.add(Refusal.because("unit-not-there", "code", entry.unit()));
      }
      List<FundingEntry> before = new ArrayList<>();
      for (FundingEntry money : line.money()) {
        refusals.addAll(ProjectRules.against(money, entry.fiscalYear(), before, today));
        before.add(money);
      }
      if (!taken.add(entry.code() + " " + entry.fiscalYear())) {
        refusals.add(Refusal.because("project-code-taken", "code", entry.code()));
      } else if (!unitOfCode.computeIfAbsent(entry.code(), _ -> entry.unit()).equals(entry.unit())) {
        refusals.add(Refusal.because("project-code-of-another-unit", "code", entry.code()));
      }
      return refusals.stream().distinct().toList();
    }
  }

  private static void deciding() {
    if (!ProjectAccess.decides()) {
      throw new NoSuchFormException();
    }
  }
}
