package org.jiheng.tenants.desk;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jiheng.tenants.audit.Trail;
import org.jiheng.tenants.desk.Objection.Field;
import org.jiheng.tenants.desk.Objection.Why;
import org.jiheng.tenants.identity.FreshLogin;
import org.jiheng.tenants.identity.FreshLoginNeededException;
import org.jiheng.tenants.persistence.PlatformRole;
import org.jiheng.tenants.persistence.Schemas;
import org.jiheng.tenants.persistence.TenantDataSource;
import org.jiheng.tenants.scope.JurisdictionCode;
import org.jiheng.tenants.scope.NoScopeException;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;

/**
 * Where a county says whether everything it holds may be handed to whoever looks after the platform, who otherwise has no business data
 * (DOMAIN 12): its security administrator, or the prefecture's where nobody gets into the county any more. Who may say so is checked by
 * the database once more.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class ExportConsents {

  /** Longest reason of an answer, in characters. */
  public static final int LONGEST_REASON = 200;

  /**
   * An export that is there or was.
   *
   * @param county whose, by its name
   * @param asksCaller whether the caller is asked about it now
   */
  public record Line(String county, Job job, boolean asksCaller) {}

  @Resource(lookup = TenantDataSource.JNDI)
  private DataSource dataSource;

  @Inject
  private FreshLogin freshLogin;

  @Inject
  private Trail trail;

  /** Whether the caller is somebody who may be asked: a security administrator, at home. */
  public boolean isOpen() {
    Scope scope = Scope.current();
    return !scope.readOnly() && scope.caller().holds(Role.SECURITY_ADMIN);
  }

  private Scope open() {
    if (!isOpen()) {
      throw new NoScopeException("nobody asks this caller about exports of " + Scope.current().jurisdiction().code());
    }
    return Scope.current();
  }

  /**
   * Exports of the caller's jurisdiction, also those by command that ask nobody, and what else the caller's jurisdiction is or was asked
   * about; the latest first.
   */
  public List<Line> exports() {
    Scope scope = open();
    return asked(connection -> {
      Map<JurisdictionCode, String> names = new HashMap<>();
      DeskRows.standings(connection).forEach(one -> names.put(one.jurisdiction().code(), one.jurisdiction().name()));
      return DeskRows.exports(connection, scope.jurisdiction().code()).stream()
          .map(job -> new Line(names.getOrDefault(job.wish().jurisdiction(), job.wish().code()), job, job.export().asks().equals(Optional.of(scope.jurisdiction().code()))
              && !job.wantedBy().equals(scope.caller().id()))).toList();
    });
  }

  /** What speaks against an answer for this reason. */
  public List<Objection> objections(String reason) {
    int length = reason.strip().length();
    if (length > LONGEST_REASON) {
      return List.of(Objection.to(Field.REASON, Why.REASON_TOO_LONG));
    }
    return length < Objections.SHORTEST_REASON ? List.of(Objection.to(Field.REASON, Why.REASON_TOO_SHORT)) : List.of();
  }

  /**
   * Answers for the caller's jurisdiction, once; on record in the county's trail and the prefecture's. Asks for a fresh login.
   *
   * @param reason {@link Objections#SHORTEST_REASON} to {@link #LONGEST_REASON} characters
   * @return false if the caller is not, or no longer, the one who is asked; nothing is changed then, and that is on record
   * @throws WishRefusedException if the reason is too short or too long
   */
  public boolean answer(UUID job, Answer answer, String reason) {
    if (!isOpen()) {
      trail.addWhateverHappens(Handed.EXPORT.refused(job, Optional.empty(), Why.NOT_ENTITLED));
    }
    Scope scope = open();
    List<Objection> objections = objections(reason);
    if (!objections.isEmpty()) {
      throw new WishRefusedException(objections);
    }
    Optional<Job> known = exports().stream().map(Line::job).filter(one -> one.id().equals(job)).findFirst();
    try {
      freshLogin.require();
    } catch (FreshLoginNeededException first) {
      trail.addWhateverHappens(Handed.EXPORT.refused(job, known, Handed.Refusal.FRESH_LOGIN_NEEDED));
      throw first;
    }
    boolean said = asked(connection -> DeskRows.answer(connection, job, scope, answer, reason.strip()));
    if (!said) {
      trail.addWhateverHappens(Handed.EXPORT.refused(job, known, Handed.Refusal.NOT_ASKED));
    }
    return said;
  }

  private <T> T asked(PlatformRole.Work<T> work) {
    try {
      return PlatformRole.call(dataSource, Schemas.DESK_ROLE, work);
    } catch (SQLException failure) {
      throw new IllegalStateException("the desk cannot reach the database", failure);
    }
  }
}
