package org.jiheng.app.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.agency.Units;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.calendar.Deadline;
import org.jiheng.app.calendar.TaskKind;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.common.TypedText;
import org.jiheng.app.common.Words;
import org.jiheng.app.goal.Goal;
import org.jiheng.app.parameter.Parameters;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.Projects;
import org.jiheng.app.review.FormMoved;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.Move;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusalsRecorded;
import org.jiheng.app.review.RefusedException;
import org.jiheng.app.review.Review;
import org.jiheng.app.review.Visibility;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.audit.Record;
import org.jiheng.tenants.audit.Trail;
import org.jiheng.tenants.identity.FreshLogin;
import org.jiheng.tenants.scope.Scope;

/**
 * The duties to publish: they arise when a goal or an adjustment is approved, lie on the unit's work list, and are discharged by
 * writing down where it was published, after somebody else reviewed what may be seen.
 */
@ApplicationScoped
@RefusalsRecorded(about = Duties.KIND)
@Transactional(dontRollbackOn = NoSuchFormException.class)
public class Duties {

  /** First part of the audit trail's subject. */
  public static final String KIND = "PUBLICATION_DUTY";

  /** A task of this type says until when the department budgets of a year are published. */
  static final String BUDGET_PUBLICATION = TaskKind.BUDGET_PUBLICATION.name();

  /** Characters of what is said about a proposal, at the most; so of a place and of an address on the web. */
  public static final int LONGEST_WHY = 1000;
  public static final int LONGEST_PLACE = 200;
  public static final int LONGEST_ADDRESS = 500;

  private static final String FROM = " from PublicationDuty d, Review r where r.id = d.form and ";

  @PersistenceContext
  private EntityManager database;

  @Inject
  private Parameters parameters;

  @Inject
  private Projects projects;

  @Inject
  private Units units;

  @Inject
  private Calendar calendar;

  @Inject
  private BusinessClock clock;

  @Inject
  private Trail trail;

  @Inject
  private FreshLogin freshLogin;

  /** A goal that was approved is to be published. In the transaction of its approval. */
  void approved(@Observes FormMoved moved) {
    if (!moved.head().formType().equals(Goal.FORM_TYPE) || moved.from() == moved.to() || moved.to() != FormState.APPROVED) {
      return;
    }
    DutyKind kind = Optional.ofNullable(database.find(Goal.class, moved.form())).flatMap(Goal::adjusts).isPresent()
        ? DutyKind.ADJUSTED_GOAL : DutyKind.APPROVED_GOAL;
    boolean rural = moved.head().project().flatMap(projects::find).map(Project::rural).orElse(false);
    int year = moved.head().fiscalYear();
    LocalDate today = calendar.today();
    PublicationDuty duty = new PublicationDuty(moved.form(), kind, today, kind.due(today, rural,
        calendar.deadline(BUDGET_PUBLICATION, year, moved.head().unit()).map(Deadline::due), parameters.inForce(year).writtenOut(DutyKind.KEYS), calendar.workdays()), clock.now());
    database.persist(duty);
    trail.add(record(Act.BEGIN, duty, moved.head().title()).changed("", duty.due().toString()));
  }

  /** What is not in force any more is not published any more, if it was not: its adjustment is. In the transaction of the latter's approval. */
  void superseded(@Observes FormMoved moved) {
    if (!moved.head().formType().equals(Goal.FORM_TYPE) || moved.to() != FormState.SUPERSEDED) {
      return;
    }
    database.createQuery("select d from PublicationDuty d where d.form = :form", PublicationDuty.class).setParameter("form", moved.form())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().filter(duty -> duty.state().waits()).forEach(duty -> {
          DutyState before = duty.state();
          duty.superseded(clock.now());
          trail.add(record(Act.DECIDE, duty, moved.head().title()).changed(before.name(), duty.state().name())
              .because(Words.chinese().say("publication.superseded")));
        });
  }

  private static Record record(Act act, PublicationDuty duty, String title) {
    return Record.of(act, KIND + "/" + duty.id(), title);
  }

  /**
   * A duty as it is shown.
   *
   * @param daysLeft calendar days until it is due, negative when it is over
   */
  public record Shown(
      UUID id, UUID form, String formType, DutyKind kind, String title, String unitName, int fiscalYear, LocalDate aroseOn, LocalDate due, long daysLeft,
      DutyState state, Optional<Secrecy> secrecy, String secrecyWhy, String proposer, String reviewer, Optional<LocalDate> publishedOn, String place,
      String address, List<DutyAct.Offer> offers) {}

  /**
   * The duties of forms the caller may see, what is due first first.
   *
   * @param state empty for all
   */
  public List<Shown> page(int fiscalYear, Optional<DutyState> state, int offset, int limit) {
    Visibility visibility = Visibility.of(Scope.current());
    TypedQuery<Object[]> query = database.createQuery("select d, r" + FROM + visibility.condition() + " and r.fiscalYear = :year"
        + (state.isPresent() ? " and d.state = :state" : "") + " order by d.due, d.id", Object[].class);
    visibility.parameters().forEach(query::setParameter);
    state.ifPresent(one -> query.setParameter("state", one));
    Map<String, String> names = units.names();
    return query.setParameter("year", fiscalYear).setFirstResult(offset).setMaxResults(limit).getResultStream()
        .map(row -> shown((PublicationDuty) row[0], (Review) row[1], names)).toList();
  }

  /** How many these are. */
  public long count(int fiscalYear, Optional<DutyState> state) {
    Visibility visibility = Visibility.of(Scope.current());
    TypedQuery<Long> query = database.createQuery("select count(d)" + FROM + visibility.condition() + " and r.fiscalYear = :year"
        + (state.isPresent() ? " and d.state = :state" : ""), Long.class);
    visibility.parameters().forEach(query::setParameter);
    state.ifPresent(one -> query.setParameter("state", one));
    return query.setParameter("year", fiscalYear).getSingleResult();
  }

