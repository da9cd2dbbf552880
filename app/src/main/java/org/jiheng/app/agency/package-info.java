/** Departments and budget units of a jurisdiction and the people in charge of them. Rooms above read it. */
package org.jiheng.app.agency;
