package org.jiheng.app.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiheng.app.calendar.Deadline;
import org.jiheng.app.common.Problem;
import org.jiheng.app.document.Attachments;

/**
 * What every form shows of itself to one person, whole and detached.
 *
 * @param kinds what belongs into the cells
 * @param problems what must be mended before it can be sent, by cell
 * @param labels what the cells are called, and the sections at which lines are added or something is wrong
 * @param files handed in with it, in the order in which they came; each at its cell, row or section
 */
public record FormSheet(
    Desk desk,
    String departmentName,
    String unitName,
    Cells cells,
    Map<CellKey, CellKind> kinds,
    Map<CellKey, List<Problem>> problems,
    Map<CellKey, String> labels,
    Optional<Deadline> deadline,
    List<Attachments.Head> files) {}
