package org.jiheng.tenants.audit;

/** Kinds of what is recorded (GB/T 22239-2019, security audit). */
public enum Act {
  SIGN_IN,
  SIGN_OUT,
  /** Somebody from outside the unit's line of work looked at a form: an overseer, a third party, an expert, an auditor. */
  READ,
  /** A form was begun. */
  BEGIN,
  /** A cell, a line, a note or an answer. */
  CHANGE,
  /** A move of a form was walked or refused. */
  DECIDE,
  /** A file was taken over into a form. */
  IMPORT,
  EXPORT,
  /** People, posts, parameters, jurisdictions. */
  ADMINISTER,
  /** The chain of the trail itself was followed. */
  VERIFY,
  /** Data were changed past the application; written by the database itself. */
  BYPASS
}
