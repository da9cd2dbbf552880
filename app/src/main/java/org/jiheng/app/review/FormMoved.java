package org.jiheng.app.review;

import java.util.UUID;

/**
 * A form began, walked a move, or was changed after it had been sent in. Published inside the transaction; who listens is
 * not known here.
 *
 * @param from the state before; the same as {@code to} when the form stays where it is
 */
public record FormMoved(UUID form, FormHead head, FormState from, FormState to) {}
