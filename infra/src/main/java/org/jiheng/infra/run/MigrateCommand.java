package org.jiheng.infra.run;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jiheng.infra.keeper.KeeperSettings;
import org.jiheng.tenants.provisioning.Provisioning;

/**
 * The program behind {@code infra/migrate}: brings the tables of every jurisdiction that is behind to the newest layout, while the
 * application of the version before goes on working. One that fails is closed to its people; the others are not touched by that.
 */
public final class MigrateCommand {

  private MigrateCommand() {}

  /** @param arguments the directory of the project */
  public static void main(String[] arguments) {
    Quiet.libraries();
    PrintStream console = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    int status;
    try {
      status = run(StackSettings.of(Path.of(arguments[0]), System.getenv()).keeper(), console);
    } catch (StartFailedException failure) {
      console.println(failure.getMessage());
      status = 1;
    }
    System.exit(status);
  }

  /** @return the exit status: 0 when every jurisdiction has the newest layout */
  static int run(KeeperSettings settings, PrintStream console) {
    try {
      Provisioning provisioning = new Provisioning(settings.migrator(), settings.applicationLogin());
      provisioning.platform();
      Migrations migrations = new Migrations(provisioning.migrate());
      if (migrations.results().isEmpty()) {
        console.println(Sentences.say("migrate.nothing", provisioning.served()));
        return 0;
      }
      console.println(migrations.table());
      return migrations.failed().isEmpty() ? 0 : 1;
    } catch (SQLException failure) {
      console.println(Sentences.say("tables.failed", failure.getMessage()));
      return 1;
    }
  }
}
