package org.jiheng.tenants.desk;

import java.util.List;

/** What may be wanted of the keeper, and the steps it takes. */
public enum JobKind {
  ONBOARD(JobStep.CHECK, JobStep.SCHEMAS, JobStep.TABLES, JobStep.TEMPLATE, JobStep.DIRECTORY, JobStep.ADMINISTRATORS, JobStep.OPEN),
  RENAME(JobStep.CHECK, JobStep.RENAME),
  SUSPEND(JobStep.CHECK, JobStep.CLOSE),
  RESUME(JobStep.CHECK, JobStep.OPEN),
  EXPORT(JobStep.CHECK, JobStep.EXPORT),
  REMOVE(JobStep.CHECK, JobStep.END_POSTS, JobStep.DROP, JobStep.DISSOLVE),
  /** Tries once more to bring the tables of a quarantined jurisdiction to the newest layout. */
  MIGRATE(JobStep.CHECK, JobStep.TABLES);

  private final List<JobStep> steps;

  JobKind(JobStep... steps) {
    this.steps = List.of(steps);
  }

  public List<JobStep> steps() {
    return steps;
  }
}
