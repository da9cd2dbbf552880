/**
 * Ex-ante evaluation (事前绩效评估): what a unit hands in before it asks for the money of a new project, what a third party and
 * finance say of it, and the conditions that go with a support. Rooms above read what it comes to as facts of the project.
 */
package org.jiheng.app.exante;
