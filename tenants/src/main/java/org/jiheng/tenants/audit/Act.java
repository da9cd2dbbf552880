package org.jiheng.tenants.audit;

/** Kinds of what is recorded (GB/T 22239-2019, security audit). */
public enum Act {
  SIGN_IN,
  SIGN_OUT,
  /** Somebody from outside the unit's line of work looked at a form: an overseer, a third party, an expert. */
  READ,
  CHANGE,
  /** A move of a form was walked or refused. */
  DECIDE,
  EXPORT,
  /** People, posts, parameters, jurisdictions. */
  ADMINISTER,
  /** Data were changed past the application; written by the database itself. */
  BYPASS
}
