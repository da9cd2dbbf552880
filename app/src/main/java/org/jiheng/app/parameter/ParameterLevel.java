package org.jiheng.app.parameter;

/** Who says a value: the nearer comes last. */
public enum ParameterLevel {
  /** The prefecture to all its counties, and to itself. */
  TEMPLATE,
  /** The jurisdiction to itself. */
  OWN
}