  /** @throws NoSuchFormException if there is none the caller may see */
  public Shown open(UUID id) {
    Object[] row = find(id, LockModeType.NONE);
    return shown((PublicationDuty) row[0], (Review) row[1], units.names());
  }

  private Object[] find(UUID id, LockModeType lock) {
    Visibility visibility = Visibility.of(Scope.current());
    TypedQuery<Object[]> query = database.createQuery("select d, r" + FROM + "d.id = :id and " + visibility.condition(), Object[].class)
        .setParameter("id", id);
    visibility.parameters().forEach(query::setParameter);
    Object[] row = query.getResultStream().findFirst().orElseThrow(NoSuchFormException::new);
    if (lock != LockModeType.NONE) {
      database.refresh(row[0], lock);
    }
    return row;
  }

  private Shown shown(PublicationDuty duty, Review review, Map<String, String> names) {
    return new Shown(duty.id(), duty.form(), review.head().formType(), duty.kind(), review.head().title(),
        names.getOrDefault(review.head().unit(), ""), review.head().fiscalYear(), duty.aroseOn(), duty.due(),
        ChronoUnit.DAYS.between(calendar.today(), duty.due()), duty.state(), duty.secrecy(), duty.secrecyWhy(), duty.proposerName(),
        duty.reviewerName(), duty.publishedOn(), duty.place(), duty.address(),
        DutyAct.offers(duty.state(), review.head().unit(), duty.proposer(), Scope.current()));
  }

  private PublicationDuty held(UUID id, DutyAct act) {
    Object[] row = find(id, LockModeType.PESSIMISTIC_WRITE);
    PublicationDuty duty = (PublicationDuty) row[0];
    List<Refusal> refusals = DutyAct.offers(duty.state(), ((Review) row[1]).head().unit(), duty.proposer(), Scope.current()).stream()
        .filter(offer -> offer.act() == act).findFirst()
        .orElseThrow(() -> new RefusedException(Refusal.because("publication-not-now"))).refusals();
    if (!refusals.isEmpty()) {
      throw new RefusedException(refusals);
    }
    return duty;
  }

  private void recorded(PublicationDuty duty, DutyState before, String because) {
    trail.add(record(Act.DECIDE, duty, database.find(Review.class, duty.form()).head().title())
        .changed(before.name(), duty.state().name()).because(because));
    database.flush();
  }

  /**
   * The unit proposes what of the form may be published.
   *
   * @param why at least {@link Move#SHORTEST_COMMENT} characters unless all of it may be
   */
  @RefusalsRecorded(value = Act.DECIDE, about = KIND)
  public void propose(UUID id, Secrecy level, String why) {
    PublicationDuty duty = held(id, DutyAct.PROPOSE);
    String said = text(why, LONGEST_WHY);
    if (level != Secrecy.OPEN && said.length() < Move.SHORTEST_COMMENT) {
      throw new RefusedException(Refusal.because("publication-says-why", "least", Move.SHORTEST_COMMENT));
    }
    DutyState before = duty.state();
    duty.propose(level, said, Scope.current().caller(), clock.now());
    recorded(duty, before, said);
  }

  /**
   * Somebody else agrees with the proposal; what is closed is not published. Asks for a fresh login.
   *
   * @throws org.jiheng.tenants.identity.FreshLoginNeededException if the caller has to sign in anew first
   */
  @RefusalsRecorded(value = Act.DECIDE, about = KIND)
  public void agree(UUID id) {
    PublicationDuty duty = held(id, DutyAct.AGREE);
    freshLogin.require();
    DutyState before = duty.state();
    duty.agree(Scope.current().caller(), clock.now());
    recorded(duty, before, "");
  }

  /** Somebody else does not agree with the proposal; the unit proposes anew. */
  @RefusalsRecorded(value = Act.DECIDE, about = KIND)
  public void refuse(UUID id, String why) {
    PublicationDuty duty = held(id, DutyAct.REFUSE);
    String said = text(why, LONGEST_WHY);
    if (said.length() < Move.SHORTEST_COMMENT) {
      throw new RefusedException(Refusal.because("publication-says-why", "least", Move.SHORTEST_COMMENT));
    }
    DutyState before = duty.state();
    duty.refuse(clock.now());
    recorded(duty, before, said);
  }

  /**
   * Writes down where and when it was published. Asks for a fresh login.
   *
   * @param on not in the future, and not before the duty arose
   * @param address beginning with http, or empty
   * @throws org.jiheng.tenants.identity.FreshLoginNeededException if the caller has to sign in anew first
   */
  @RefusalsRecorded(value = Act.DECIDE, about = KIND)
  public void published(UUID id, LocalDate on, String place, String address) {
    PublicationDuty duty = held(id, DutyAct.PUBLISH);
    String where = text(place, LONGEST_PLACE);
    String url = text(address, LONGEST_ADDRESS);
    if (where.isEmpty() || on.isAfter(calendar.today()) || on.isBefore(duty.aroseOn()) || !url.isEmpty() && !url.matches("https?://\\S+")) {
      throw new RefusedException(Refusal.because("publication-incomplete"));
    }
    freshLogin.require();
    DutyState before = duty.state();
    duty.published(on, where, url, clock.now());
    recorded(duty, before, on + " " + where + " " + url);
  }

  private static String text(String typed, int longest) {
    String text = TypedText.of(typed == null ? "" : typed).strip();
    if (text.length() > longest) {
      throw new RefusedException(Refusal.because("publication-too-long", "longest", longest));
    }
    return text;
  }
}
