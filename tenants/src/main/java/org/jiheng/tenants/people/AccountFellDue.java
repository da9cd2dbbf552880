package org.jiheng.tenants.people;

import java.util.UUID;

/** Something was taken away from a person, or given; the identity provider is to be told when it stands in the registry. */
public record AccountFellDue(UUID person) {}
