package org.jiheng.app.task;

import org.jiheng.tenants.scope.Jurisdiction;

/** Dates of a jurisdiction are others than before: a task, a holiday. Published inside the transaction. */
public record TaskChanged(Jurisdiction jurisdiction) {}
