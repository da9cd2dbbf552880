package org.jiheng.app.engagement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiheng.tenants.scope.Scope;

/**
 * Keeps the registry's lines of people from outside, in the keeper's own scope and transaction: the database lets it see and write
 * these lines and no others. Every step may be repeated.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class Admissions {

  @PersistenceContext
  private EntityManager database;

  /** Makes the registry say what the admission says. */
  public void keep(Admission admission) {
    String jurisdiction = Scope.current().jurisdiction().code().value();
    List<EngagedMembership> there = database
        .createQuery("select m from EngagedMembership m where m.engagement = :engagement", EngagedMembership.class)
        .setParameter("engagement", admission.engagement()).getResultList();
    Map<UUID, EngagedMembership> byPerson = there.stream().collect(Collectors.toMap(EngagedMembership::person, Function.identity()));
    for (UUID person : admission.people()) {
      if (byPerson.containsKey(person)) {
        byPerson.get(person).lasts(admission.until());
      } else {
        database.persist(new EngagedMembership(jurisdiction, person, admission));
      }
    }
    database.merge(new Job(jurisdiction, admission));
    // what fails fails here: when the commit itself fails, the server never resumes the transaction this one stands inside of
    database.flush();
  }
}
