package org.jiheng.infra.server;

import static org.jiheng.infra.server.Acting.as;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jiheng.tenants.persistence.Schemas;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.Scope;

/** How many statements a use case costs, counted by the database under the role of the person's jurisdiction. */
@ApplicationScoped
public class Statements {

  @Inject
  private Work work;

  public long of(Scope person, Runnable useCase) {
    Jurisdiction where = person.jurisdiction();
    nobodyElseIsAtWork(where);
    return as(person, () -> work.inTransaction(database -> {
      long before = counted(where);
      useCase.run();
      database.flush();
      return counted(where) - before;
    }));
  }

  /** Rows the database hands out. */
  public long rowsOf(Scope person, Runnable useCase) {
    Jurisdiction where = person.jurisdiction();
    nobodyElseIsAtWork(where);
    return as(person, () -> work.inTransaction(_ -> {
      long before = sum("rows", where);
      useCase.run();
      return sum("rows", where) - before;
    }));
  }

  private static long counted(Jurisdiction where) {
    return sum("calls", where);
  }

  private static long sum(String column, Jurisdiction where) {
    return Long.parseLong(Owner.asked("select coalesce(sum(" + column + "), 0) from pg_stat_statements s "
        + "join pg_roles r on r.oid = s.userid where r.rolname = ?", Schemas.of(where.code())));
  }

  /** The worker that recomputes figures asks under the same role. */
  private static void nobodyElseIsAtWork(Jurisdiction where) {
    Waiting.until("figures recomputed", () -> Owner.asked("select count(*) from rollup.dirty where jurisdiction = ?", where.code().value()).equals("0"));
  }
}
