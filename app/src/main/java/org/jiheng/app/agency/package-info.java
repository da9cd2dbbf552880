/**
 * Departments and budget units of a jurisdiction, the people in charge of them, and what has become of those that were moved, merged
 * or closed. Rooms above read it and say by {@link org.jiheng.app.agency.UnitFollower} what follows a unit.
 */
package org.jiheng.app.agency;
