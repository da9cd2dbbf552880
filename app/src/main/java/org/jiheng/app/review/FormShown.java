package org.jiheng.app.review;

import java.util.UUID;

/** A form was shown to somebody from outside. Published inside the transaction that reads it; who listens is not known here. */
public record FormShown(UUID form, FormHead head) {}
