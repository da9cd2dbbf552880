/**
 * The project library: what money is given for, by whom it is carried out, and what it may spend from which source. Rooms of forms
 * refer to it and say by {@code ProjectStage} how far a project has come with them.
 */
package org.jiheng.app.project;
