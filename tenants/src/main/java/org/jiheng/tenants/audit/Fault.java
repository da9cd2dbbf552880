package org.jiheng.tenants.audit;

/** How a chain can be broken. */
public enum Fault {
  /** A link is not there, or another stands in its place. */
  MISSING,
  /** The link does not name the digest of the one before. */
  UNCHAINED,
  /** The entry is not what it was when it was chained. */
  CHANGED,
  /** The chain ends before a link that an earlier check, or the file's own last line, has seen. */
  CUT_OFF,
  /** The chain is sound in itself, but it is not the one that an earlier check has seen. */
  REPLACED
}
