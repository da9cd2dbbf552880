package org.jiheng.tenants.people;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    waiting().forEach(person -> {
      try {
        settle(person);
      } catch (IdentityUnavailableException failed) {
        if (!(failed.getCause() instanceof WebApplicationException)) {
          throw failed;
        }
        LOG.log(Level.WARNING, "the identity provider would not hear of {0}: {1}", new Object[] {person, failed.getCause().getMessage()});
      }
    });
  }

  /** What is to be told of somebody. */
  private record Due(OffsetDateTime since, boolean opens) {}

  /** One at a time for each person, at whichever server: what the registry said before is told nobody after what it says now. */
  private void settle(UUID person) {
    asked(connection -> {
      Optional<Due> due = isOurs(connection, person) ? due(connection, person) : Optional.empty();
      if (due.isPresent()) {
        tell(person, due.get().opens());
        told(connection, person, due.get().since());
      }
      return due;
    });
  }

  /** Until the end of the transaction; false while another one tells. */
  private static boolean isOurs(Connection connection, UUID person) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement("select pg_try_advisory_xact_lock(hashtext('account'), hashtext(?))")) {
      query.setString(1, person.toString());
      try (ResultSet row = query.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  private static Optional<Due> due(Connection connection, UUID person) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement("select since, opens from platform.account_due where person = ?")) {
      query.setObject(1, person);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(new Due(row.getObject(1, OffsetDateTime.class), row.getBoolean(2))) : Optional.empty();
      }
    }
  }

  /**
   * Whoever belongs nowhere any more cannot sign in; everybody else has the roles of the posts that are left, and is let in if that is what
   * was done. Of an account that is gone there is nothing to tell.
   */
  private void tell(UUID person, boolean opens) {
    try {
      if (registry.placesOf(person).isEmpty()) {
        accounts.close(person);
        return;
      }
      accounts.align(person, registry.postsOf(person).stream().map(Membership::role).collect(Collectors.toSet()));
      if (opens) {
        accounts.open(person);
      }
    } catch (IdentityUnavailableException failed) {
      if (!(failed.getCause() instanceof NotFoundException) || accounts.isThere(person)) {
        throw failed;
      }
      LOG.log(Level.WARNING, "the identity provider has no account of {0}", person);
    }
  }

  private List<UUID> waiting() {
    return asked(connection -> {
      try (PreparedStatement query = connection.prepareStatement("select person from platform.account_due order by since");
          ResultSet rows = query.executeQuery()) {
        List<UUID> waiting = new ArrayList<>();
        while (rows.next()) {
          waiting.add(rows.getObject(1, UUID.class));
        }
        return waiting;
      }
    });
  }

  /** What changed in the registry meanwhile is told the next time. */
  private static void told(Connection connection, UUID person, OffsetDateTime since) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("delete from platform.account_due where person = ? and since = ?")) {
      statement.setObject(1, person);
      statement.setObject(2, since);
      statement.executeUpdate();
    }
  }

  private <T> T asked(PlatformRole.Work<T> work) {
    try {
      return PlatformRole.call(dataSource, Schemas.IDENTITY_ROLE, work);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
