package org.jiheng.app.engagement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusalsRecorded;
import org.jiheng.app.review.RefusedException;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.audit.Record;
import org.jiheng.tenants.audit.Trail;
import org.jiheng.tenants.scope.Scope;

/** The register of experts of the prefecture; read and kept by the same people as that of the firms. */
@ApplicationScoped
@RefusalsRecorded(about = Experts.SUBJECT)
@Transactional(dontRollbackOn = NoSuchFormException.class)
public class Experts {

  static final String SUBJECT = "EXPERT";

  @PersistenceContext
  private EntityManager database;

  @Inject
  private Firms firms;

  @Inject
  private Trail trail;

  /** In the order of their names. */
  public List<Expert> all() {
    if (!Firms.reads()) {
      throw new NoSuchFormException();
    }
    return database.createQuery("select e from Expert e where e.prefecture = :prefecture order by e.name", Expert.class)
        .setParameter("prefecture", Firms.prefecture()).getResultList();
  }

  /** @throws RefusedException if nobody without a post is called so */
  @RefusalsRecorded(value = Act.ADMINISTER, about = SUBJECT)
  public UUID enter(String username, Expert.Entry entry) {
    write(entry);
    Outsider person = firms.outsider(username);
    if (all().stream().anyMatch(expert -> expert.person().equals(person.id()))) {
      throw new RefusedException(Refusal.because("expert-entered-already", "name", person.name()));
    }
    Expert expert = new Expert(Scope.current().jurisdiction().code().value(), person, entry);
    database.persist(expert);
    changed(expert, "");
    return expert.id();
  }

  @RefusalsRecorded(value = Act.ADMINISTER, about = SUBJECT)
  public void change(UUID id, Expert.Entry entry) {
    write(entry);
    Expert expert = all().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(NoSuchFormException::new);
    String before = said(expert.entry());
    expert.enter(entry);
    changed(expert, before);
  }

  private static void write(Expert.Entry entry) {
    if (!Firms.writes()) {
      throw new RefusedException(Refusal.because("register-not-yours"));
    }
    if (entry.employer().isBlank() || entry.field().isBlank()) {
      throw new RefusedException(Refusal.because("expert-incomplete"));
    }
  }

  private void changed(Expert expert, String before) {
    trail.add(Record.of(Act.ADMINISTER, SUBJECT + "/" + expert.id(), expert.name()).changed(before, said(expert.entry())));
    database.flush();
  }

  /** What the trail keeps: not the telephone number, which is nobody's business there. */
  private static String said(Expert.Entry entry) {
    return String.join("; ", entry.state().name(), entry.employer(), entry.field(), entry.qualification(), entry.avoids());
  }
}
