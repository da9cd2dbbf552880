package org.jiheng.tenants.identity;

import org.jiheng.tenants.scope.Scope;

/** A browser session in which somebody had signed in has ended. */
public record SignedOut(Scope scope, How how) {

  /** Why it ended. */
  public enum How {
    /** The person signed out here. */
    SIGNED_OUT,
    /** The identity provider said so: signed out elsewhere, or ended by an administrator. */
    ENDED_BY_PROVIDER,
    /** Somebody else signed in at the same browser. */
    SOMEBODY_ELSE,
    /** The person went to another jurisdiction. */
    ELSEWHERE,
    /** The person was asked to prove anew who it is. */
    PROVED_ANEW,
    /** Nothing was done in it for too long. */
    EXPIRED
  }
}
