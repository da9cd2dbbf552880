package org.jiheng.tenants.identity;

import java.sql.SQLException;

/** The registry could not be asked; nobody is let in on a guess. */
public class RegistryUnavailableException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  RegistryUnavailableException(SQLException cause) {
    super("the membership registry does not answer", cause);
  }
}
