package org.jiheng.infra.isolation.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Kizilsu.AKTO;
import static org.jiheng.infra.server.Kizilsu.ARTUX;
import static org.jiheng.infra.server.Kizilsu.clerk;
import static org.jiheng.infra.server.Kizilsu.oversight;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jiheng.app.agency.Units;
import org.jiheng.infra.server.Looking;
import org.jiheng.infra.server.Owner;
import org.jiheng.infra.server.WholeProduct;
import org.jiheng.infra.server.Work;
import org.jiheng.tenants.audit.Trail;
import org.junit.jupiter.api.Test;

/** However a transaction ends, its connection goes back to the pool as nobody's. */
class AfterAnErrorServerIT extends WholeProduct {

  private static final String BACKEND = "select pg_backend_pid()::text";
  private static final String WHOSE =
      "select pg_backend_pid() || ' ' || current_user || ' ' || current_setting('role') || ' ' || current_setting('transaction_read_only')";
  private static final int ALL_OF_THE_POOL = 12;

  @Inject
  private Units units;

  @Inject
  private Work work;

  @Inject
  private Trail trail;

  private final AtomicReference<String> backend = new AtomicReference<>();

  private void remember() {
    backend.set((String) work.asked(BACKEND));
  }

  private void isNobodysAgain() throws SQLException {
    List<String> pool = work.askedOfConnections(ALL_OF_THE_POOL, WHOSE);
    assertThat(pool).as("the connection of the transaction is in the pool").anyMatch(one -> one.startsWith(backend.get() + " "));
    assertThat(pool).allMatch(one -> one.endsWith(" jiheng_login none off"));
  }

  @Test
  void afterACommit() throws SQLException {
    does(clerk(ARTUX), () -> work.inOneTransaction(this::remember));
    isNobodysAgain();
  }

  @Test
  void afterAFailedStatement() throws SQLException {
    assertThatThrownBy(() -> does(clerk(ARTUX), () -> work.inOneTransaction(() -> {
      remember();
      work.asked("select 1 / 0");
    }))).hasMessageContaining("division by zero");
    isNobodysAgain();
  }

  @Test
  void afterARollback() throws SQLException {
    assertThatThrownBy(() -> does(clerk(ARTUX), () -> work.inOneTransaction(() -> {
      remember();
      units.names();
      throw new IllegalArgumentException("the use case gives up");
    }))).hasMessageContaining("gives up");
    isNobodysAgain();
  }

  @Test
  void afterALookIntoACounty() throws SQLException {
    does(Looking.into(trail, ARTUX), () -> work.inOneTransaction(this::remember));
    isNobodysAgain();
  }

  @Test
  void aConnectionKilledInTheMiddleOfATransactionIsGoneAndTheNextTransactionsFindASoundOne() throws SQLException {
    assertThatThrownBy(() -> does(clerk(ARTUX), () -> work.inOneTransaction(() -> {
      remember();
      Owner.asked("select pg_terminate_backend(?::int)", backend.get());
      units.names();
    }))).isInstanceOf(RuntimeException.class);

    for (int i = 0; i < ALL_OF_THE_POOL; i++) {
      assertThat(as(clerk(AKTO), units::names)).containsEntry("101", "阿克陶县教育局");
    }
    assertThat(work.askedOfConnections(ALL_OF_THE_POOL, WHOSE))
        .noneMatch(one -> one.startsWith(backend.get() + " ")).allMatch(one -> one.endsWith(" jiheng_login none off"));
  }

  @Test
  void aDatabaseThatCutsAllConnectionsCostsNobodyASecondAttempt() {
    as(clerk(ARTUX), units::names);
    Owner.rows("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'jiheng_login'");
    for (int i = 0; i < ALL_OF_THE_POOL; i++) {
      assertThat(as(clerk(AKTO), units::names)).containsEntry("101", "阿克陶县教育局");
    }
  }
}
