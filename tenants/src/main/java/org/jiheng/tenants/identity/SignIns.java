package org.jiheng.tenants.identity;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.jiheng.tenants.persistence.Schemas;
import org.jiheng.tenants.persistence.TenantDataSource;
import org.jiheng.tenants.scope.Scope;

/**
 * Keeps when somebody last signed in to a jurisdiction, for its administrators; written with that jurisdiction's own role. Told when the
 * sign-in stands in the audit trail, and not before: what is refused there was no sign-in.
 */
@ApplicationScoped
public class SignIns {

  @Resource(lookup = TenantDataSource.JNDI)
  private DataSource dataSource;

  private final Clock clock = Clock.systemUTC();

  /** @throws RegistryUnavailableException if the database does not answer */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void note(Scope scope) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement role = connection.prepareStatement("select set_config('role', ?, true)");
        PreparedStatement note = connection.prepareStatement("""
            insert into platform.last_sign_in (person, jurisdiction, at, origin) values (?, ?, ?, ?)
            on conflict (person, jurisdiction) do update set at = excluded.at, origin = excluded.origin""")) {
      role.setString(1, Schemas.roleOf(scope.jurisdiction().code()));
      role.execute();
      note.setObject(1, scope.caller().id());
      note.setString(2, scope.jurisdiction().code().value());
      note.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
      note.setString(4, scope.caller().origin());
      note.execute();
    } catch (SQLException failure) {
      throw new RegistryUnavailableException(failure);
    }
  }
}
