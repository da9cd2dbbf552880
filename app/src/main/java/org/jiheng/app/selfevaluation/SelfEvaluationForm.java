package org.jiheng.app.selfevaluation;

import java.util.List;
import java.util.UUID;
import org.jiheng.app.review.FormSheet;
import org.jiheng.app.review.ShownForm;
import org.jiheng.app.scoring.SelfEvaluationScoring;

/**
 * A self-evaluation as a screen shows it to one person, whole and detached.
 *
 * @param indicators lines in the order in which they stand
 * @param result everything computed from the cells, with reasons
 * @param source where an imported form was published; empty for others
 */
public record SelfEvaluationForm(
    FormSheet sheet, String projectCode, String projectName, List<UUID> indicators, SelfEvaluationScoring.Result result, String source)
    implements ShownForm {}
