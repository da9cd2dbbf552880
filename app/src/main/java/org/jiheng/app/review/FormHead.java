package org.jiheng.app.review;

import java.util.Optional;
import java.util.UUID;

/**
 * What every form says of itself on a list or a desk.
 *
 * @param formType stable name of the kind of form, for example {@code SELF_EVALUATION}
 * @param unit code of the unit it belongs to
 * @param project the project it is about; empty for a form about something else
 */
public record FormHead(String formType, String title, String unit, int fiscalYear, Optional<UUID> project) {}
