package org.jiheng.tenants.desk;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.audit.Outcome;
import org.jiheng.tenants.audit.Record;
import org.jiheng.tenants.audit.Trail;
import org.jiheng.tenants.desk.Objection.Field;
import org.jiheng.tenants.desk.Objection.Why;
import org.jiheng.tenants.identity.Accounts;
import org.jiheng.tenants.identity.FreshLogin;
import org.jiheng.tenants.identity.FreshLoginNeededException;
import org.jiheng.tenants.identity.OneTimePassword;
import org.jiheng.tenants.identity.Registry;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.persistence.PlatformRole;
import org.jiheng.tenants.persistence.Schemas;
import org.jiheng.tenants.persistence.TenantDataSource;
import org.jiheng.tenants.scope.NoScopeException;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;

/**
 * Where the system administrator of a prefecture hands in what is to be done with its counties, and hears what became of it.
 * Writes wishes down and does nothing else: the database role it works under can do nothing else.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class ProvisioningDesk {

  /** A county with the latest that was wanted with it. One that never came to stand in the registry has only that. */
  public record Line(Optional<Standing> standing, Optional<Job> latest) {

    public String code() {
      return standing.map(one -> one.jurisdiction().code().value()).orElseGet(() -> latest.orElseThrow().wish().code());
    }

    public String name() {
      return standing.map(one -> one.jurisdiction().name()).orElseGet(() -> latest.orElseThrow().wish().name());
    }
  }

  @Resource(lookup = TenantDataSource.JNDI)
  private DataSource dataSource;

  @Inject
  private Registry registry;

  @Inject
  private Accounts accounts;

  @Inject
  private FreshLogin freshLogin;

  @Inject
  private Trail trail;

  /** Whether the desk is open to the caller: the system administrator of a jurisdiction that stands under no other. */
  public boolean isOpen() {
    Scope scope = Scope.current();
    return !scope.readOnly() && scope.jurisdiction().parent().isEmpty() && scope.caller().holds(Role.SYSTEM_ADMIN);
  }

  private Scope open() {
    if (!isOpen()) {
      throw new NoScopeException("the desk of " + Scope.current().jurisdiction().code() + " is not open to this caller");
    }
    return Scope.current();
  }

  /** The counties of the caller's prefecture in the order of codes, also those that are gone and those that failed to be set up. */
  public List<Line> counties() {
    Scope scope = open();
    return asked(connection -> {
      Map<String, Job> latest = new TreeMap<>();
      DeskRows.latest(connection, scope.jurisdiction().code()).forEach(job -> latest.put(job.wish().code(), job));
      List<Line> lines = new ArrayList<>();
      for (Standing one : DeskRows.standings(connection)) {
        Optional<Job> job = Optional.ofNullable(latest.remove(one.jurisdiction().code().value()));
        if (scope.jurisdiction().oversees(one.jurisdiction())) {
          lines.add(new Line(Optional.of(one), job));
        }
      }
      latest.values().forEach(job -> lines.add(new Line(Optional.empty(), Optional.of(job))));
      return lines;
    });
  }

  /** Everything that speaks against a wish now. */
  public List<Objection> objections(Wish wish) {
    open();
    return asked(connection -> objections(connection, wish));
  }

  private List<Objection> objections(Connection connection, Wish wish) throws SQLException {
    List<Objection> found = new ArrayList<>(Objections.to(wish, DeskRows.standings(connection), name -> !wish.again() && registry.knows(name)));
    if (!wish.parent().equals(Optional.of(Scope.current().jurisdiction().code()))) {
      found.add(Objection.notEntitled());
    }
    if (DeskRows.isBusy(connection, wish.code())) {
      found.add(Objection.to(Field.STATE, Why.JOB_OPEN));
    }
    return found;
  }

  /**
   * Hands a wish in. Asks for a fresh login. A refusal is on the record of the caller's jurisdiction.
   *
   * @return the job it has become
   * @throws WishRefusedException with every objection; then nothing is written down
   */
  public UUID want(Wish wish) {
    if (!isOpen()) {
      refused(wish, List.of(Objection.notEntitled()));
    }
    Scope scope = open();
    try {
      return asked(connection -> handedIn(connection, wish, scope));
    } catch (WishRefusedException refused) {
      refused(wish, refused.objections());
      throw refused;
    }
  }

  private UUID handedIn(Connection connection, Wish wish, Scope scope) throws SQLException {
    List<Objection> objections = objections(connection, wish);
    if (!objections.isEmpty()) {
      throw new WishRefusedException(objections);
    }
    freshLogin.require();
    UUID id = Identifiers.next();
    if (!DeskRows.add(connection, id, wish, scope)) {
      throw new WishRefusedException(List.of(Objection.to(Field.STATE, Why.JOB_OPEN)));
    }
    return id;
  }

  private void refused(Wish wish, List<Objection> objections) {
    String why = objections.stream().map(one -> one.why().name()).distinct().collect(Collectors.joining(", "));
    trail.addWhateverHappens(Record.of(Act.ADMINISTER, "JURISDICTION/" + wish.code(), wish.name().isEmpty() ? wish.code() : wish.name())
        .not(Outcome.REFUSED, Stream.of(wish.kind().name(), wish.reason(), why).filter(text -> !text.isEmpty()).collect(Collectors.joining(", "))));
  }

  /** A job of the caller's prefecture; empty for any other, known or not. */
  public Optional<Job> job(UUID id) {
    Scope scope = open();
    return asked(connection -> DeskRows.job(connection, id))
        .filter(job -> job.prefecture().equals(Optional.of(scope.jurisdiction().code())));
  }

  /**
   * First passwords, by user name, for the administrators a job has appointed who never came in: made now, shown to the person who
   * wanted the job, once. They are kept nowhere. Asks for a fresh login. Empty if nobody waits for one, any more, or not for the caller;
   * that is on record, as every refusal is.
   *
   * @throws org.jiheng.tenants.identity.IdentityUnavailableException if the identity provider does not answer; it may be asked again then
   */
  public Map<String, OneTimePassword> takeSecret(UUID job) {
    UUID asker = comesFor(Handed.PASSWORDS, job).caller().id();
    Map<String, OneTimePassword> shown = asked(connection -> {
      Map<String, OneTimePassword> passwords = new TreeMap<>();
      Map<String, UUID> awaited = DeskRows.awaited(connection, job, asker);
      awaited.forEach((username, person) -> accounts.firstPassword(person).ifPresent(made -> passwords.put(username, made)));
      if (!awaited.isEmpty()) {
        DeskRows.made(connection, job, asker, passwords.keySet());
      }
      return passwords;
    });
    if (shown.isEmpty()) {
      nothingFor(Handed.PASSWORDS, job);
    }
    return shown;
  }

  /** Whether what a job has is for the caller: the person who wanted it, and not by command. */
  public boolean isFor(Job job) {
    return !job.byCommand() && job.wantedBy().equals(Scope.current().caller().id());
  }

  /** Whether there is an archive for the caller to fetch now, to which the county has agreed. Asks for a fresh login. A refusal is on record. */
  public boolean hasExport(UUID job) {
    comesFor(Handed.EXPORT, job);
    boolean there = job(job).filter(one -> one.export().there() && isFor(one)).isPresent();
    if (!there) {
      nothingFor(Handed.EXPORT, job);
    }
    return there;
  }

  /** Before anything is handed out. */
  private Scope comesFor(Handed what, UUID job) {
    if (!isOpen()) {
      trail.addWhateverHappens(what.refused(job, Optional.empty(), Why.NOT_ENTITLED));
    }
    Scope scope = open();
    try {
      freshLogin.require();
    } catch (FreshLoginNeededException first) {
      trail.addWhateverHappens(what.refused(job, job(job), Handed.Refusal.FRESH_LOGIN_NEEDED));
      throw first;
    }
    return scope;
  }

  private void nothingFor(Handed what, UUID id) {
    Optional<Job> known = job(id);
    trail.addWhateverHappens(what.refused(id, known, known.filter(this::isFor).map(one -> whyNothing(what, one)).orElse(Handed.Refusal.NOT_YOURS)));
  }

  private static Handed.Refusal whyNothing(Handed what, Job job) {
    boolean declined = job.export().answered().filter(one -> one.answer() == Answer.DECLINED).isPresent();
    return what == Handed.EXPORT && (declined || job.export().asks().isPresent()) ? Handed.Refusal.NOT_AGREED : Handed.Refusal.NOTHING_THERE;
  }

  /** Sends an archive to whoever fetches it. */
  @FunctionalInterface
  public interface Sending {
    void out(Path archive) throws IOException;
  }

  /**
   * Sends the archive a job has made to the person who wanted it; on record before its first byte, and once more when the last has gone
   * out. Until then it may be fetched again, after that not. Nothing is sent before the county has agreed (see {@link ExportConsents}).
   * Asks for a fresh login.
   *
   * @return false if there is none, any more, or not for the caller; then nothing is sent, and the refusal is on record
   * @throws IOException if it could not be sent whole
   */
  public boolean sendExport(UUID job, Sending sending) throws IOException {
    comesFor(Handed.EXPORT, job);
    Optional<Path> archive = ConfigProvider.getConfig().getOptionalValue("JIHENG_EXPORTS", String.class)
        .map(directory -> Path.of(directory).resolve(job + ".zip")).filter(Files::isReadable);
    // looked for first: what cannot be sent is not on record as fetched
    if (archive.isEmpty() || !yes("select platform.open_export(?, ?)", job)) {
      nothingFor(Handed.EXPORT, job);
      return false;
    }
    sending.out(archive.get());
    yes("select platform.take_export(?, ?)", job);
    return true;
  }

  private boolean yes(String sql, UUID job) {
    Scope scope = open();
    return asked(connection -> {
      try (PreparedStatement call = connection.prepareStatement(sql)) {
        call.setObject(1, job);
        call.setObject(2, scope.caller().id());
        try (ResultSet row = call.executeQuery()) {
          return row.next() && row.getBoolean(1);
        }
      }
    });
  }

  private <T> T asked(PlatformRole.Work<T> work) {
    try {
      return PlatformRole.call(dataSource, Schemas.DESK_ROLE, work);
    } catch (SQLException failure) {
      throw new IllegalStateException("the desk cannot reach the database", failure);
    }
  }
}
