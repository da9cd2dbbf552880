package org.jiheng.infra.server;

import java.util.List;
import org.jiheng.tenants.persistence.Schemas;
import org.jiheng.tenants.scope.Jurisdiction;

/** What stands in a jurisdiction's audit trail, seen past the product, in the order in which it was written. */
public final class TrailRows {

  private TrailRows() {}

  /** Entries whose subject begins so: act, outcome, before, after and note, separated by bars. */
  public static List<String> of(Jurisdiction where, String subject) {
    return columns(where, "act, outcome, before, after, note", "subject like ?", subject + "%");
  }

  public static List<String> columns(Jurisdiction where, String columns, String condition, Object... values) {
    return Owner.rows("select " + columns + " from " + Schemas.of(where.code()) + ".audit_entry where " + condition + " order by at, id", values);
  }
}
