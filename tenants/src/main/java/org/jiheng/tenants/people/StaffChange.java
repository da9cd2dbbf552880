package org.jiheng.tenants.people;

import java.time.Instant;
import java.util.Optional;
import org.jiheng.tenants.scope.Membership;

/**
 * What an administrator did with a person.
 *
 * @param post the one that was given or taken
 * @param reason empty text for none
 * @param by name of the administrator
 */
public record StaffChange(Instant at, StaffAct act, Optional<Membership> post, String reason, String by) {}
