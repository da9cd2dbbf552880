package org.jiheng.tenants.desk;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.transaction.Transactional;
import java.io.StringReader;
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
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jiheng.tenants.desk.Objection.Field;
import org.jiheng.tenants.desk.Objection.Why;
import org.jiheng.tenants.identity.Registry;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.persistence.PlatformRole;
import org.jiheng.tenants.persistence.Schemas;
import org.jiheng.tenants.persistence.TenantDataSource;
import org.jiheng.tenants.scope.JurisdictionCode;
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
   * Hands a wish in.
   *
   * @return the job it has become
   * @throws WishRefusedException with every objection; then nothing is written down
   */
  public UUID want(Wish wish) {
    Scope scope = open();
    UUID id = Identifiers.next();
    asked(connection -> {
      List<Objection> objections = objections(connection, wish);
      if (!objections.isEmpty()) {
        throw new WishRefusedException(objections);
      }
      if (!DeskRows.add(connection, id, wish, scope)) {
        throw new WishRefusedException(List.of(Objection.to(Field.STATE, Why.JOB_OPEN)));
      }
      return null;
    });
    return id;
  }

  /** The onboarding of a county once more, as it was wanted; see {@link Wish#again()}. Empty if it never was wanted here. */
  public Optional<Wish> onboardingAgain(String code) {
    Scope scope = open();
    return asked(connection -> DeskRows.onboarding(connection, new JurisdictionCode(code)))
        .filter(job -> job.prefecture().equals(Optional.of(scope.jurisdiction().code())))
        .map(job -> job.wish().repeated());
  }

  /** A job of the caller's prefecture; empty for any other, known or not. */
  public Optional<Job> job(UUID id) {
    Scope scope = open();
    return asked(connection -> DeskRows.job(connection, id))
        .filter(job -> job.prefecture().equals(Optional.of(scope.jurisdiction().code())));
  }

  /**
   * The one-time passwords a job has made, by user name. Shown to the person who wanted it, once: they are forgotten with this
   * answer. Empty if there are none, any more, or not for the caller.
   */
  public Optional<Map<String, String>> takeSecret(UUID job) {
    return taken("select platform.take_secret(?, ?)", job, row -> Optional.ofNullable(row.getString(1)).map(ProvisioningDesk::passwords));
  }

  private static Map<String, String> passwords(String content) {
    Map<String, String> passwords = new TreeMap<>();
    try (JsonReader reader = Json.createReader(new StringReader(content))) {
      var kept = reader.readObject();
      kept.keySet().forEach(username -> passwords.put(username, kept.getString(username)));
    }
    return passwords;
  }

  /** The archive a job has made; handed to the person who wanted it, once. Empty if there is none, any more, or not for the caller. */
  public Optional<Path> takeExport(UUID job) {
    open();
    Optional<Path> archive = ConfigProvider.getConfig().getOptionalValue("JIHENG_EXPORTS", String.class)
        .map(directory -> Path.of(directory).resolve(job + ".zip")).filter(Files::isReadable);
    // looked for first: what cannot be handed over is not marked as handed over
    return archive.isPresent() && taken("select platform.take_export(?, ?)", job, row -> row.getBoolean(1)) ? archive : Optional.empty();
  }

  private interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  private <T> T taken(String sql, UUID job, Reading<T> reading) {
    Scope scope = open();
    return asked(connection -> {
      try (PreparedStatement call = connection.prepareStatement(sql)) {
        call.setObject(1, job);
        call.setObject(2, scope.caller().id());
        try (ResultSet row = call.executeQuery()) {
          row.next();
          return reading.of(row);
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
