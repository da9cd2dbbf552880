package org.jiheng.app.review;

/** A list of forms was taken away as a file. Published inside the transaction that reads it; who listens is not known here. */
public record FormsExported(String name) {}
