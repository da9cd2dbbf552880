package org.jiheng.infra.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.Move;
import org.jiheng.app.review.ReturnReason;
import org.jiheng.tenants.scope.Role;

/** Lets the form of a project live through its course, by the people whose desks it comes to. */
final class FormLife {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final String DOUBT = "实际完成值与验收资料不一致,请核实后更正并说明原因。";

  private final DemoProject project;
  private final Course course;
  private final FilledForm form;
  private final Random chance;

  private FormState state = FormState.DRAFT;
  private int round;
  private int versions;
  private Instant now;
  private Optional<Persona> sender = Optional.empty();
  private Persona latest;

  FormLife(DemoProject project, Course course, FilledForm form) {
    this.project = project;
    this.course = course;
    this.form = form;
    this.chance = new Random(project.code().hashCode());
    // finished forms were begun when the task was opened, the others lately
    LocalDate begun = LocalDate.of(project.fiscalYear() + 1, 3, 2).plusDays(course.finished() ? chance.nextInt(10) : 24 + chance.nextInt(10));
    this.now = inOfficeHours(begun);
    this.latest = holding(Role.UNIT_CLERK);
  }

  void write(FormRows rows) {
    course.moves().forEach(move -> walk(move, rows));
    rows.review(project, form.id(), state, round, sender, now, latest, 1 + course.moves().size());
    rows.form(project, current());
  }

  /** A returned form still says what it was returned for; one that was sent in again says what is true. */
  private FilledForm current() {
    return state == FormState.RETURNED ? claiming() : form;
  }

  private void walk(Move move, FormRows rows) {
    now = inOfficeHours(LocalDate.ofInstant(now, ZONE).plusDays(1 + chance.nextInt(2)));
    latest = holding(state.holder().orElseThrow());
    FormState to = switch (move) {
      case SUBMIT -> FormRows.ROUTE.first();
      case PASS -> FormRows.ROUTE.after(state);
      case RETURN -> FormState.RETURNED;
      case REJECT, WITHDRAW, BEGIN_AGAIN, ADJUST, GIVE_UP -> throw new IllegalArgumentException("no course with " + move);
    };
    boolean returned = move == Move.RETURN;
    rows.step(form.id(), move, state, to, round, latest, now, returned ? Optional.of(ReturnReason.DATA_UNTRUE) : Optional.empty(),
        returned ? "请按批注核实相关数据后重新报送。" : "");
    if (returned) {
      rows.note(form.id(), doubted(), round, course.finished(), latest, now.minus(Duration.ofMinutes(12)), ReturnReason.DATA_UNTRUE, DOUBT);
    }
    if (move == Move.SUBMIT) {
      round++;
      versions++;
      sender = Optional.of(latest);
      rows.version(course.wasReturned() && versions == 1 ? claiming() : form, versions, latest, now);
    }
    state = to;
  }

  /** Some moment between ten and half past six, as offices keep in the west; on Monday when the day is a weekend's. */
  private Instant inOfficeHours(LocalDate day) {
    LocalDate workday = switch (day.getDayOfWeek()) {
      case SATURDAY -> day.plusDays(2);
      case SUNDAY -> day.plusDays(1);
      default -> day;
    };
    return workday.atTime(LocalTime.of(10, 0)).plusSeconds(chance.nextInt(8 * 3600 + 1800)).atZone(ZONE).toInstant();
  }

  /** The form with the target claimed for an indicator that in truth fell short of it. */
  private FilledForm claiming() {
    List<FilledForm.Row> rows = new ArrayList<>(form.rows());
    rows.replaceAll(row -> row.id().equals(doubted().id()) ? row.claimingTheTarget() : row);
    return form.withRows(rows);
  }

  /** The first indicator with a number that fell short. */
  private FilledForm.Row doubted() {
    return form.rows().stream().filter(row -> !row.deviation().isEmpty() && row.target().matches("[≥=].*")).findFirst().orElseThrow();
  }

  private Persona holding(Role role) {
    return Personas.holding(role, project.place(), project.unit());
  }
}
