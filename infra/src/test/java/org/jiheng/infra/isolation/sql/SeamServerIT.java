package org.jiheng.infra.isolation.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Kizilsu.AKTO;
import static org.jiheng.infra.server.Kizilsu.ARTUX;
import static org.jiheng.infra.server.Kizilsu.clerk;
import static org.jiheng.infra.server.Kizilsu.oversight;
import static org.jiheng.infra.server.Kizilsu.secondClerk;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.util.UUID;
import org.jiheng.app.agency.Units;
import org.jiheng.app.selfevaluation.SelfEvaluation;
import org.jiheng.app.selfevaluation.SelfEvaluations;
import org.jiheng.infra.server.Forms;
import org.jiheng.infra.server.Looking;
import org.jiheng.infra.server.Owner;
import org.jiheng.infra.server.WholeProduct;
import org.jiheng.infra.server.Work;
import org.jiheng.tenants.audit.Trail;
import org.jiheng.tenants.scope.NoScopeException;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.Test;

/** The seam between the product and its tables refuses whoever does not say for whom, in which transaction, on which tables. */
class SeamServerIT extends WholeProduct {

  private static final String WHO = "select pg_backend_pid() || ' ' || current_user";

  @Inject
  private Units units;

  @Inject
  private SelfEvaluations selfEvaluations;

  @Inject
  private Forms forms;

  @Inject
  private Work work;

  @Inject
  private Trail trail;

  @Test
  void whoSaysForWhomIsAnsweredFromTheirOwnTables() {
    assertThat(as(clerk(ARTUX), units::names)).containsEntry("101", "阿图什市教育局");
    assertThat(as(clerk(AKTO), units::names)).containsEntry("101", "阿克陶县教育局");
  }

  @Test
  void withoutAScopeNothingIsAnswered() {
    assertThatThrownBy(units::names).isInstanceOf(NoScopeException.class).hasMessageContaining("nobody's scope");
  }

  @Test
  void outsideATransactionNothingIsAnswered() {
    assertThatThrownBy(() -> as(clerk(ARTUX), () -> work.withoutTransaction(SeamServerIT::countedUnits)))
        .isInstanceOf(NoScopeException.class).hasMessageContaining("outside a transaction");
  }

  private static Long countedUnits(EntityManager database) {
    return database.createQuery("select count(u) from Unit u", Long.class).getSingleResult();
  }

  @Test
  void aLazyLoadAfterTheTransactionIsRefused() {
    UUID id = forms.begun(ARTUX, Forms.aYearOfItsOwn());
    SelfEvaluation loaded = as(clerk(ARTUX), () -> work.inTransaction(database -> database.find(SelfEvaluation.class, id)));
    assertThatThrownBy(() -> as(clerk(ARTUX), loaded::indicators))
        .isInstanceOf(NoScopeException.class).hasMessageContaining("outside a transaction");
  }

  @Test
  void anotherJurisdictionsScopeInsideATransactionIsRefused() {
    assertThatThrownBy(() -> changedInside(clerk(ARTUX), clerk(AKTO)))
        .isInstanceOf(NoScopeException.class).hasMessageContaining("changed inside a transaction");
  }

  @Test
  void anotherPersonsScopeInsideATransactionIsRefused() {
    assertThatThrownBy(() -> changedInside(clerk(ARTUX), secondClerk(ARTUX)))
        .isInstanceOf(NoScopeException.class).hasMessageContaining("changed inside a transaction");
  }

  @Test
  void lookingIntoACountyInsideATransactionOfTheOwnTablesIsRefused() {
    assertThatThrownBy(() -> changedInside(oversight(), Looking.into(trail, ARTUX)))
        .isInstanceOf(NoScopeException.class).hasMessageContaining("changed inside a transaction");
  }

  private void changedInside(Scope first, Scope then) {
    does(first, () -> work.inOneTransaction(() -> {
      units.names();
      as(then, units::names);
    }));
  }

