/** The project library on the screen: the list with its coverage of stages, a project's whole life, and duplicates to be decided. */
package org.jiheng.ui.project;
