package org.jiheng.tenants.provisioning;

import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** Lets a migration wait for a table that is in use a short while only: everybody else waits behind it meanwhile. */
final class GivingWay extends BaseCallback {

  private static final int MILLISECONDS = 200;

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.BEFORE_EACH_MIGRATE;
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public void handle(Event event, Context context) {
    try (Statement statement = context.getConnection().createStatement()) {
      statement.execute("set local lock_timeout = " + MILLISECONDS);
    } catch (SQLException failure) {
      throw new FlywayException(failure);
    }
  }
}
