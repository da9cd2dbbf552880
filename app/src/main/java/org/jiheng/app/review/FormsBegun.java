package org.jiheng.app.review;

/**
 * Many forms of one type began together. Published inside the transaction, in the place of a {@link FormMoved} for each; who listens
 * is not known here.
 */
public record FormsBegun(String formType, int count) {}
