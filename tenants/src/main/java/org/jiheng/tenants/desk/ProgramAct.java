package org.jiheng.tenants.desk;

/** What is done with a program that comes in by REST, as the trail calls it. */
public enum ProgramAct {
  ADD_PROGRAM,
  NEW_SECRET,
  REMOVE_PROGRAM;

  /** @param reason why, in the words of whoever did it */
  public String because(String reason) {
    return name().replace('_', ' ') + ", " + reason;
  }
}
