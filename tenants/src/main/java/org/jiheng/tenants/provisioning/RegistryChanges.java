package org.jiheng.tenants.provisioning;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jiheng.tenants.desk.Administrator;
import org.jiheng.tenants.desk.DeskRows;
import org.jiheng.tenants.desk.Job;
import org.jiheng.tenants.desk.Objection;
import org.jiheng.tenants.desk.Objections;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.persistence.Schemas;
import org.jiheng.tenants.scope.JurisdictionCode;
import org.jiheng.tenants.scope.JurisdictionState;

/** What jobs change in the registry, and what they check against it. Every change may be repeated. */
public final class RegistryChanges {

  private final DataSource migrator;

  public RegistryChanges(DataSource migrator) {
    this.migrator = migrator;
  }

  /**
   * Everything that speaks against a job now, whoever wrote it down.
   *
   * @param taken whether a user name is somebody else's
   */
  public List<Objection> objections(Job job, Predicate<String> taken) throws SQLException {
    try (Connection connection = migrator.getConnection()) {
      List<Objection> found = new ArrayList<>(Objections.to(job.wish(), DeskRows.standings(connection), taken));
      if (!job.byCommand() && !entitled(connection, job)) {
        found.add(Objection.notEntitled());
      }
      return found;
    }
  }

