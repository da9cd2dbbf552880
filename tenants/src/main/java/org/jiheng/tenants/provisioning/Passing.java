package org.jiheng.tenants.provisioning;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;

/**
 * Failures that say nothing about what was being done: the database was away or stopped while it was asked, and will answer again. Told
 * by the SQLState among the causes: no connection (08), none to be had (53300), the database is stopped or starts (57P). A full disk or a
 * statement that was cut off for its own sake does not pass.
 */
public final class Passing {

  private Passing() {}

  /** The cause that passes; empty if there is none, so that the failure stays. */
  public static Optional<SQLException> cause(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException broken && passes(broken)) {
        return Optional.of(broken);
      }
    }
    return Optional.empty();
  }

  /** A pool that waited in vain for a connection does not always say why. */
  private static boolean passes(SQLException broken) {
    return broken instanceof SQLTransientConnectionException || broken.getSQLState() != null && broken.getSQLState().matches("08.*|53300|57P.*");
  }
}
