package org.jiheng.app.calendar;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.tenants.scope.Role;

/**
 * One thing that has still to be done by a day of its own and is no form of a task: a duty, a condition, goals that are owed. So that it is
 * reminded of and stands among what is late, whoever's desk it lies on.
 *
 * @param kind of thing, as its entry on the work list names it; a screen is the {@code ListOf} of it
 * @param holder the role that has to do it
 * @param unit code of the unit whose it is; empty where it is the jurisdiction's own, finance's
 * @param due last day on time, inclusive
 */
public record Due(String kind, UUID thing, int fiscalYear, String title, Role holder, Optional<String> unit, LocalDate due) {}
