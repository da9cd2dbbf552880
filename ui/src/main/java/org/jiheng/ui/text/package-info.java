/** How values are written on screens: money, dates, percentages, states. Every screen uses it. */
package org.jiheng.ui.text;
