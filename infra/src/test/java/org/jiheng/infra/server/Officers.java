package org.jiheng.infra.server;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;

/** Security administrators whom the registry knows, too: where the database asks it who may say something. */
public final class Officers {

  private Officers() {}

  /** Signed in a moment ago. */
  public static Scope securityAdministrator(Jurisdiction where) {
    Scope officer = Kizilsu.person(where, "安全管理员", "", Role.SECURITY_ADMIN);
    UUID id = officer.caller().id();
    Owner.told("insert into platform.person (id, username, name) values (?, ?, ?) on conflict do nothing", id, "security." + where.code(), officer.caller().name());
    Owner.told("""
        insert into platform.membership (id, person, jurisdiction, unit_prefix, role, valid_from)
        select ?, ?, ?, '', 'SECURITY_ADMIN', current_date - 1 where not exists (select from platform.membership where person = ?)""",
        Identifiers.next(), id, where.code().value(), id);
    return officer.provedAt(Optional.of(Instant.now()));
  }
}
