package org.jiheng.tenants.people;

import java.util.UUID;
import org.jiheng.tenants.scope.Membership;

/** A line of the registry with the name it is taken away by. */
public record Post(UUID id, Membership membership) {}
