package org.jiheng.infra.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jiheng.infra.demo.Demo;
import org.jiheng.infra.demo.Personas;
import org.jiheng.infra.keeper.Keeper;
import org.jiheng.infra.keeper.KeeperSettings;
import org.jiheng.tenants.provisioning.Provisioning;

/**
 * The whole product: database, identity provider, application server, started in this order and stopped in the reverse one.
 * While the identity provider comes up, tables are migrated and the application is started.
 */
public final class Stack implements AutoCloseable {

  private final StackSettings settings;
  private final Progress progress;
  private final Leftovers leftovers;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private boolean closed;

  /** Whether the start failed: then the logs the failure speaks of are kept. */
  private boolean failed;

  private Database database;
  private IdentityProvider identity;
  private Server server;

  /** Nothing runs yet. {@link #close()} may be called at any moment from now on, from any thread. */
  Stack(StackSettings settings, Progress progress) {
    this.settings = settings;
    this.progress = progress;
    this.leftovers = new Leftovers(settings.home());
  }

  /**
   * Starts everything and waits until it answers.
   *
   * @throws StartFailedException with one sentence for the console, if a part does not start; then nothing runs any more
   */
  public static Stack start(StackSettings settings) {
    Stack stack = new Stack(settings, Progress.SILENT);
    stack.start();
    return stack;
  }

  void start() {
    try {
      partsAreThere();
      DataDirectory directory = opened(DataDirectory.take(settings.home()));
      leftovers.stop(progress);
      portsAreFree();
      run(directory);
    } catch (StartFailedException failure) {
      failed = true;
      close();
      throw failure;
    }
  }

  private void partsAreThere() {
    for (Path needed : List.of(settings.application(), program())) {
      if (!Files.exists(needed)) {
        throw new StartFailedException("parts.missing", needed);
      }
    }
  }

  private void portsAreFree() {
    Ports.mustBeFree(settings.port(), StackSettings.PORT);
    Ports.mustBeFree(settings.identityPort(), StackSettings.IDENTITY_PORT);
    if (!Files.exists(settings.home().resolve("database/cluster/postmaster.pid"))) {
      // a server left behind by a killed run still has the port: it is stopped first
      Ports.mustBeFree(settings.databasePort(), StackSettings.DATABASE_PORT);
    }
  }

