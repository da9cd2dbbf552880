package org.jiheng.tenants.identity;

/** How somebody comes to the door. */
public enum Way {
  /** A person at a browser. */
  SESSION,
  /** A program with a token. */
  TOKEN
}
