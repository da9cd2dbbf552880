/**
 * Scores, grades and alarms of evaluations, by rule sets that are dated data. Pure: no database, no clock; the same inputs
 * and rule set give the same values for ever. Rooms of evaluations call it.
 */
package org.jiheng.app.scoring;
