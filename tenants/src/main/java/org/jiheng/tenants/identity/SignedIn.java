package org.jiheng.tenants.identity;

import org.jiheng.tenants.scope.Scope;

/**
 * A person has begun to work in a jurisdiction in a browser session, or a program with a token. Who cannot put it on record throws;
 * then it did not happen.
 */
public record SignedIn(Scope scope, Way way) {}
