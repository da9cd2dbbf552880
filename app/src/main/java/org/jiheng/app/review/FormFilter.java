package org.jiheng.app.review;

import java.util.Optional;

/**
 * What every list of forms is filtered by and sorted by.
 *
 * @param unit code of a department or unit; what is below it is shown too
 * @param text part of the form's title or the unit's name, or the beginning of a code; empty for all
 * @param order path of the query by which lines are sorted, one of the room's own; never what a person typed
 * @param said the whole filter in one line, for the record of who looked at what
 */
public record FormFilter(
    int fiscalYear, Optional<FormState> state, Optional<String> unit, String text, String order, boolean ascending, String said) {}
