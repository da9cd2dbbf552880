package org.jiheng.app.review;

/**
 * Somebody from outside took a form away as a file, or a file that was handed in with it. Published inside the transaction that reads
 * it; who listens is not known here.
 *
 * @param head of the form
 * @param subject what was taken, as a lasting name such as {@code ATTACHMENT/018f…}
 * @param title as people know it
 */
public record FormTakenAway(FormHead head, String subject, String title) {}
