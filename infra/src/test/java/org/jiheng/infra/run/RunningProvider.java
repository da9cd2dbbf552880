package org.jiheng.infra.run;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jiheng.infra.demo.Demo;
import org.jiheng.infra.keeper.RealmAdministration;
import org.jiheng.tenants.provisioning.Provisioning;

/**
 * A real database with the demonstration's jurisdictions and nobody in them, and a real Keycloak with the realm of the product: for
 * tests of the keeper, which need no application server. Both are started once and end with the tests.
 */
public final class RunningProvider {

  private static RunningProvider running;

  private final Database database;
  private final IdentityProvider provider;

  private RunningProvider(Database database, IdentityProvider provider) {
    this.database = database;
    this.provider = provider;
  }

  public static synchronized RunningProvider shared() throws IOException, SQLException {
    if (running == null) {
      Database database = Database.temporary();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> {
        if (running != null) {
          running.provider.close();
        }
        database.close();
      }));
      Provisioning provisioning = new Provisioning(database.migrator(), Database.LOGIN);
      provisioning.platform();
      Demo.jurisdictions(provisioning);
      provisioning.migrate();
      running = start(database);
    }
    return running;
  }

  private static RunningProvider start(Database database) throws IOException {
    StackSettings settings = StackSettings.temporary(Path.of(".."));
    Files.createDirectories(settings.home().resolve("log"));
    KeycloakInstallation installation = new KeycloakInstallation(settings.installation(), settings.identityArchive());
    installation.complete(Progress.SILENT, settings.home().resolve("log/keycloak-build.log"));
    URI nowhere = URI.create("http://localhost:" + settings.port());
    IdentityProvider provider = IdentityProvider.start(new IdentityProvider.Settings(installation, settings.identityPort(), settings.identityListen(),
        settings.identityAsked(), database, Optional.empty(), nowhere, nowhere, settings.home().resolve("realm-address"), List.of(),
        new Leftovers(settings.home()), settings.home().resolve("log/keycloak.log")), Progress.SILENT);
    provider.await();
    return new RunningProvider(database, provider);
  }

  public RealmAdministration administration() {
    return provider.administration();
  }

  public Database database() {
    return database;
  }
}
