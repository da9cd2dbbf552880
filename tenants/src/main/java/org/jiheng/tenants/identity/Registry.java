package org.jiheng.tenants.identity;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jiheng.tenants.persistence.PlatformRole;
import org.jiheng.tenants.persistence.Schemas;
import org.jiheng.tenants.persistence.TenantDataSource;
import org.jiheng.tenants.scope.BusinessDay;
import org.jiheng.tenants.scope.Caller;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.JurisdictionCode;
import org.jiheng.tenants.scope.JurisdictionState;
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
      join platform.staff s on s.person = m.person and s.jurisdiction = m.jurisdiction and s.disabled_since is null
      cross join lateral (select case when m.engagement is null then ?::date else ?::date end as day) today
      where m.person = ? and m.valid_from <= today.day and (m.valid_until is null or m.valid_until >= today.day)
        and (m.engagement is null or exists (select from platform.admitted a
          where a.person = m.person and a.jurisdiction = m.jurisdiction and a.engagement = m.engagement))
      order by m.jurisdiction, m.role, m.unit_prefix""";
  private static final String CLOSED = """
      select distinct j.code, j.name, j.state, j.state_since, j.state_reason
      from platform.membership m
      join platform.jurisdiction j on j.code = m.jurisdiction and j.state in ('ONBOARDING', 'SUSPENDED', 'QUARANTINED')
      where m.person = ? and m.valid_from <= ? and (m.valid_until is null or m.valid_until >= ?)
      order by j.code""";

  private static final String POSTS = """
      select m.jurisdiction, m.unit_prefix, m.role, m.valid_from, m.valid_until, m.engagement
      from platform.membership m
      join platform.staff s on s.person = m.person and s.jurisdiction = m.jurisdiction and s.disabled_since is null
      where m.person = ? and (m.valid_until is null or m.valid_until >= ?)""";

  private static final String CONCERNED = """
      select j.code, j.name, j.parent from platform.jurisdiction j
      where exists (select from platform.staff s where s.person = ? and s.jurisdiction = j.code)
         or j.parent is null and not exists (select from platform.staff s where s.person = ?)
      order by j.code""";

  @Resource(lookup = TenantDataSource.JNDI)
  private DataSource dataSource;

  @Inject
  @BusinessDay
  private Clock businessDay;

  /**
   * The server's day and not the business date: a post is held by a real person from one real day to another, and no day a
   * demonstration plays in gives or takes it.
   */
  private final Clock clock = Clock.systemDefaultZone();

  /**
   * The scopes a person may act in, one for each jurisdiction with a membership that holds today: a post by the server's day,
   * which nobody sets; what an engagement opens by the business date, as every term of a contract, and only while the person works
   * for the firm that was engaged, or is an active expert of the register.
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

  /**
   * What has become of a scope that was bound some time ago: the same person in the same jurisdiction with the posts of now;
   * empty if that person holds none there any more. For work that goes on after the request it was begun in.
   */
  public Optional<Scope> renewed(Scope earlier) {
    return scopesOf(earlier.caller().id()).stream().filter(earlier::samePerson).findFirst().map(now -> now.from(earlier.caller().origin()));
  }

  /**
   * What a person is in all jurisdictions together, also in those that do not work today: posts that have not ended and that
   * nobody suspended by disabling the person there.
   */
  public List<Membership> postsOf(UUID person) {
    LocalDate today = LocalDate.now(clock);
    return asked(POSTS, query -> {
      query.setObject(1, person);
      query.setObject(2, today);
    }, rows -> {
      List<Membership> posts = new ArrayList<>();
      while (rows.next()) {
        posts.add(membership(rows));
      }
      return posts;
    });
  }

  /** Where a person belongs and is not disabled. */
  public List<JurisdictionCode> placesOf(UUID person) {
    return asked("select jurisdiction from platform.staff where person = ? and disabled_since is null order by jurisdiction",
        query -> query.setObject(1, person), rows -> {
          List<JurisdictionCode> places = new ArrayList<>();
          while (rows.next()) {
            places.add(new JurisdictionCode(rows.getString(1)));
          }
          return places;
        });
  }

  /**
   * Where it is put on record that a person with this name was turned away: every jurisdiction the person belongs to, with a
   * post or without, or, if to none, the prefectures. Nothing may be done in these scopes: they hold no role.
   */
  public List<Scope> turnedAwayFrom(Caller nobody) {
    return asked(CONCERNED, query -> {
      query.setObject(1, nobody.id());
      query.setObject(2, nobody.id());
    }, rows -> {
      List<Scope> found = new ArrayList<>();
      while (rows.next()) {
        found.add(Scope.of(nobody, jurisdiction(rows, rows.getString("name"))));
      }
      return found;
    });
  }

  /** A jurisdiction whose people are kept out, since when, and why in the words of whoever closed it. */
  record Closed(JurisdictionCode code, String name, JurisdictionState state, Instant since, String reason) {}

  /** The jurisdictions a person holds a post in today and cannot get into now. */
  List<Closed> closedTo(UUID person) {
    LocalDate today = LocalDate.now(clock);
    return asked(CLOSED, query -> {
      query.setObject(1, person);
      query.setObject(2, today);
      query.setObject(3, today);
    }, rows -> {
      List<Closed> found = new ArrayList<>();
      while (rows.next()) {
        found.add(new Closed(new JurisdictionCode(rows.getString("code")), rows.getString("name"),
            JurisdictionState.valueOf(rows.getString("state")), rows.getObject("state_since", OffsetDateTime.class).toInstant(),
            rows.getString("state_reason")));
      }
      return found;
    });
  }

  /** Whom a verified subject is registered as, with a post or without: to be named in the record, and for nothing else. */
  Optional<Caller> named(UUID person) {
    return asked("select username, name from platform.person where id = ?", query -> query.setObject(1, person),
        row -> row.next() ? Optional.of(new Caller(person, row.getString(1), row.getString(2), List.of())) : Optional.empty());
  }

  /** Whether somebody, anywhere, has this user name. */
  public boolean knows(String username) {
    return asked("select from platform.person where username = ?", query -> query.setString(1, username), ResultSet::next);
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

  /**
   * Every jurisdiction that keeps a trail, in the order of their codes: also those whose people are kept out. Whether the tables of a
   * quarantined one can be worked on is not known.
   */
  public List<Kept> trails() {
    return asked("select code, name, parent, state from platform.jurisdiction where state in ('ACTIVE', 'SUSPENDED', 'QUARANTINED') order by code",
        query -> { }, rows -> {
          List<Kept> found = new ArrayList<>();
          while (rows.next()) {
            found.add(new Kept(jurisdiction(rows, rows.getString("name")), JurisdictionState.valueOf(rows.getString("state"))));
          }
          return found;
        });
  }

  /** A jurisdiction that keeps a trail, and how it stands. */
  public record Kept(Jurisdiction jurisdiction, JurisdictionState state) {}

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
    try {
      return PlatformRole.call(dataSource, Schemas.IDENTITY_ROLE, connection -> {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
          binding.to(query);
          try (ResultSet rows = query.executeQuery()) {
            return reading.of(rows);
          }
        }
      });
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
      memberships.add(membership(rows));
      scopes.add(Scope.of(
          new Caller(rows.getObject("id", UUID.class), rows.getString("username"), rows.getString("name"), memberships), jurisdiction));
    }
    return scopes;
  }

  private static Membership membership(ResultSet row) throws SQLException {
    return new Membership(
        new JurisdictionCode(row.getString("jurisdiction")),
        row.getString("unit_prefix"),
        Role.valueOf(row.getString("role")),
        row.getObject("valid_from", LocalDate.class),
        Optional.ofNullable(row.getObject("valid_until", LocalDate.class)),
        Optional.ofNullable(row.getObject("engagement", UUID.class)));
  }

  private static Jurisdiction jurisdiction(ResultSet row, String name) throws SQLException {
    return jurisdiction(row.getString("code"), name, row.getString("parent"));
  }

  private static Jurisdiction jurisdiction(String code, String name, String parent) {
    return new Jurisdiction(new JurisdictionCode(code), name, Optional.ofNullable(parent).map(JurisdictionCode::new));
  }
}
