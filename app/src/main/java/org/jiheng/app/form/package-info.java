/**
 * Use cases every filled form has: begin, write, send, review, adjust. Rooms of forms build on it; it knows reviews, units and
 * projects, and no kind of form.
 *
 * <p>How a new form is made, after the model of {@code selfevaluation}:
 * <ol>
 * <li>An entity that is a {@link org.jiheng.app.review.FilledForm}: its cells in reading order, the
 *     {@link org.jiheng.app.review.CellKind} of each, how one is written. A line lies at {@code table/identifier/column}.
 * <li>A {@link org.jiheng.app.review.FormType}: name, standard route, words of the cells, which cells follow a returned one; with
 *     files or without; and, if what is approved is adjusted, how a new form is made from it. That copy keeps the identifiers its
 *     cells name lines by, so that old and new are compared: a line's key in the database is that identifier together with the form.
 * <li>A bean that extends {@link org.jiheng.app.form.FilledForms}: how a form begins, what the rules make of it, what is kept
 *     of that, and the record, a {@link org.jiheng.app.review.ShownForm}, that screens get.
 * <li>A bean that extends {@link org.jiheng.app.review.FormList}, if there is a list: filter, columns, line.
 * <li>Tables by a migration, with views for the prefecture (what is approved) and for people from outside, if they see it.
 * <li>In the screens a {@code FormFace} and an {@code OfficialTable}, views with their routes, the list marked as
 *     {@code ListOf} the type, its names {@code form-type.…} and {@code audit.kind.…}.
 * </ol>
 * What is approved is in force; its adjustment is a form of its own until it is approved in turn.
 */
package org.jiheng.app.form;
