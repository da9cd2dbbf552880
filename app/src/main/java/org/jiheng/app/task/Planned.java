package org.jiheng.app.task;

import java.util.Optional;
import org.jiheng.app.calendar.TaskTerms;
import org.jiheng.app.parameter.ParameterSet.Origin;

/**
 * A task of the year's template, before it is issued.
 *
 * @param origin who said the dates
 * @param there title of the task that has been issued for the same units already; empty if it may be issued
 */
public record Planned(TaskTerms terms, Origin origin, Optional<String> there) {}
