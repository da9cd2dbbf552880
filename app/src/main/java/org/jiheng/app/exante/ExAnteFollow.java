package org.jiheng.app.exante;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jiheng.app.form.FormsFollow;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.Refusal;

/**
 * Ex-ante evaluations that are not ended go over to the unit that goes on with the work; and so do approved ones with a condition that is
 * not closed, of whatever year: somebody has to meet it.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ExAnteFollow extends FormsFollow {

  private static final String WAITING = "e.unit = :unit and exists (select r.id from Review r where r.id = e.id and r.state = :approved) "
      + "and exists (select c.id from ExAnteCondition c where c.evaluation = e.id and c.state <> :closed)";

  @PersistenceContext
  private EntityManager database;

  public ExAnteFollow() {
    super(ExAnteEvaluation.class);
  }

  @Override
  protected Following following(long moving, long staying) {
    return new Following("EX_ANTE", moving, staying);
  }

  @Override
  public Following wouldFollow(String unit, LocalDate day) {
    Following forms = super.wouldFollow(unit, day);
    return following(forms.moving() + waiting(unit), forms.staying());
  }

  private long waiting(String unit) {
    return database.createQuery("select count(e) from ExAnteEvaluation e where " + WAITING, Long.class).setParameter("unit", unit)
        .setParameter("approved", FormState.APPROVED).setParameter("closed", ExAnteCondition.State.CLOSED).getSingleResult();
  }

  @Override
  public List<Refusal> againstClosing(String unit, LocalDate day) {
    long waiting = waiting(unit);
    return waiting == 0 ? super.againstClosing(unit, day) : Stream.concat(super.againstClosing(unit, day).stream(),
        Stream.of(new Refusal("exante-unit-has-conditions", ExAnteRule.CONDITIONS.with("count", waiting)))).toList();
  }

  @Override
  public void follow(String unit, String successor, LocalDate day) {
    super.follow(unit, successor, day);
    database.createQuery("update Review v set v.unit = :successor, v.version = v.version + 1 where v.id in (select e.id from ExAnteEvaluation e where "
            + WAITING + ")").setParameter("successor", successor).setParameter("unit", unit).setParameter("approved", FormState.APPROVED)
        .setParameter("closed", ExAnteCondition.State.CLOSED).executeUpdate();
    database.createQuery("update ExAnteEvaluation e set e.unit = :successor where " + WAITING).setParameter("successor", successor)
        .setParameter("unit", unit).setParameter("approved", FormState.APPROVED).setParameter("closed", ExAnteCondition.State.CLOSED).executeUpdate();
  }
}
