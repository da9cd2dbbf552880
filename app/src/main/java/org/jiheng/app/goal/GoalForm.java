package org.jiheng.app.goal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiheng.app.common.Grade;
import org.jiheng.app.common.Reasoned;
import org.jiheng.app.common.Score;
import org.jiheng.app.project.ProjectAttribute;
import org.jiheng.app.review.FormSheet;
import org.jiheng.app.review.ShownForm;

/**
 * A goal as a screen shows it to one person, whole and detached.
 *
 * @param lines keys of the indicator lines in the order in which they stand
 * @param common those of them that every such project has to have
 * @param sheets finance's review sheets, the latest first; empty for whoever is not shown them
 * @param toFill the one the caller is to fill in now
 * @param mayOpen whether the caller may let the targets of this approved goal be adjusted after the cut-off
 * @param choosesScheme whether the unit may choose a family of weight schemes, or has chosen one
 * @param source where an imported goal was published; empty for others
 */
public record GoalForm(
    FormSheet sheet, String projectCode, String projectName, ProjectAttribute attribute, List<UUID> lines, Set<UUID> common, GoalResult result,
    List<Sheet> sheets, Optional<Sheet> toFill, boolean mayOpen, boolean choosesScheme, String source)
    implements ShownForm {

  /**
   * A review sheet with what follows from it.
   *
   * @param seen to be given back when it is filled in
   * @param by who filled it in last; empty while nobody has
   */
  public record Sheet(
      GoalSheets.Seen seen, ReviewSheet filled, Reasoned<Score> total, Reasoned<Grade> grade, Optional<Reasoned<GoalVerdict>> verdict, String by) {}
}
