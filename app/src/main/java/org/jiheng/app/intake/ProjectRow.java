package org.jiheng.app.intake;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jiheng.app.project.ManyProjects;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.ProjectSaid;

/** A row of the sheet of projects on its way: read, then looked up in the library, then with its goal. */
final class ProjectRow {

  private final int number;
  private final String code;
  private final String mediumGoal;
  private final String annualGoal;
  private final ProjectSaid said;
  private final ProjectSaid entered;
  private ManyProjects.Draft draft;
  private Project there;
  private boolean hasGoal;
  private boolean owesGoal;
  private boolean wrong;
  private boolean done;

  /**
   * @param said null if something in the row is wrong
   * @param entered the same as it would be entered
   */
  private ProjectRow(int number, String code, ProjectSaid said, ProjectSaid entered, String mediumGoal, String annualGoal) {
    this.number = number;
    this.code = code;
    this.said = said;
    this.entered = entered;
    this.mediumGoal = mediumGoal;
    this.annualGoal = annualGoal;
    this.wrong = said == null;
  }

  /** @param completed what is entered for what the file leaves open */
  static ProjectRow of(RowCells<ProjectColumn> cells, Optional<ProjectSaid> said, UnaryOperator<ProjectSaid> completed) {
    return new ProjectRow(cells.number(), cells.text(ProjectColumn.CODE), said.orElse(null), said.map(completed).orElse(null),
        cells.text(ProjectColumn.MEDIUM_GOAL), cells.text(ProjectColumn.ANNUAL_GOAL));
  }

  int number() {
    return number;
  }

  String code() {
    return code;
  }

  /** Asked only while nothing is {@link #wrong}. */
  ProjectSaid said() {
    return said;
  }

  String mediumGoal() {
    return mediumGoal;
  }

  String annualGoal() {
    return annualGoal;
  }

  boolean wrong() {
    return wrong;
  }

  void isWrong() {
    wrong = true;
  }

  /** It is not in the library. */
  void isNew() {
    draft = ManyProjects.draft(entered);
  }

  /** It is in the library and says the same. */
  void isThere(Project project, boolean withGoal) {
    there = project;
    hasGoal = withGoal;
  }

  /** Whether it owes a goal. */
  void owes(boolean goal) {
    owesGoal = goal;
  }

  boolean owesGoal() {
    return owesGoal;
  }

  /** What is to be entered; empty for one that is there. */
  Optional<ManyProjects.Draft> draft() {
    return Optional.ofNullable(draft);
  }

  Project project() {
    return draft == null ? there : draft.project();
  }

  boolean hasGoal() {
    return hasGoal;
  }

  /** Whether it was looked at with its indicators; the first time it is asked it becomes so. */
  boolean alreadyDone() {
    boolean before = done;
    done = true;
    return before;
  }

  boolean done() {
    return done;
  }
}
