package org.jiheng.tenants.identity;

import org.jiheng.tenants.scope.Caller;

/** The identity provider vouches for this person, but the registry holds nothing for them today. */
public record TurnedAway(Caller nobody) {}
