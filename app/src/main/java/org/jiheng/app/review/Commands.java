package org.jiheng.app.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jiheng.app.common.BusinessClock;

/** Which commands were carried out, for rooms whose commands walk no form. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Commands {

  @PersistenceContext
  private EntityManager database;

  @Inject
  private BusinessClock clock;

  /** Writes down that a command is carried out in this transaction; false if it was carried out before, and then nothing is to be done. */
  public boolean first(UUID key) {
    if (database.find(Command.class, key) != null) {
      return false;
    }
    database.persist(new Command(key, clock.now()));
    return true;
  }
}
