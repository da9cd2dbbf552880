package org.jiheng.app.task;

import java.util.Optional;
import org.jiheng.app.calendar.Deadline;
import org.jiheng.app.calendar.Task;

/**
 * A task on the list.
 *
 * @param deadline the day it is really due; empty for a cancelled one, which has none
 * @param tally how far the caller's units are; empty for a cancelled one, and where no form tells
 */
public record TaskLine(Task task, Optional<Deadline> deadline, Optional<Tally> tally) {}
