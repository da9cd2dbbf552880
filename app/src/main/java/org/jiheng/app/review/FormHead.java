package org.jiheng.app.review;

/**
 * What every form says of itself on a list or a desk.
 *
 * @param formType stable name of the kind of form, for example {@code SELF_EVALUATION}
 * @param unit code of the unit it belongs to
 */
public record FormHead(String formType, String title, String unit, int fiscalYear) {}
