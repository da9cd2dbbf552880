/**
 * Milestones, deadlines and workdays of a jurisdiction, and the work list: what waits on whose desk until when. Rooms
 * above put their entries in by implementing {@link org.jiheng.app.calendar.WorkSource}.
 */
package org.jiheng.app.calendar;
