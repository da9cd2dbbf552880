package org.jiheng.infra.run;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jiheng.infra.keeper.RealmAdministration;

/** A real Keycloak with the realm of the product and nobody in it, for tests that need no application server. */
public final class RunningProvider implements AutoCloseable {

  private final IdentityProvider provider;

  private RunningProvider(IdentityProvider provider) {
    this.provider = provider;
  }

  public static RunningProvider start(Database database) throws IOException {
    StackSettings settings = StackSettings.temporary(Path.of(".."));
    Files.createDirectories(settings.home().resolve("log"));
    KeycloakInstallation installation = new KeycloakInstallation(settings.installation(), settings.identityArchive());
    installation.complete(Progress.SILENT, settings.home().resolve("log/keycloak-build.log"));
    IdentityProvider provider = IdentityProvider.start(new IdentityProvider.Settings(installation, settings.identityPort(), database,
        URI.create("http://localhost:" + settings.port()), settings.home().resolve("realm-address"), List.of(),
        new Leftovers(settings.home()), settings.home().resolve("log/keycloak.log")), Progress.SILENT);
    provider.await();
    return new RunningProvider(provider);
  }

  public RealmAdministration administration() {
    return provider.administration();
  }

  @Override
  public void close() {
    provider.close();
  }
}
