package org.jiheng.infra.run;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiheng.infra.demo.Persona;
import org.jiheng.infra.keeper.RealmAdministration;

/** Keycloak on loopback, with a database of its own beside the product's, and the realm of the product in it. */
final class IdentityProvider implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(6);
  private static final String ADMINISTRATOR = "jiheng-administrator";

  /**
   * @param listen address of this machine to listen on
   * @param asked address of this machine to ask it at
   * @param publicUrl where people find the product when a proxy stands before it
   * @param application address of the application: the only one a login comes back to
   * @param backchannel where the application is told that a session has ended
   * @param stamp file that remembers for which address the realm was made
   * @param people who can sign in after the first start
   */
  record Settings(
      KeycloakInstallation installation, int port, String listen, String asked, Database database, Optional<URI> publicUrl, URI application,
      URI backchannel, Path stamp, List<Persona> people, Leftovers leftovers, Path log) {

    private URI address() {
      return IdentityProvider.address(asked, port);
    }

    /** What the realm knows of the application's place. */
    private String place() {
      return application + " " + backchannel;
    }
  }

  private final Settings settings;
  private final Part part;

  private IdentityProvider(Settings settings, Part part) {
    this.settings = settings;
    this.part = part;
  }

  /** @throws StartFailedException if it does not come up */
  static IdentityProvider start(Settings settings, Progress progress) {
    progress.at("identity.starting", String.valueOf(settings.port()));
    try {
      realm(settings);
    } catch (IOException failure) {
      throw new StartFailedException(failure, "identity.not-built", settings.log());
    }
    return new IdentityProvider(settings, Part.start(command(settings), settings.log()));
  }

  /** Waits until it answers, and sees to it that its realm knows where the application is now. */
  void await() {
    part.awaitAnswer(URI.create(providerUri() + "/.well-known/openid-configuration"), PATIENCE, () -> null);
    try {
      // holds the secret of the client and the demonstration's password: no longer than needed
      Files.deleteIfExists(realmFile(settings));
      if (Files.exists(settings.stamp())) {
        renew();
      }
      Files.writeString(settings.stamp(), settings.place());
      Files.writeString(edition(), RealmFile.edition());
    } catch (IOException failure) {
      throw new StartFailedException(failure, "identity.realm", settings.log());
    }
  }

  /** The realm is of an earlier start: made from an earlier file perhaps, or for another address. */
  private void renew() throws IOException {
    if (!Files.exists(edition()) || !Files.readString(edition()).equals(RealmFile.edition())) {
      new RealmUpdate(administration(), settings.people()).apply(RealmFile.parsed(RealmFile.json(settings.application(), settings.backchannel(), secrets(), List.of())));
    } else if (!Files.readString(settings.stamp()).equals(settings.place())) {
      administration().replace(RealmFile.client(settings.application(), settings.backchannel(), secrets()));
    }
  }

  private Path edition() {
    return settings.stamp().resolveSibling("realm-edition");
  }

  RealmAdministration administration() {
    return administration(settings.asked(), settings.port(), secrets());
  }

  /** The administration of the provider that runs, or will run, at this address and port of this machine. */
  static RealmAdministration administration(String asked, int port, Secrets secrets) {
    return new RealmAdministration(address(asked, port), RealmFile.REALM, ADMINISTRATOR, secrets.of(Secrets.Of.IDENTITY_ADMINISTRATOR));
  }

  private static URI address(String asked, int port) {
    return URI.create("http://" + asked + ":" + port);
  }

  private static Path realmFile(Settings settings) {
    return settings.installation().imports().resolve("jiheng-realm.json");
  }

  /** Only taken when there is no such realm yet. */
  private static void realm(Settings settings) throws IOException {
    Files.createDirectories(settings.installation().imports());
    Path file = realmFile(settings);
    Files.deleteIfExists(file);
    Files.createFile(file, Secrets.ownerOnly());
    Files.writeString(file, RealmFile.json(settings.application(), settings.backchannel(), settings.database().secrets(), settings.people()));
  }

  private static ProcessBuilder command(Settings settings) {
    Secrets secrets = settings.database().secrets();
    ProcessBuilder command = new ProcessBuilder(
        settings.installation().script().toString(), settings.leftovers().mark(), "start", "--optimized", "--import-realm",
        "--http-enabled=true", "--http-host=" + settings.listen(), "--http-port=" + settings.port(),
        "--hostname=" + settings.publicUrl().orElse(settings.address()), "--hostname-strict=false",
        "--db-url=" + settings.database().identityUrl(), "--db-username=" + Database.IDENTITY, "--db-pool-max-size=20",
        // one server: nobody to look for on the network
        "--cache=local",
        "--log-level=warn,org.keycloak.services:info,org.keycloak.exportimport:info,io.quarkus:info");
    if (settings.publicUrl().isPresent()) {
      // people come through the proxy, the application past it; only the proxy says who they are and how they came
      command.command().addAll(List.of("--hostname-backchannel-dynamic=true", "--proxy-headers=xforwarded"));
    }
    // what others may not read goes in the environment, never on the command line
    command.environment().putAll(Map.of(
        "JAVA_HOME", System.getProperty("java.home"),
        "JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m",
        // a few people sign in now and then: half the time to start and less memory are worth more than the last bit of speed
        "JAVA_OPTS_APPEND", "-Duser.timezone=Asia/Shanghai -XX:TieredStopAtLevel=1",
        "KC_DB_PASSWORD", secrets.of(Secrets.Of.DATABASE_IDENTITY),
        "KC_BOOTSTRAP_ADMIN_USERNAME", ADMINISTRATOR,
        "KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.of(Secrets.Of.IDENTITY_ADMINISTRATOR)));
    return command;
  }

  private Secrets secrets() {
    return settings.database().secrets();
  }

  /** The issuer of its tokens. */
  URI providerUri() {
    return URI.create(settings.address() + "/realms/" + RealmFile.REALM);
  }

  Part part() {
    return part;
  }

  @Override
  public void close() {
    part.close();
  }
}
