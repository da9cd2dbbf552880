package org.jiheng.app.engagement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.common.Score;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusalsRecorded;
import org.jiheng.app.review.RefusedException;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.audit.Record;
import org.jiheng.tenants.audit.Trail;
import org.jiheng.tenants.persistence.Like;
import org.jiheng.tenants.scope.Caller;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;

/**
 * The register of firms of the prefecture. The prefecture's performance section (州绩效科) keeps it, as part of its supervision of
 * third parties; the performance offices of the counties read it. The database holds to that, too.
 */
@ApplicationScoped
@RefusalsRecorded(about = Firms.SUBJECT)
@Transactional(dontRollbackOn = NoSuchFormException.class)
public class Firms {

  static final String SUBJECT = "FIRM";

  @PersistenceContext
  private EntityManager database;

  @Inject
  private BusinessClock clock;

  @Inject
  private Trail trail;

  /** A firm with everything the register has of it, detached. */
  public record Page(
      Firm firm, List<LeadEvaluator> leads, List<FirmPerson> people, List<FirmMark> marks, List<Job> jobs, boolean mayWrite) {}

  /** Whether the caller may read the register. */
  public static boolean reads() {
    Caller caller = Scope.current().caller();
    return caller.holdsAny(Role.PERFORMANCE_OFFICE, Role.PREFECTURE_OVERSIGHT) && !caller.guest();
  }

  /** Whether the caller keeps it. */
  public static boolean writes() {
    return reads() && Scope.current().caller().holds(Role.PREFECTURE_OVERSIGHT) && Scope.current().jurisdiction().parent().isEmpty();
  }

  /** @param text part of the name or the beginning of the code; empty for all */
  public List<Firm> page(String text, int offset, int limit) {
    return asked("select f from Firm f", text, " order by f.name", Firm.class).setFirstResult(offset).setMaxResults(limit).getResultList();
  }

  public long count(String text) {
    return asked("select count(f) from Firm f", text, "", Long.class).getSingleResult();
  }

  private <T> TypedQuery<T> asked(String select, String text, String order, Class<T> type) {
    read();
    Map<String, Object> parameters = new LinkedHashMap<>();
    String condition = " where f.prefecture = :prefecture";
    parameters.put("prefecture", prefecture());
    if (!text.isBlank()) {
      condition += " and (f.name like :part escape '!' or f.uscc like :start escape '!')";
      parameters.put("part", Like.containing(text));
      parameters.put("start", Like.beginning(text.toUpperCase(java.util.Locale.ROOT)));
    }
    TypedQuery<T> query = database.createQuery(select + condition + order, type);
    parameters.forEach(query::setParameter);
    return query;
  }

  /** Every firm, for a choice. */
  public List<Firm> all() {
    return page("", 0, Integer.MAX_VALUE);
  }

  /** @throws NoSuchFormException if the register has none, or it is not the caller's to read */
  public Page open(UUID id) {
    Firm firm = find(id);
    return new Page(firm, leads(id), people(id), of("select m from FirmMark m where m.firm = :firm order by m.notedOn desc", FirmMark.class, id),
        of("select j from Job j where j.firm = :firm order by j.opens desc", Job.class, id), writes());
  }

  /** Lead evaluators who work there now. */
  public List<LeadEvaluator> leads(UUID firm) {
    return of("select l from LeadEvaluator l where l.firm = :firm order by l.name", LeadEvaluator.class, firm).stream()
        .filter(LeadEvaluator::active).toList();
  }

  /** People with an account who work there now. */
  public List<FirmPerson> people(UUID firm) {
    return of("select p from FirmPerson p where p.firm = :firm order by p.name", FirmPerson.class, firm).stream()
        .filter(FirmPerson::active).toList();
  }

  private <T> List<T> of(String jpql, Class<T> type, UUID firm) {
    read();
    return database.createQuery(jpql, type).setParameter("firm", firm).getResultList();
  }

  /** @throws RefusedException with every reason at once */
  @RefusalsRecorded(value = Act.ADMINISTER, about = SUBJECT)
  public UUID enter(Firm.Entry entry) {
    write();
    check(entry);
    Scope scope = Scope.current();
    Firm firm = new Firm(scope.jurisdiction().code().value());
    firm.enter(entry, scope.caller().name(), clock.now());
    if (!database.createQuery("select f.id from Firm f where f.prefecture = :prefecture and f.uscc = :code", UUID.class)
        .setParameter("prefecture", prefecture()).setParameter("code", entry.code().text()).getResultList().isEmpty()) {
      throw new RefusedException(Refusal.because("firm-entered-already", "code", entry.code()));
    }
    database.persist(firm);
    changed(firm, "", entry.toString());
    return firm.id();
  }