  /** Today the system administrator of a prefecture, not disabled there, and it is a county of that prefecture the job is about. */
  private static boolean entitled(Connection connection, Job job) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement("""
        select from platform.membership m join platform.jurisdiction j on j.code = m.jurisdiction and j.parent is null and j.state = 'ACTIVE'
        join platform.staff s on s.person = m.person and s.jurisdiction = m.jurisdiction and s.disabled_since is null
        where m.person = ? and m.jurisdiction = ? and m.jurisdiction = ? and m.role = 'SYSTEM_ADMIN'
          and m.valid_from <= current_date and (m.valid_until is null or m.valid_until >= current_date)""")) {
      query.setObject(1, job.wantedBy());
      query.setString(2, job.prefecture().map(JurisdictionCode::value).orElse(null));
      query.setString(3, job.wish().parent().map(JurisdictionCode::value).orElse(null));
      try (ResultSet row = query.executeQuery()) {
        return row.next();
      }
    }
  }

  /** Whether the jurisdiction has been opened to people, whatever became of it since. */
  public boolean isOpened(JurisdictionCode code) throws SQLException {
    try (Connection connection = migrator.getConnection()) {
      return DeskRows.standings(connection).stream()
          .anyMatch(one -> one.jurisdiction().code().equals(code) && one.wanted() != JurisdictionState.ONBOARDING);
    }
  }

  /**
   * Whether this person holds or held a post in the jurisdiction: then the account is one of its own. Or belongs nowhere any more, as
   * after its removal, and is called the same: then the account may be its own again, as anybody's who takes the person on.
   */
  public boolean belongs(UUID person, String name, JurisdictionCode code) throws SQLException {
    try (Connection connection = migrator.getConnection(); PreparedStatement query = connection.prepareStatement("""
        select from platform.membership where person = ? and jurisdiction = ?
        union all select from platform.person p where p.id = ? and p.name = ? and p.home is null
          and not exists (select from platform.staff s where s.person = p.id)""")) {
      query.setObject(1, person);
      query.setString(2, code.value());
      query.setObject(3, person);
      query.setString(4, name);
      try (ResultSet row = query.executeQuery()) {
        return row.next();
      }
    }
  }

  /**
   * Copies the prefecture's holidays and tasks where the county has none for the day or kind; tasks for single units are not: the
   * county's units are others. Parameters are not copied: those of the prefecture's template hold in every county that has no row of its own, also when the template changes later.
   *
   * @return how many rows there were to copy
   */
  public int copyCalendar(JurisdictionCode prefecture, JurisdictionCode county) throws SQLException {
    try (Connection connection = migrator.getConnection(); Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      List<Object[]> holidays = rows(statement, "select day, name, working from " + Schemas.of(prefecture) + ".holiday");
      List<Object[]> tasks = rows(statement, "select gen_random_uuid(), fiscal_year, form_type, title, opens, due, cut_off, scope from "
          + Schemas.of(prefecture) + ".task where scope <> 'CHOSEN' and state <> 'CANCELLED'");
      // as the county itself: whatever is written past its role counts as tampering in its trail
      statement.execute("grant " + Schemas.roleOf(county) + " to current_user");
      statement.execute("set local role " + Schemas.roleOf(county));
      insert(connection, "insert into " + Schemas.of(county) + ".holiday (day, name, working) values (?, ?, ?) on conflict do nothing", holidays);
      insert(connection, "insert into " + Schemas.of(county)
          + ".task (id, fiscal_year, form_type, title, opens, due, cut_off, scope) values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing", tasks);
      connection.commit();
      return holidays.size() + tasks.size();
    }
  }

  private static List<Object[]> rows(Statement statement, String query) throws SQLException {
    List<Object[]> rows = new ArrayList<>();
    try (ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        Object[] values = new Object[row.getMetaData().getColumnCount()];
        for (int i = 0; i < values.length; i++) {
          values[i] = row.getObject(i + 1);
        }
        rows.add(values);
      }
    }
    return rows;
  }

  private static void insert(Connection connection, String sql, List<Object[]> rows) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (Object[] values : rows) {
        for (int i = 0; i < values.length; i++) {
          insert.setObject(i + 1, values[i]);
        }
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /**
   * Enters a first administrator and the post, from today on.
   *
   * @param person the identity provider's subject
   */
  public void appoint(JurisdictionCode code, UUID person, Administrator administrator) throws SQLException {
    try (Connection connection = migrator.getConnection()) {
      connection.setAutoCommit(false);
      insert(connection, "insert into platform.person (id, username, name) values (?, ?, ?) on conflict (id) do nothing",
          List.<Object[]>of(new Object[] {person, administrator.username(), administrator.name()}));
      insert(connection, """
          insert into platform.membership (id, person, jurisdiction, unit_prefix, role, valid_from)
          select ?, ?, ?, '', ?, current_date
          where not exists (select from platform.membership where person = ? and jurisdiction = ? and role = ?
                              and (valid_until is null or valid_until >= current_date))""",
          List.<Object[]>of(new Object[] {Identifiers.next(), person, code.value(), administrator.role().name(),
              person, code.value(), administrator.role().name()}));
      connection.commit();
    }
  }

  /** Calls a jurisdiction by another name. @return the name before */
  public String rename(JurisdictionCode code, String name) throws SQLException {
    return changed("update platform.jurisdiction j set name = ? from platform.jurisdiction o where j.code = ? and o.code = j.code returning o.name",
        name, code.value());
  }

  /** Lets people into a jurisdiction that is being set up. One that was opened before is left as it is. */
  public void open(JurisdictionCode code, String reason) throws SQLException {
    changed("update platform.jurisdiction set state = 'ACTIVE', state_since = now(), state_reason = ? where code = ? and state = 'ONBOARDING' "
        + "returning state", reason, code.value());
  }

  /**
   * Lets people in again, or keeps them out. One that is quarantined becomes so when it is mended; one that is so already stays so since
   * when it was.
   *
   * @param state {@link JurisdictionState#ACTIVE} or {@link JurisdictionState#SUSPENDED}
   * @param reason what people who are kept out will read
   */
  public void bring(JurisdictionCode code, JurisdictionState state, String reason) throws SQLException {
    changed("""
        update platform.jurisdiction set
          state_before = case state when 'QUARANTINED' then ? end,
          state_since = case when state in ('QUARANTINED', ?) then state_since else now() end,
          state_reason = case state when ? then state_reason else ? end,
          state = case state when 'QUARANTINED' then state else ? end
        where code = ? and state <> 'REMOVED' returning state""", state.name(), state.name(), state.name(), reason, state.name(), code.value());
  }

  private String changed(String update, String... values) throws SQLException {
    try (Connection connection = migrator.getConnection(); PreparedStatement statement = connection.prepareStatement(update)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? row.getString(1) : "";
      }
    }
  }

  /**
   * Ends every post in a jurisdiction, lets its people go, ends what firms do there, takes its figures away from its prefecture, and marks it as removed. Its row stays, so that
   * everybody can see that it was there. A post that began today ends today.
   */
  public void end(JurisdictionCode code, String reason) throws SQLException {
    try (Connection connection = migrator.getConnection()) {
      connection.setAutoCommit(false);
      List<Object[]> here = List.<Object[]>of(new Object[] {code.value()});
      insert(connection, """
          update platform.membership set valid_until = greatest(valid_from, current_date - 1)
          where jurisdiction = ? and (valid_until is null or valid_until >= current_date)""", here);
      insert(connection, "delete from platform.staff where jurisdiction = ?", here);
      insert(connection, """
          update platform.person p set home = (select min(s.jurisdiction) from platform.staff s where s.person = p.id)
          where home = ?""", here);
      insert(connection, "delete from platform.job where jurisdiction = ?", here);
      insert(connection, "delete from rollup.dirty where jurisdiction = ?", here);
      insert(connection, "delete from rollup.self_evaluation where jurisdiction = ?", here);
      insert(connection, """
          update platform.jurisdiction set state = 'REMOVED', state_since = now(), state_before = null, state_reason = ?, layout_note = null
          where code = ? and state <> 'REMOVED'""", List.<Object[]>of(new Object[] {reason, code.value()}));
      connection.commit();
    }
  }
}
