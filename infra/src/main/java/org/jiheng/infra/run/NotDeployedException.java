package org.jiheng.infra.run;

import java.nio.file.Path;

/** The application server is there, the application is not on it. */
final class NotDeployedException extends StartFailedException {

  private static final long serialVersionUID = 1L;

  /** @param why in the server's own words */
  NotDeployedException(String why, Path log) {
    super("server.not-deployed", why, log);
  }
}
