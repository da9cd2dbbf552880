package org.jiheng.infra.keeper;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiheng.tenants.desk.Administrator;
import org.jiheng.tenants.desk.Job;
import org.jiheng.tenants.desk.JobKind;
import org.jiheng.tenants.desk.JobStep;
import org.jiheng.tenants.desk.Objection;
import org.jiheng.tenants.desk.Wish;
import org.jiheng.tenants.identity.OneTimePassword;
import org.jiheng.tenants.provisioning.Jobs;
import org.jiheng.tenants.provisioning.MigratorPool;
import org.jiheng.tenants.provisioning.Provisioning;
import org.jiheng.tenants.provisioning.RegistryChanges;
import org.jiheng.tenants.provisioning.WholeExport;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.JurisdictionCode;
import org.jiheng.tenants.scope.JurisdictionState;

/**
 * What is done in each step. A step may be taken again after it was cut off anywhere, also when all of it was done and only the
 * record of it is missing.
 */
final class JobWork implements AutoCloseable {

  private static final int CONNECTIONS = 6;

  private final HikariDataSource connections;
  private final Provisioning provisioning;
  private final RegistryChanges registry;
  private final WholeExport export;
  private final Directory directory;
  private final MachineClients clients;
  private final ExportShelf exports;

  JobWork(KeeperSettings settings) {
    this.connections = MigratorPool.of(settings.migrator(), CONNECTIONS);
    this.provisioning = new Provisioning(connections, settings.applicationLogin());
    this.registry = new RegistryChanges(connections);
    this.export = new WholeExport(connections);
    this.directory = new Directory(settings.realm());
    this.clients = new MachineClients(settings.realm());
    this.exports = new ExportShelf(settings.exports(), settings.exportsLast());
  }

  /**
   * Takes a step.
   *
   * @return what is worth noting of it
   * @throws StepRefusedException if it may not be taken; nothing was changed
   */
  String take(JobStep step, Job job, Jobs.Held held) throws SQLException, IOException {
    Wish wish = job.wish();
    JurisdictionCode code = step == JobStep.CHECK ? null : wish.jurisdiction();
    switch (step) {
      case CHECK -> check(job);
      case SCHEMAS -> provisioning.found(new Jurisdiction(code, wish.name(), wish.parent()));
      case TABLES -> {
        return migrated(code);
      }
      case TEMPLATE -> {
        return wish.parent().isEmpty() ? "" : String.valueOf(registry.copyCalendar(wish.parent().get(), code));
      }
      case DIRECTORY -> directory.makeGroup(code);
      case ADMINISTRATORS -> administrators(wish, code, held);
      case OPEN -> {
        if (wish.kind() == JobKind.ONBOARD) {
          registry.open(code, wish.reason());
        } else {
          registry.bring(code, JurisdictionState.ACTIVE, wish.reason());
        }
      }
      case CLOSE -> registry.bring(code, JurisdictionState.SUSPENDED, wish.reason());
      case RENAME -> {
        return registry.rename(code, wish.name());
      }
      case EXPORT -> {
        return exported(job, held);
      }
      case END_POSTS -> registry.end(code, wish.reason());
      case DROP -> provisioning.drop(code);
      case DISSOLVE -> {
        for (String program : clients.all(code)) {
          // before it goes: a client that is gone is in no list any more, and cut off here it is said twice rather than never
          held.removes(program);
          clients.remove(program);
        }
        directory.dissolveGroup(code);
      }
    }
    return "";
  }

  private void check(Job job) throws SQLException, IOException {
    Wish wish = job.wish();
    Map<String, Boolean> foreign = new HashMap<>();
    if (wish.kind() == JobKind.ONBOARD) {
      for (Administrator one : wish.administrators()) {
        foreign.put(one.username(), isSomebodyElse(one, wish.jurisdiction()));
      }
    }
    List<Objection> objections = registry.objections(job, username -> foreign.getOrDefault(username, false));
    if (!objections.isEmpty()) {
      throw new StepRefusedException(objections);
    }
  }

  /** An account of this name is the administrator's own when this jurisdiction made it, or had it before. */
  private boolean isSomebodyElse(Administrator administrator, JurisdictionCode code) throws SQLException, IOException {
    Optional<Directory.Known> known = directory.known(administrator.username(), code);
    return known.isPresent() && !known.get().member() && !registry.belongs(known.get().id(), administrator.name(), code);
  }

  private String migrated(JurisdictionCode code) throws SQLException {
    Provisioning.Migrated result = provisioning.migrate(code);
    if (result.failure().isPresent()) {
      throw new IllegalStateException(result.failure().get());
    }
    return result.layout();
  }

  /** A disk that is full does not empty itself: unlike somebody who does not answer, this is not tried again. */
  private String exported(Job job, Jobs.Held held) throws SQLException {
    try {
      String digest = export.write(job.wish().jurisdiction(), exports.fileOf(job.id())).digest();
      held.keepsExport(exports.lasts());
      return digest;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Deletes exports whose time is over. */
  void clearShelf(Jobs jobs) throws SQLException {
    exports.clear(jobs);
  }

  /** Of a jurisdiction that is open already nobody is appointed: that is its own administrators' now. */
  private void administrators(Wish wish, JurisdictionCode code, Jobs.Held held) throws SQLException, IOException {
    boolean opened = registry.isOpened(code);
    List<UUID> waiting = new ArrayList<>();
    for (Administrator one : wish.administrators()) {
      if (opened) {
        directory.waiting(one, code).ifPresent(waiting::add);
      } else {
        // looked at before, but somebody may have taken the name since
        Directory.Account account = directory.admit(one, code, id -> registry.belongs(id, one.name(), code))
            .orElseThrow(() -> new StepRefusedException(List.of(Objection.usernameTaken(one.role()))));
        registry.appoint(code, account.id(), one);
        if (!account.cameIn()) {
          waiting.add(account.id());
        }
      }
    }
    held.awaits(waiting);
  }

  /** Makes the passwords a job's people wait for, on record; until all are made, they still wait. */
  Map<String, OneTimePassword> passwords(UUID job, Jobs jobs) throws SQLException, IOException {
    Map<String, OneTimePassword> made = new TreeMap<>();
    for (Map.Entry<String, UUID> one : jobs.awaited(job).entrySet()) {
      directory.newPassword(one.getValue()).ifPresent(password -> made.put(one.getKey(), password));
    }
    jobs.made(job, made.keySet());
    return made;
  }

  @Override
  public void close() {
    connections.close();
  }

  /** A job may not be done. */
  static final class StepRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private StepRefusedException(List<Objection> objections) {
      super(objections.stream().map(one -> one.why().name()).distinct().collect(Collectors.joining(", ")));
    }
  }
}
