package org.jiheng.app.calendar;

import java.util.UUID;

/**
 * A form, as far as its date is concerned.
 *
 * @param kind its type
 * @param unit code of the unit it belongs to
 */
public record FormOf(UUID id, String kind, int fiscalYear, String unit) {}
