package org.jiheng.tenants.audit;

import org.jiheng.tenants.scope.Jurisdiction;

/** A jurisdiction's trail has entries that are not chained yet. */
record TrailGrew(Jurisdiction jurisdiction) {}
