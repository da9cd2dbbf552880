/** The work of the budget cycle: one room for each process, above the shared language they speak. */
package org.jiheng.app;
