package org.jiheng.tenants.scope;

/** Somebody asked for data without saying for whom. Never answered, at any layer. */
public class NoScopeException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  public NoScopeException(String message) {
    super(message);
  }
}
