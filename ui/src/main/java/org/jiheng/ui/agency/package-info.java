/** Departments and units on the screen: the tree, what has become of a unit, and, for the performance office, its changes. */
package org.jiheng.ui.agency;
