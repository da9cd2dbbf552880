package org.jiheng.tenants.people;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.WebApplicationException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jiheng.tenants.identity.Accounts;
import org.jiheng.tenants.identity.IdentityUnavailableException;
import org.jiheng.tenants.identity.Registry;
import org.jiheng.tenants.persistence.PlatformRole;
import org.jiheng.tenants.persistence.Schemas;
import org.jiheng.tenants.persistence.TenantDataSource;
import org.jiheng.tenants.scope.Membership;

/** Tells the identity provider what the registry says of the people it has not been told about yet. Every step may be repeated. */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
class AccountsDue {

  private static final Logger LOG = Logger.getLogger(AccountsDue.class.getName());

  @Resource(lookup = TenantDataSource.JNDI)
  private DataSource dataSource;

  @Inject
  private Registry registry;

  @Inject
  private Accounts accounts;

  /**
   * Whoever has waited longest first. Of whom the provider will not hear now keeps nobody else waiting.
   *
   * @throws IdentityUnavailableException if the provider does not answer; who is left waits on
   * @throws RuntimeException if the database does not answer
   */
  void settle() {
    waiting().forEach((person, since) -> {
      try {
        tell(person);
        told(person, since);
      } catch (IdentityUnavailableException failed) {
        if (!(failed.getCause() instanceof WebApplicationException)) {
          throw failed;
        }
        LOG.log(Level.WARNING, "the identity provider would not hear of {0}: {1}", new Object[] {person, failed.getCause().getMessage()});
      }
    });
  }

  /** Whoever belongs nowhere any more cannot sign in; everybody else has the roles of the posts that are left. */
  private void tell(UUID person) {
    if (registry.placesOf(person).isEmpty()) {
      accounts.close(person);
    } else {
      accounts.align(person, registry.postsOf(person).stream().map(Membership::role).collect(Collectors.toSet()));
      accounts.open(person);
    }
  }

  private Map<UUID, OffsetDateTime> waiting() {
    return asked(connection -> {
      try (PreparedStatement query = connection.prepareStatement("select person, since from platform.account_due order by since");
          ResultSet rows = query.executeQuery()) {
        Map<UUID, OffsetDateTime> waiting = new LinkedHashMap<>();
        while (rows.next()) {
          waiting.put(rows.getObject(1, UUID.class), rows.getObject(2, OffsetDateTime.class));
        }
        return waiting;
      }
    });
  }

  /** What changed in the registry meanwhile is told the next time. */
  private void told(UUID person, OffsetDateTime since) {
    asked(connection -> {
      try (PreparedStatement statement = connection.prepareStatement("delete from platform.account_due where person = ? and since = ?")) {
        statement.setObject(1, person);
        statement.setObject(2, since);
        return statement.executeUpdate();
      }
    });
  }

  private <T> T asked(PlatformRole.Work<T> work) {
    try {
      return PlatformRole.call(dataSource, Schemas.IDENTITY_ROLE, work);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
