/**
 * The life cycle every form shares: forms as cells, routes, moves, steps, notes on a cell, versions and their
 * difference, drafts of what could not be taken yet. Rooms of forms call it; it knows none of them.
 */
package org.jiheng.app.review;