  private void run(DataDirectory directory) {
    KeycloakInstallation installation = new KeycloakInstallation(settings.installation(), settings.identityArchive());
    Secrets secrets = settings.lasting() ? Secrets.keptIn(settings.home().resolve("secrets.properties")) : Secrets.temporary();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      // interrupts what is still being started, so that nobody waits for it
      opened(threads::shutdownNow);
      Future<?> installed = threads.submit(() -> installation.complete(progress, directory.log("keycloak-build")));
      database = opened(Database.start(
          new Database.Settings(settings.home().resolve("database"), settings.databasePort(), secrets, settings.lasting()), progress));
      Future<?> identified = threads.submit(() -> {
        done(installed);
        identity = opened(IdentityProvider.start(door(installation, directory), progress));
        identity.await();
        progress.at("identity.ready");
      });
      tables();
      serve(Server.start(application(directory), progress));
      progress.at("server.ready");
      done(identified);
      opened(Keeper.start(keeper()));
    } catch (RuntimeException failure) {
      failed = true;
      close();
      throw failure;
    }
  }

  /** What the keeper works with, and the commands that do what it does. */
  public KeeperSettings keeper() {
    return new KeeperSettings(database.migrator(), Database.LOGIN, identity.administration(), settings.exports(), settings.exportsLast());
  }

  private IdentityProvider.Settings door(KeycloakInstallation installation, DataDirectory directory) {
    return new IdentityProvider.Settings(installation, settings.identityPort(), settings.identityListen(),
        settings.identityAsked(), database, settings.publicUrl(), address(), backchannel(), settings.home().resolve("realm-address"),
        settings.demo() ? Personas.all() : List.of(), leftovers, directory.log("keycloak"));
  }

  private Server.Settings application(DataDirectory directory) {
    return new Server.Settings(program(), settings.application(), settings.listen(), settings.asked(), settings.port(), settings.publicUrl(),
        database, providerUri(), issuer(), settings.businessDate(), settings.exports(), settings.javaOptions(), leftovers,
        directory.emptied("tmp"), directory.log("server"));
  }

  private Path program() {
    return settings.parts().resolve("payara-micro.jar");
  }

  private static void done(Future<?> task) {
    try {
      task.get();
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof RuntimeException known ? known : new StartFailedException(failure.getCause(), "start.interrupted");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new StartFailedException(stopped, "start.interrupted");
    }
  }

  private void tables() {
    progress.at("tables.migrating");
    try {
      Provisioning provisioning = new Provisioning(database.migrator(), Database.LOGIN);
      provisioning.platform();
      if (settings.demo()) {
        Demo.jurisdictions(provisioning);
      }
      Migrations migrations = new Migrations(provisioning.migrate());
      if (!migrations.failed().isEmpty()) {
        progress.at("tables.some-failed", migrations.failed());
      }
      if (!migrations.failed().isEmpty() && provisioning.served() == 0) {
        throw new StartFailedException("tables.failed", migrations.failed());
      }
      if (settings.demo()) {
        new Demo(database.migrator(), database.login()).plant();
      }
      progress.at("tables.ready");
    } catch (SQLException failure) {
      throw new StartFailedException(failure, "tables.failed", failure.getMessage());
    }
  }

  private synchronized <T extends AutoCloseable> T opened(T part) {
    open.push(part);
    if (closed) {
      close();
      throw new StartFailedException("start.interrupted");
    }
    return part;
  }

  /**
   * Stops the application server and starts it again on the same data, as after a crash or for an update.
   *
   * @param meanwhile what happens while there is none
   */
  public void restartServer(Runnable meanwhile) {
    server.close();
    meanwhile.run();
    serve(server.again(progress));
  }

  /**
   * Waits for the application. The container reads its classes with several threads and now and then misses one (seen once in some
   * hundred starts: the pool it had just read of was not there); what fails for a reason of its own fails the second time as well.
   */
  private void serve(Server started) {
    server = opened(started);
    try {
      server.await();
    } catch (NotDeployedException once) {
      progress.at("server.again", once.getMessage());
      server.close();
      server = opened(server.again(progress));
      server.await();
    }
  }

  /** Signs a person out at the identity provider, as its administrator would. */
  public void endSessions(UUID person) throws IOException {
    identity.administration().endSessions(person);
  }

  /** Where people find the application. */
  public URI address() {
    return settings.address();
  }

  /** Where the identity provider tells the application that a session has ended: on this machine, past every proxy. */
  private URI backchannel() {
    return URI.create("http://" + settings.asked() + ":" + settings.port() + "/backchannel");
  }

  /** Where the application asks the identity provider: on this machine, past every proxy. */
  public URI providerUri() {
    return realm("http://" + settings.identityAsked() + ":" + settings.identityPort());
  }

  /** Issuer of the identity provider's tokens. */
  private URI issuer() {
    return settings.publicUrl().map(url -> realm(url.toString())).orElseGet(this::providerUri);
  }

  private static URI realm(String server) {
    return URI.create(server + "/realms/" + RealmFile.REALM);
  }

  /** Connections of the role that owns the tables; sees everything. */
  public DataSource migrator() {
    return database.migrator();
  }

  /** Connections of the application's login; sees nothing before it takes a role. */
  public DataSource login() {
    return database.login();
  }

  public Database database() {
    return database;
  }

  /** Logs of the parts. */
  public Path logs() {
    return settings.home().resolve("log");
  }

  /** The log of a part that has ended although nobody stopped it. */
  Optional<Path> fallen() {
    return Stream.of(identity.part(), server.part()).filter(part -> !part.alive()).map(Part::log).findFirst();
  }

  /** Stops everything, the last started first. What is still being started is stopped as soon as it is there. */
  @Override
  public synchronized void close() {
    closed = true;
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception failure) {
        // the others are to be stopped in any case
        System.getLogger(Stack.class.getName()).log(System.Logger.Level.WARNING, "a part did not stop", failure);
      }
    }
    if (!settings.lasting() && !failed) {
      try {
        Directories.delete(settings.home());
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }
}
