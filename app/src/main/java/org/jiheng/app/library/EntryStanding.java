package org.jiheng.app.library;

/**
 * All a move of an indicator asks about.
 *
 * @param department whose it is; empty for the county's and the prefecture's
 * @param proposedByCaller whether the caller is who proposed it
 */
record EntryStanding(LibraryRights rights, LibraryLevel level, String department, EntryState state, boolean proposedByCaller) {}
