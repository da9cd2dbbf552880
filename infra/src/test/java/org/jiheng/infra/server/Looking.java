package org.jiheng.infra.server;

import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Kizilsu.oversight;

import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.audit.Record;
import org.jiheng.tenants.audit.Trail;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.Scope;

/** The prefecture's look into a county, as the use cases have it: on the county's record first. */
public final class Looking {

  private Looking() {}

  public static Scope into(Trail trail, Jurisdiction county) {
    return as(oversight(), () -> trail.lookInto(county, Record.of(Act.READ, "TEST", "a look")));
  }
}
