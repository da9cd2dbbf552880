/** Screens of the unit's self-evaluation: the list, the official form, the import. */
package org.jiheng.ui.selfevaluation;
