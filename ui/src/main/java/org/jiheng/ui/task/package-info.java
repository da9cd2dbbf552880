/** Tasks, what is late, holidays and notices: the calendar of the performance office and of the units. */
package org.jiheng.ui.task;
