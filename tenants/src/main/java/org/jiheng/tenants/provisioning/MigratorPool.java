package org.jiheng.tenants.provisioning;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;

/** Connections of the migration role that are used again: to make one takes as long as a small migration. */
public final class MigratorPool {

  private static final Duration UNUSED = Duration.ofMinutes(1);

  private MigratorPool() {}

  /**
   * A pool that makes connections when they are asked for and lets go of those nobody uses. To be closed by whoever asked for it.
   *
   * @param most how many at once; whoever wants one more waits
   */
  public static HikariDataSource of(DataSource migrator, int most) {
    HikariConfig settings = new HikariConfig();
    settings.setDataSource(migrator);
    settings.setMaximumPoolSize(most);
    settings.setMinimumIdle(0);
    settings.setIdleTimeout(UNUSED.toMillis());
    // a database that is away is told of when something is asked of it, not before
    settings.setInitializationFailTimeout(-1);
    return new HikariDataSource(settings);
  }
}
