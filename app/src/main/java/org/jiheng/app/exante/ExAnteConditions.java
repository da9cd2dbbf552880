package org.jiheng.app.exante;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.common.Parsed;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.TypedText;
import org.jiheng.app.document.AttachmentFile;
import org.jiheng.app.document.Attachments;
import org.jiheng.app.document.TableWorkbook;
import org.jiheng.app.review.FormTrail;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusalsRecorded;
import org.jiheng.app.review.RefusedException;
import org.jiheng.app.review.Review;
import org.jiheng.app.review.Reviews;
import org.jiheng.app.review.Visibility;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.audit.Record;
import org.jiheng.tenants.audit.Trail;
import org.jiheng.tenants.scope.Caller;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;

/**
 * Conditions of part supports, followed to their end: the unit reports and shows what proves it, finance closes or gives back. The
 * budget waits until none is open (DOMAIN 2.5).
 */
@ApplicationScoped
@RefusalsRecorded
@Transactional(dontRollbackOn = NoSuchFormException.class)
public class ExAnteConditions {

  @PersistenceContext
  private EntityManager database;

  @Inject
  private Reviews reviews;

  @Inject
  private Attachments attachments;

  @Inject
  private BusinessClock clock;

  @Inject
  private Trail trail;

  /** Lines of one workbook; no year of any jurisdiction has so many. */
  private static final int MOST_EXPORTED = 20_000;

  /** First part of the trail's name for the list of conditions, and what the work list calls one. */
  public static final String KIND = "EX_ANTE_CONDITION";

  @Inject
  private FormTrail looks;

  /** A condition on the list, with the evaluation it belongs to. */
  public record Line(ExAnteCondition condition, String title, String unitName, boolean overdue) {}

  List<ExAnteCondition> of(UUID evaluation) {
    return database.createQuery("select c from ExAnteCondition c where c.evaluation = :id order by c.position", ExAnteCondition.class)
        .setParameter("id", evaluation).getResultList();
  }

  /** Those of a new conclusion come behind those there are. */
  void set(UUID evaluation, List<Concluding.Wanted> wanted) {
    int position = of(evaluation).size();
    for (Concluding.Wanted one : wanted) {
      database.persist(new ExAnteCondition(evaluation, ++position, one));
    }
  }

  boolean mayReport(String unit) {
    Scope scope = Scope.current();
    Caller caller = scope.caller();
    return !scope.readOnly() && !caller.guest() && caller.holds(Role.UNIT_CLERK, unit);
  }

  boolean mayClose(String unit) {
    Scope scope = Scope.current();
    Caller caller = scope.caller();
    return !scope.readOnly() && !caller.guest() && (caller.holds(Role.FINANCE_SECTION, unit) || caller.holds(Role.PERFORMANCE_OFFICE, unit));
  }

  /**
   * Conditions of the evaluations the caller may see, those not closed first, the next one due in front.
   *
   * @param fiscalYear of the evaluations
   * @param open only those not closed
   * @throws NoSuchFormException for people from outside: what finance concluded is none of theirs
   */
  public List<Line> list(int fiscalYear, boolean open, int offset, int limit) {
    List<Line> lines = lines(fiscalYear, open, offset, limit);
    looks.listed(KIND, said(fiscalYear, open));
    return lines;
  }

  private static String said(int fiscalYear, boolean open) {
    return fiscalYear + (open ? "" : " +");
  }

  /**
   * Writes the whole list as a workbook.
   *
   * @param cells a line as the columns show it
   * @throws NoSuchFormException for people from outside
   */
  public void export(int fiscalYear, boolean open, String name, List<String> columns, Function<Line, List<Object>> cells, OutputStream out)
      throws IOException {
    List<Line> lines = lines(fiscalYear, open, 0, MOST_EXPORTED);
    looks.exported(KIND, said(fiscalYear, open));
    TableWorkbook.write(out, name, columns, lines.stream().map(cells));
  }

  private List<Line> lines(int fiscalYear, boolean open, int offset, int limit) {
    LocalDate today = clock.today();
    return asked("select c, r.title, u.name", "ExAnteCondition c, Review r, Unit u", fiscalYear, open,
        " order by case when c.state = :closed then 1 else 0 end, c.due, c.id", Object[].class).setParameter("closed", ExAnteCondition.State.CLOSED)
        .setFirstResult(offset).setMaxResults(limit).getResultStream()
        .map(row -> {
          ExAnteCondition condition = (ExAnteCondition) row[0];
          return new Line(condition, (String) row[1], (String) row[2], condition.overdue(today));
        }).toList();
  }

  /** @throws NoSuchFormException if there is no such condition, or the caller may not see the evaluation it belongs to */
  public UUID evaluationOf(UUID conditionId) {
    ExAnteCondition condition = Optional.ofNullable(database.find(ExAnteCondition.class, conditionId)).orElseThrow(NoSuchFormException::new);
    return reviews.find(condition.evaluation()).id();
  }

  /** @throws NoSuchFormException for people from outside */
  public long count(int fiscalYear, boolean open) {
    return asked("select count(c)", "ExAnteCondition c, Review r, Unit u", fiscalYear, open, "", Long.class).getSingleResult();
  }

