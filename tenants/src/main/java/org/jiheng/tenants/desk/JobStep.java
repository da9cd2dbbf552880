package org.jiheng.tenants.desk;

/** A step of a job. Each may be repeated without harm, and is recorded when it is done. */
public enum JobStep {
  /** The rules once more, against what is true now. */
  CHECK,
  /** Registry row, database roles, empty schemas. */
  SCHEMAS,
  /** Tables brought to the newest layout. */
  TABLES,
  /** Calendar of the prefecture; its parameters hold by themselves. */
  TEMPLATE,
  /** The jurisdiction's group at the identity provider. */
  DIRECTORY,
  /** First administrators: accounts, posts, one-time passwords. */
  ADMINISTRATORS,
  /** People get in. */
  OPEN,
  RENAME,
  /** People are kept out. */
  CLOSE,
  /** Everything into one archive. */
  EXPORT,
  /** Posts end, people are out. */
  END_POSTS,
  /** Schemas and roles are gone. */
  DROP,
  /** The group at the identity provider is gone. */
  DISSOLVE
}
