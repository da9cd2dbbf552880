/**
 * What the performance office does with tasks and days: issues tasks for the year, changes, closes, cancels and reopens them, keeps the
 * jurisdiction's holidays, sees how far units are, and has units reminded. Screens above call it; rooms of forms do not know it.
 */
package org.jiheng.app.task;
