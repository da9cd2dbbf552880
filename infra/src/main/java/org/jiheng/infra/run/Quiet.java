package org.jiheng.infra.run;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Libraries that tell of everything they do as news. What goes wrong in them reaches us as an exception. */
final class Quiet {

  // held here: a logger nobody holds forgets its level
  private static final Logger DATABASE = Logger.getLogger("io.zonky.test");
  private static final Logger MIGRATIONS = Logger.getLogger("org.flywaydb");
  private static final Logger CONNECTIONS = Logger.getLogger("com.zaxxer.hikari");

  private Quiet() {}

  static void libraries() {
    DATABASE.setLevel(Level.OFF);
    MIGRATIONS.setLevel(Level.WARNING);
    CONNECTIONS.setLevel(Level.WARNING);
  }
}
