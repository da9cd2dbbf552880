package org.jiheng.tenants.identity;

import java.time.Instant;

/**
 * A person's session at the identity provider.
 *
 * @param origin address it was begun from
 * @param used when it was last used, as far as the provider knows
 */
public record OpenSession(String id, String origin, Instant since, Instant used) {}
