package org.jiheng.tenants.audit;

/** What became of an act. */
public enum Outcome {
  DONE,
  /** Not allowed; nothing was changed. */
  REFUSED,
  /** Allowed, but it did not succeed; nothing was changed. */
  FAILED
}
