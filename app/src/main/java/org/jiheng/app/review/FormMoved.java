package org.jiheng.app.review;

/**
 * A form began or walked a move. Published inside the transaction; who listens is not known here.
 *
 * @param from the state before; the same as {@code to} when the form has just begun
 */
public record FormMoved(FormHead head, FormState from, FormState to) {}
