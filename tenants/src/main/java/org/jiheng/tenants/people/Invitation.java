package org.jiheng.tenants.people;

import java.util.Optional;
import java.util.UUID;
import org.jiheng.tenants.identity.OneTimePassword;

/**
 * What became of an invitation.
 *
 * @param password to be handed to the person; empty for somebody another jurisdiction registered before, who has one
 */
public record Invitation(UUID person, Optional<OneTimePassword> password) {}
