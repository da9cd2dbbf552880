package org.jiheng.infra.run;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jiheng.infra.keeper.Keeper;
import org.jiheng.infra.keeper.KeeperSettings;
import org.jiheng.infra.keeper.RealmAdministration;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The keeper alone, for a deployment whose database, identity provider and application are started by other means: the program
 * behind {@code infra/keeper}. Told by its environment where they are; runs until it is stopped.
 */
public final class KeeperProgram {

  private KeeperProgram() {}

  public static void main(String[] arguments) throws InterruptedException {
    Quiet.libraries();
    try {
      Keeper keeper = Keeper.start(settings(System.getenv()));
      Runtime.getRuntime().addShutdownHook(new Thread(keeper::close, "stop"));
      keeper.await();
    } catch (StartFailedException failure) {
      System.out.println(failure.getMessage());
      System.exit(1);
    }
  }

  /** @throws StartFailedException naming the variable that is missing or says nothing sensible */
  static KeeperSettings settings(Map<String, String> environment) {
    PGSimpleDataSource migrator = new PGSimpleDataSource();
    String user = said(environment, "JIHENG_MIGRATOR_USER");
    String password = said(environment, "JIHENG_MIGRATOR_PASSWORD");
    try {
      migrator.setURL(said(environment, "JIHENG_DB_URL"));
    } catch (IllegalArgumentException unreadable) {
      throw new StartFailedException(unreadable, "setting.not-a-database");
    }
    migrator.setUser(user);
    migrator.setPassword(password);
    return new KeeperSettings(migrator, said(environment, "JIHENG_DB_USER"),
        new RealmAdministration(URI.create(said(environment, "JIHENG_KEYCLOAK_URL")), RealmFile.REALM,
            said(environment, "JIHENG_KEYCLOAK_ADMINISTRATOR"), said(environment, "JIHENG_KEYCLOAK_PASSWORD")),
        Path.of(said(environment, "JIHENG_EXPORTS")), StackSettings.exportsLast(environment));
  }

  private static String said(Map<String, String> environment, String variable) {
    return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank())
        .orElseThrow(() -> new StartFailedException("setting.missing", variable));
  }
}
