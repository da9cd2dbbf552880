/**
 * Milestones, deadlines and workdays of a jurisdiction, and the work list: what waits on whose desk until when. Rooms
 * above put their entries in by implementing {@link org.jiheng.app.calendar.WorkSource}; what has a day of its own is also
 * reminded of and may be late.
 */
package org.jiheng.app.calendar;
