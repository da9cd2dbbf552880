/** Screens of the prefecture: figures of every county, and down from a figure to the approved forms, read only. */
package org.jiheng.ui.rollup;
