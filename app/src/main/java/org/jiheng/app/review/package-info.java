/**
 * The life cycle every form shares: forms as cells, routes, moves, steps, notes on a cell, versions and their
 * difference, drafts of what could not be taken yet, adjustments, lists. Rooms of forms call it; it knows none of them.
 *
 * <p>An approved form is in force; one whose adjustment was approved is superseded. Who asks what holds asks for what is approved.
 */
package org.jiheng.app.review;
