/** Screens of the administrators: who belongs to the jurisdiction, what each of them is and was, accounts and sessions. */
package org.jiheng.ui.people;
