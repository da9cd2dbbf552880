package org.jiheng.tenants.identity;

/** The act asks for a fresh login first; nothing was done. */
public class FreshLoginNeededException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  FreshLoginNeededException() {
    super("a fresh login is needed");
  }
}