  /** Changes what is entered; the code stays, because it is what the firm is known by. */
  @RefusalsRecorded(value = Act.ADMINISTER, about = SUBJECT)
  public void change(UUID id, Firm.Entry entry) {
    Firm firm = written(id);
    check(entry);
    String before = firm.entry().toString();
    firm.enter(new Firm.Entry(firm.code(), entry.name(), entry.type(), entry.legalPerson(), entry.staff(), entry.creditNumber()),
        Scope.current().caller().name(), clock.now());
    changed(firm, before, firm.entry().toString());
  }

  private static void check(Firm.Entry entry) {
    if (entry.name().isBlank() || entry.legalPerson().isBlank() || entry.staff() < 0) {
      throw new RefusedException(Refusal.because("firm-incomplete"));
    }
  }

  /** @param until last day, inclusive; empty: taken off */
  @RefusalsRecorded(value = Act.ADMINISTER, about = SUBJECT)
  public void blacklist(UUID id, Optional<LocalDate> until, String reason) {
    Firm firm = written(id);
    if (until.isPresent() && reason.strip().length() < EngagementMove.SHORTEST_REASON) {
      throw new RefusedException(Refusal.because("engagement-says-why", "least", EngagementMove.SHORTEST_REASON));
    }
    String before = firm.blacklistedUntil().map(LocalDate::toString).orElse("");
    firm.blacklist(until, reason.strip(), Scope.current().caller().name(), clock.now());
    changed(firm, before, until.map(LocalDate::toString).orElse(""));
  }

  @RefusalsRecorded(value = Act.ADMINISTER, about = SUBJECT)
  public void addLead(UUID id, String name, String qualification, LocalDate inBusinessSince) {
    Firm firm = written(id);
    if (name.isBlank() || qualification.isBlank() || inBusinessSince.isAfter(clock.today())) {
      throw new RefusedException(Refusal.because("lead-incomplete"));
    }
    database.persist(new LeadEvaluator(id, name.strip(), qualification.strip(), inBusinessSince));
    changed(firm, "", name.strip());
  }

  @RefusalsRecorded(value = Act.ADMINISTER, about = SUBJECT)
  public void leadLeft(UUID id, UUID lead) {
    Firm firm = written(id);
    leads(id).stream().filter(one -> one.id().equals(lead)).forEach(one -> {
      one.leave(clock.today());
      changed(firm, one.name(), "");
    });
  }

  /**
   * Enters somebody with an account as working for the firm.
   *
   * @throws RefusedException if nobody is called so, or the person holds a post
   */
  @RefusalsRecorded(value = Act.ADMINISTER, about = SUBJECT)
  public void addPerson(UUID id, String username) {
    Firm firm = written(id);
    Outsider person = outsider(username);
    FirmPerson there = database.find(FirmPerson.class, new FirmPerson.Key(id, person.id()));
    if (there == null) {
      database.persist(new FirmPerson(id, person));
    } else {
      there.comeBack();
    }
    changed(firm, "", person.name());
  }

  Outsider outsider(String username) {
    return database.createQuery("select o from Outsider o where o.username = :username", Outsider.class)
        .setParameter("username", username.strip()).getResultStream().findFirst()
        .orElseThrow(() -> new RefusedException(Refusal.because("nobody-outside-is-called", "username", username.strip())));
  }

  @RefusalsRecorded(value = Act.ADMINISTER, about = SUBJECT)
  public void personLeft(UUID id, UUID person) {
    Firm firm = written(id);
    people(id).stream().filter(one -> one.person().equals(person)).forEach(one -> {
      one.leave(clock.today());
      changed(firm, one.name(), "");
    });
  }

  /** @param points 0 to 100 for the quality of a report; empty for a penalty */
  @RefusalsRecorded(value = Act.ADMINISTER, about = SUBJECT)
  public void mark(UUID id, FirmMark.Kind kind, Optional<Score> points, String text) {
    Firm firm = written(id);
    if (text.isBlank() || points.isPresent() != (kind == FirmMark.Kind.QUALITY) || points.filter(one -> one.compareTo(Score.HUNDRED) > 0).isPresent()) {
      throw new RefusedException(Refusal.because("mark-incomplete"));
    }
    database.persist(new FirmMark(id, kind, points, text.strip(), clock.today(), Scope.current().caller().name()));
    changed(firm, "", kind + " " + text.strip());
  }

  private Firm find(UUID id) {
    read();
    return Optional.ofNullable(database.find(Firm.class, id)).filter(firm -> firm.isOf(prefecture())).orElseThrow(NoSuchFormException::new);
  }

  /** Whose register it is; the database holds the same. */
  static String prefecture() {
    return Scope.current().jurisdiction().prefecture().value();
  }

  private Firm written(UUID id) {
    write();
    return find(id);
  }

  private static void read() {
    if (!reads()) {
      throw new NoSuchFormException();
    }
  }

  private static void write() {
    if (!writes()) {
      throw new RefusedException(Refusal.because("register-not-yours"));
    }
  }

  private void changed(Firm firm, String before, String after) {
    trail.add(Record.of(Act.ADMINISTER, SUBJECT + "/" + firm.id(), firm.name()).changed(before, after));
    database.flush();
  }
}
