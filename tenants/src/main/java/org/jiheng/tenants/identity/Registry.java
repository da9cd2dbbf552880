package org.jiheng.tenants.identity;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jiheng.tenants.persistence.Schemas;
import org.jiheng.tenants.persistence.TenantDataSource;
import org.jiheng.tenants.scope.BusinessDay;
import org.jiheng.tenants.scope.Caller;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.JurisdictionCode;
import org.jiheng.tenants.scope.Membership;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;

/**
 * The membership registry: which jurisdictions there are, and who may be what in which of them today. Asked at every
 * request, so that a change takes effect at once. Reads under a role that sees the registry and no jurisdiction's table, and
 * never inside a jurisdiction's transaction: its role would be lost there.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class Registry {

  private static final String JURISDICTIONS = "select code, name, parent from platform.jurisdiction where state = 'ACTIVE'";
  private static final String MEMBERSHIPS = """
      select p.id, p.username, p.name, m.jurisdiction, m.unit_prefix, m.role, m.valid_from, m.valid_until, m.engagement,
             j.name as jurisdiction_name, j.parent
      from platform.membership m
      join platform.person p on p.id = m.person
      join platform.jurisdiction j on j.code = m.jurisdiction and j.state = 'ACTIVE'
      cross join lateral (select case when m.engagement is null then ?::date else ?::date end as day) today
      where m.person = ? and m.valid_from <= today.day and (m.valid_until is null or m.valid_until >= today.day)
      order by m.jurisdiction, m.role, m.unit_prefix""";

  @Resource(lookup = TenantDataSource.JNDI)
  private DataSource dataSource;

  @Inject
  @BusinessDay
  private Clock businessDay;

  private final Clock clock = Clock.systemDefaultZone();

  /**
   * The scopes a person may act in, one for each jurisdiction with a membership that holds today: a post by the server's day,
   * which nobody sets; what an engagement opens by the business date, as every term of a contract.
   */
  public List<Scope> scopesOf(UUID person) {
    LocalDate today = LocalDate.now(clock);
    LocalDate dayOfBusiness = LocalDate.now(businessDay);
    return asked(MEMBERSHIPS, query -> {
      query.setObject(1, today);
      query.setObject(2, dayOfBusiness);
      query.setObject(3, person);
    }, Registry::scopes);
  }

  /** Every active jurisdiction, in the order of their codes. */
  public List<Jurisdiction> jurisdictions() {
    return asked(JURISDICTIONS + " order by code", query -> { }, rows -> {
      List<Jurisdiction> found = new ArrayList<>();
      while (rows.next()) {
        found.add(jurisdiction(rows, rows.getString("name")));
      }
      return found;
    });
  }

  /** Jurisdictions whose summary figures are out of date. */
  public List<Jurisdiction> withStaleFigures() {
    return asked(JURISDICTIONS + " and code in (select jurisdiction from rollup.dirty) order by code", query -> { }, rows -> {
      List<Jurisdiction> found = new ArrayList<>();
      while (rows.next()) {
        found.add(jurisdiction(rows, rows.getString("name")));
      }
      return found;
    });
  }

  public Optional<Jurisdiction> jurisdiction(JurisdictionCode code) {
    return jurisdictions().stream().filter(one -> one.code().equals(code)).findFirst();
  }

  /** Whether the database answers. */
  public boolean answers() {
    try {
      return asked("select 1", query -> { }, ResultSet::next);
    } catch (RegistryUnavailableException silent) {
      return false;
    }
  }

  private interface Binding {
    void to(PreparedStatement query) throws SQLException;
  }

  private interface Reading<T> {
    T of(ResultSet rows) throws SQLException;
  }

  private <T> T asked(String sql, Binding binding, Reading<T> reading) {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement role = connection.prepareStatement("select set_config('role', ?, true)");
          PreparedStatement query = connection.prepareStatement(sql)) {
        role.setString(1, Schemas.IDENTITY_ROLE);
        role.execute();
        binding.to(query);
        try (ResultSet rows = query.executeQuery()) {
          return reading.of(rows);
        }
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException failure) {
      throw new RegistryUnavailableException(failure);
    }
  }

  private static List<Scope> scopes(ResultSet rows) throws SQLException {
    List<Scope> scopes = new ArrayList<>();
    List<Membership> memberships = new ArrayList<>();
    while (rows.next()) {
      Jurisdiction jurisdiction = jurisdiction(rows.getString("jurisdiction"), rows.getString("jurisdiction_name"), rows.getString("parent"));
      if (!memberships.isEmpty() && !memberships.getFirst().jurisdiction().equals(jurisdiction.code())) {
        memberships = new ArrayList<>();
      }
      if (!memberships.isEmpty()) {
        scopes.removeLast();
      }
      memberships.add(new Membership(
          jurisdiction.code(),
          rows.getString("unit_prefix"),
          Role.valueOf(rows.getString("role")),
          rows.getObject("valid_from", LocalDate.class),
          Optional.ofNullable(rows.getObject("valid_until", LocalDate.class)),
          Optional.ofNullable(rows.getObject("engagement", UUID.class))));
      scopes.add(Scope.of(
          new Caller(rows.getObject("id", UUID.class), rows.getString("username"), rows.getString("name"), memberships), jurisdiction));
    }
    return scopes;
  }

  private static Jurisdiction jurisdiction(ResultSet row, String name) throws SQLException {
    return jurisdiction(row.getString("code"), name, row.getString("parent"));
  }

  private static Jurisdiction jurisdiction(String code, String name, String parent) {
    return new Jurisdiction(new JurisdictionCode(code), name, Optional.ofNullable(parent).map(JurisdictionCode::new));
  }
}