  @Test
  void aTransactionReadsWhatItWroteAndNobodyElseDoesBeforeItsEnd() {
    UUID project = Forms.project(ARTUX, Forms.aYearOfItsOwn());
    does(clerk(ARTUX), () -> work.inOneTransaction(() -> {
      UUID id = selfEvaluations.begin(project);
      assertThat(selfEvaluations.open(id).indicators()).hasSize(9);
      assertThat(Owner.asked("select count(*) from j_653001.review where id = ?", id)).isEqualTo("0");
    }));
    assertThat(Owner.asked("select count(*) from j_653001.self_evaluation where project = ?", project)).isEqualTo("1");
  }

  @Test
  void readsAndWritesOfATransactionGoThroughOneConnectionUnderTheJurisdictionsRole() {
    UUID project = Forms.project(ARTUX, Forms.aYearOfItsOwn());
    does(clerk(ARTUX), () -> work.inOneTransaction(() -> {
      Object before = work.asked(WHO);
      UUID id = selfEvaluations.begin(project);
      selfEvaluations.open(id);
      assertThat(work.asked(WHO)).isEqualTo(before).asString().endsWith(" j_653001");
    }));
  }

  @Test
  void aNativeQueryFindsTheScopesTablesByTheMarkerAlone() {
    assertThat(as(clerk(AKTO), () -> work.asked("select name from tenant__.unit where code = '101'"))).isEqualTo("阿克陶县教育局");
    assertThatThrownBy(() -> as(clerk(AKTO), () -> work.asked("select name from unit where code = '101'")))
        .hasMessageContaining("relation \"unit\" does not exist");
  }

  @Test
  void aNativeQueryThatNamesAnotherJurisdictionsTablesIsRefused() {
    for (String table : new String[] {"j_653001.unit", "j_653001_eye.unit", "platform.membership", "platform.person"}) {
      assertThatThrownBy(() -> as(clerk(AKTO), () -> work.asked("select count(*) from " + table)))
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void sqlPutTogetherFromTextIsRefused() {
    assertThatThrownBy(() -> as(clerk(ARTUX), () -> work.inTransaction(database -> {
      database.createNativeQuery("select 1").getResultList();
      try {
        return database.unwrap(Connection.class).createStatement();
      } catch (java.sql.SQLException failure) {
        throw new IllegalStateException(failure);
      }
    }))).isInstanceOf(NoScopeException.class).hasMessageContaining("prepared");
  }

  @Test
  void whoLooksIntoACountyWritesNothingThere() {
    Scope look = Looking.into(trail, ARTUX);
    assertThat(as(look, units::names)).containsEntry("101", "阿图什市教育局");
    assertThatThrownBy(() -> as(look, () -> renamed("tenant__"))).hasMessageContaining("permission denied");
    assertThatThrownBy(() -> as(look, () -> renamed("j_653000"))).hasMessageContaining("read-only transaction");
    assertThatThrownBy(() -> as(oversight(), () -> renamed("j_653001"))).hasMessageContaining("permission denied");
    assertThat(Owner.asked("select name from j_653001.unit where code = '101'")).isEqualTo("阿图什市教育局");
  }

  private int renamed(String schema) {
    return work.inTransaction(database ->
        database.createNativeQuery("update " + schema + ".unit set name = 'x' where code = '101'").executeUpdate());
  }

  @Test
  void anErrorTellsNothingOfTheRowItIsAbout() {
    assertThatThrownBy(() -> as(clerk(ARTUX), () -> work.inTransaction(database ->
        database.createNativeQuery("insert into tenant__.unit (code, name) values (?1, ?2)")
            .setParameter(1, "101").setParameter(2, "不可外传").executeUpdate())))
        .satisfies(error -> {
          for (Throwable one = error; one != null; one = one.getCause()) {
            assertThat(String.valueOf(one.getMessage())).doesNotContain("不可外传").doesNotContain("(101)").doesNotContain("j_653001");
          }
        });
  }
}
