package org.jiheng.app.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiheng.app.calendar.WorkList;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.document.TableWorkbook;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.RefusalsRecorded;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.audit.Record;
import org.jiheng.tenants.audit.Trail;

/** What is late in the caller's part of the jurisdiction: forms of tasks, and whatever else rooms say had a day. */
@ApplicationScoped
@RefusalsRecorded(about = Tasks.SUBJECT)
@Transactional(dontRollbackOn = NoSuchFormException.class)
public class LateList {

  private static final Comparator<LateLine> ORDER = Comparator.comparing(LateLine::due)
      .thenComparing(line -> line.unit().orElse("")).thenComparing(LateLine::title);

  @Inject
  private Tasks tasks;

  @Inject
  private WorkList workList;

  @Inject
  private BusinessClock clock;

  @Inject
  private Trail trail;

  /** Whether the caller is shown any of it. */
  public static boolean reads() {
    return Rights.readsLate();
  }

  /** What was due first in front. @throws NoSuchFormException for who has to do with no unit's work and nothing of the prefecture's own */
  public List<LateLine> lines() {
    Rights.late();
    List<Owed> forms = Rights.works() ? tasks.late() : List.of();
    return Stream.concat(forms.stream().map(LateLine::of), things()).sorted(ORDER).toList();
  }

  /** A thing several roles have on their desks is one line. */
  private Stream<LateLine> things() {
    LocalDate today = clock.today();
    return workList.due(today.minusDays(1), Rights.unitsOfLate()).stream()
        .collect(Collectors.groupingBy(thing -> List.of(thing.kind(), thing.thing(), thing.unit(), thing.due()))).values().stream()
        .map(same -> LateLine.of(same, today)).filter(LateList::sees);
  }

  /** What is the jurisdiction's own is seen by whoever has to do with all of it. */
  private static boolean sees(LateLine line) {
    return Rights.seesLate(line.unit().orElse(""), line.holders());
  }

  /** Writes what is late as a workbook. @param cells a line as the columns show it */
  @RefusalsRecorded(value = Act.EXPORT, about = Tasks.SUBJECT)
  public void export(List<LateLine> lines, String name, List<String> columns, Function<LateLine, List<Object>> cells, OutputStream out) throws IOException {
    Rights.late();
    trail.addReading(Record.of(Act.EXPORT, Tasks.SUBJECT + "/list", name));
    TableWorkbook.write(out, name, columns, lines.stream().filter(LateList::sees).map(cells));
  }
}