  /** How many of those not closed are over their day. @throws NoSuchFormException for people from outside */
  public long overdue(int fiscalYear) {
    return asked("select count(c)", "ExAnteCondition c, Review r, Unit u", fiscalYear, true, " and c.due < :today", Long.class)
        .setParameter("today", clock.today()).getSingleResult();
  }

  private <T> TypedQuery<T> asked(String select, String from, int fiscalYear, boolean open, String end, Class<T> type) {
    if (Scope.current().caller().guest()) {
      throw new NoSuchFormException();
    }
    Visibility visibility = Visibility.of(Scope.current());
    TypedQuery<T> query = database.createQuery(select + " from " + from + " where r.id = c.evaluation and u.code = r.unit and r.fiscalYear = :year "
        + (open ? "and c.state <> :done " : "") + "and " + visibility.condition() + end, type).setParameter("year", fiscalYear);
    visibility.parameters().forEach(query::setParameter);
    if (open) {
      query.setParameter("done", ExAnteCondition.State.CLOSED);
    }
    return query;
  }

  /**
   * The unit says a condition is met, in words and with a file that proves it.
   *
   * @return what is wrong with the file, if there is none or it is not taken; nothing is changed then
   * @throws RefusedException if the caller may not, it is closed, or nothing is said
   */
  @RefusalsRecorded(Act.CHANGE)
  public Optional<Problem> report(UUID evaluation, UUID conditionId, String words, Optional<String> fileName, byte[] content) {
    Review review = reviews.hold(evaluation);
    ExAnteCondition condition = held(evaluation, conditionId);
    if (!mayReport(review.head().unit())) {
      throw new RefusedException(Refusal.because("move-not-yours"));
    }
    String said = says(words);
    notClosed(condition);
    if (fileName.isEmpty()) {
      return Optional.of(new Problem("application.condition-unproven", ExAnteRule.CONDITIONS.with("condition", condition.text())));
    }
    Parsed<AttachmentFile> file = AttachmentFile.of(fileName.get(), content);
    Optional<Problem> problem = file.problem();
    if (problem.isEmpty()) {
      UUID kept = attachments.keep(evaluation, "condition/" + conditionId, file.value().orElseThrow());
      condition.reported(said, kept, Scope.current().caller(), clock.today());
      recorded(Act.CHANGE, review, condition, said);
    }
    return problem;
  }

  /** @throws RefusedException if the caller may not, the unit has not reported, or nothing proves it */
  @RefusalsRecorded(Act.DECIDE)
  public void close(UUID evaluation, UUID conditionId, String words) {
    ExAnteCondition condition = judged(evaluation, conditionId);
    if (condition.evidence().isEmpty()) {
      throw new RefusedException(new Refusal("exante-condition-unproven", ExAnteRule.CONDITIONS.with("condition", condition.text())));
    }
    condition.closed(TypedText.of(words).strip(), Scope.current().caller(), clock.today());
    recorded(Act.DECIDE, reviews.find(evaluation), condition, condition.answer());
  }

  /** Not met: the unit reports again. */
  @RefusalsRecorded(Act.DECIDE)
  public void giveBack(UUID evaluation, UUID conditionId, String words) {
    ExAnteCondition condition = judged(evaluation, conditionId);
    condition.givenBack(says(words));
    recorded(Act.DECIDE, reviews.find(evaluation), condition, condition.answer());
  }

  private ExAnteCondition judged(UUID evaluation, UUID conditionId) {
    Review review = reviews.hold(evaluation);
    ExAnteCondition condition = held(evaluation, conditionId);
    if (!mayClose(review.head().unit())) {
      throw new RefusedException(Refusal.because("move-not-yours"));
    }
    notClosed(condition);
    if (condition.state() != ExAnteCondition.State.REPORTED) {
      throw new RefusedException(new Refusal("exante-condition-not-reported", ExAnteRule.CONDITIONS.with("condition", condition.text())));
    }
    return condition;
  }

  private ExAnteCondition held(UUID evaluation, UUID id) {
    ExAnteCondition condition = database.find(ExAnteCondition.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (condition == null || !condition.evaluation().equals(evaluation)) {
      throw new NoSuchFormException();
    }
    return condition;
  }

  private static void notClosed(ExAnteCondition condition) {
    if (condition.state() == ExAnteCondition.State.CLOSED) {
      throw new RefusedException(new Refusal("exante-condition-closed", ExAnteRule.CONDITIONS.with("condition", condition.text())));
    }
  }

  private static String says(String words) {
    String said = TypedText.of(words).strip();
    if (said.length() < Concluding.SHORTEST) {
      throw new RefusedException(new Refusal("exante-says-why", ExAnteRule.CONDITIONS.with("least", Concluding.SHORTEST)));
    }
    return said;
  }

  private void recorded(Act act, Review review, ExAnteCondition condition, String said) {
    trail.add(Record.of(act, ExAnteEvaluation.FORM_TYPE + "/" + review.id() + "/condition/" + condition.id(),
        review.head().title() + " · " + condition.text()).changed("", condition.state().name()).because(said));
    database.flush();
  }
}
