package org.jiheng.tenants.identity;

/** The identity provider did not answer, or not as it should; what was asked for was not done and may be asked for again. */
public class IdentityUnavailableException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  IdentityUnavailableException(RuntimeException cause) {
    super("the identity provider does not do what it is asked: " + cause.getMessage(), cause);
  }
}
