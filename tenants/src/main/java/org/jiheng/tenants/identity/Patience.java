package org.jiheng.tenants.identity;

/** How long anybody waits for the identity provider, in seconds. */
final class Patience {

  static final int CONNECTED_WITHIN = 3;

  /** For what changes something there. */
  static final int ANSWERED_WITHIN = 15;

  /** For a question that can be asked again. */
  static final int KNOWN_WITHIN = 5;

  private Patience() {}
}
