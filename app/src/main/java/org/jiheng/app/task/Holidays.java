package org.jiheng.app.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.calendar.Holiday;
import org.jiheng.app.calendar.Plan;
import org.jiheng.app.calendar.SpecialDay;
import org.jiheng.app.calendar.Task;
import org.jiheng.app.calendar.Workdays;
import org.jiheng.app.common.Parsed;
import org.jiheng.app.common.TypedText;
import org.jiheng.app.document.Spreadsheet;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusalsRecorded;
import org.jiheng.app.review.RefusedException;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.audit.Record;
import org.jiheng.tenants.audit.Trail;
import org.jiheng.tenants.scope.Scope;

/** The jurisdiction's days off and days worked instead, kept by its performance office (DOMAIN 14, calendar.workdays). */
@ApplicationScoped
@RefusalsRecorded(value = Act.ADMINISTER, about = Holidays.SUBJECT)
@Transactional(dontRollbackOn = NoSuchFormException.class)
public class Holidays {

  /** First part of the trail's names for days. */
  static final String SUBJECT = "HOLIDAY";

  /** Columns of a sheet that are read: day, name, off or worked. */
  private static final int COLUMNS = 3;

  @PersistenceContext
  private EntityManager database;

  @Inject
  private Calendar calendar;

  @Inject
  private Trail trail;

  @Inject
  private Event<TaskChanged> changed;

  /** A task whose last day becomes another one. */
  public record Shift(Task task, LocalDate before, LocalDate after) {}

  /**
   * What a change of days would do.
   *
   * @param added days that are not there yet
   * @param replaced days that are there and would say something else
   */
  public record Effect(List<SpecialDay> added, List<SpecialDay> replaced, List<SpecialDay> removed, List<Shift> shifts) {

    public boolean nothing() {
      return added.isEmpty() && replaced.isEmpty() && removed.isEmpty();
    }
  }

  /** Of a calendar year, in their order. @throws NoSuchFormException for everybody but the office */
  public List<SpecialDay> ofYear(int year) {
    if (!Rights.writes()) {
      throw new NoSuchFormException();
    }
    return database.createQuery("select h from Holiday h where h.day between :first and :last order by h.day", Holiday.class)
        .setParameter("first", LocalDate.of(year, 1, 1)).setParameter("last", LocalDate.of(year, 12, 31))
        .getResultStream().map(Holiday::special).toList();
  }

  /** The first sheet of a workbook as the text of a list: a line a day, in the columns day, name, 休 or 班. */
  public Parsed<String> read(String fileName, byte[] content) {
    Rights.office();
    Parsed<XSSFWorkbook> opened = Spreadsheet.open(fileName, content);
    if (opened.problem().isPresent()) {
      return Parsed.bad(fileName, opened.problem().get());
    }
    try (XSSFWorkbook workbook = opened.value().orElseThrow()) {
      List<String> lines = new ArrayList<>();
      for (Row row : workbook.getSheetAt(0)) {
        lines.add(IntStream.range(0, COLUMNS).mapToObj(column -> Spreadsheet.text(row, column)).filter(text -> !text.isBlank())
            .collect(Collectors.joining("\t")));
      }
      return Parsed.ok(String.join("\n", lines));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What would become of days and tasks if these days were entered and those taken away. Nothing is changed by looking. */
  public Effect preview(Collection<SpecialDay> entered, Set<LocalDate> removed) {
    Rights.office();
    Map<LocalDate, SpecialDay> there = there();
    Map<LocalDate, Boolean> after = new HashMap<>();
    there.values().forEach(one -> after.put(one.day(), one.working()));
    entered.forEach(one -> after.put(one.day(), one.working()));
    removed.forEach(after::remove);
    Plan plan = calendar.plan();
    Plan then = new Plan(plan.tasks(), new Workdays(after), plan.today(), plan.inYearDays());
    List<Shift> shifts = plan.tasks().stream()
        .map(task -> new Shift(task, plan.deadline(task).due(), then.deadline(task).due()))
        .filter(shift -> !shift.before().equals(shift.after())).toList();
    return new Effect(entered.stream().filter(one -> !there.containsKey(one.day())).toList(),
        entered.stream().filter(one -> there.containsKey(one.day()) && !there.get(one.day()).equals(one)).toList(),
        removed.stream().filter(there::containsKey).map(there::get).sorted(Comparator.comparing(SpecialDay::day)).toList(), shifts);
  }

  private Map<LocalDate, SpecialDay> there() {
    return database.createQuery("select h from Holiday h", Holiday.class).getResultStream()
        .map(Holiday::special).collect(Collectors.toMap(SpecialDay::day, one -> one));
  }

  /** Enters days, over what is said of them already. Answers with what that did. */
  public Effect enter(Collection<SpecialDay> days, String reason) {
    String why = reason(reason);
    Effect effect = preview(days, Set.of());
    effect.added().forEach(one -> {
      database.persist(new Holiday(one));
      recorded(one.day(), "", one.said(), why);
    });
    effect.replaced().forEach(one -> {
      Holiday holiday = database.find(Holiday.class, one.day());
      String before = holiday.special().said();
      holiday.says(one);
      recorded(one.day(), before, one.said(), why);
    });
    told(effect);
    return effect;
  }

  /** Takes days away. Answers with what that did. */
  public Effect remove(Set<LocalDate> days, String reason) {
    String why = reason(reason);
    Effect effect = preview(List.of(), days);
    effect.removed().forEach(one -> {
      database.remove(database.find(Holiday.class, one.day()));
      recorded(one.day(), one.said(), "", why);
    });
    told(effect);
    return effect;
  }

  private static String reason(String typed) {
    Rights.office();
    String reason = TypedText.of(typed).strip();
    if (reason.length() < Tasks.SHORTEST_REASON) {
      throw new RefusedException(Refusal.because("task-reason-missing", "least", Tasks.SHORTEST_REASON));
    }
    return reason;
  }

  private void recorded(LocalDate day, String before, String after, String why) {
    trail.add(Record.of(Act.ADMINISTER, SUBJECT + "/" + day, day.toString()).changed(before, after).because(why));
  }

  private void told(Effect effect) {
    if (!effect.nothing()) {
      changed.fire(new TaskChanged(Scope.current().jurisdiction()));
    }
    database.flush();
  }
}
