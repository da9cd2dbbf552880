/**
 * The life cycle every form shares: forms as cells, routes, moves, steps, notes on a cell, versions and their
 * difference, drafts of what could not be taken yet, adjustments, lists. Rooms of forms call it; it knows none of them.
 *
 * <p>How a new form is made, after the model of {@code selfevaluation}:
 * <ol>
 * <li>An entity that is a {@link org.jiheng.app.review.FilledForm}: its cells in reading order, the
 *     {@link org.jiheng.app.review.CellKind} of each, how one is written. A line lies at {@code table/identifier/column}.
 * <li>A {@link org.jiheng.app.review.FormType}: name, standard route, words of the cells, which cells follow a returned one; with
 *     files or without; and, if what is approved is adjusted, how a new form is made from it. That copy keeps the identifiers its
 *     cells name lines by, so that old and new are compared: a line's key in the database is that identifier together with the form.
 * <li>A bean that extends {@link org.jiheng.app.review.FilledForms}: how a form begins, what the rules make of it, what is kept
 *     of that, and the record, a {@link org.jiheng.app.review.ShownForm}, that screens get.
 * <li>A bean that extends {@link org.jiheng.app.review.FormList}, if there is a list: filter, columns, line.
 * <li>Tables by a migration, with views for the prefecture (what is approved) and for people from outside, if they see it.
 * <li>In the screens a {@code FormFace} and an {@code OfficialTable}, views with their routes, the type's list in the shell,
 *     its names {@code form-type.…} and {@code audit.kind.…}.
 * </ol>
 * An approved form is in force; one whose adjustment was approved is superseded. Who asks what holds asks for what is approved.
 */
package org.jiheng.app.review;
