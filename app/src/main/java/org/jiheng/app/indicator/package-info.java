/**
 * What offices write as a target and as an actual value, understood; the units they count in and how parts make up a whole. Pure;
 * rooms that score or plan use it.
 */
package org.jiheng.app.indicator;
