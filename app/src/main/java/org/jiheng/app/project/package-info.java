/** The project library: what money is given for, with its budget of the year. Rooms of forms refer to it. */
package org.jiheng.app.project;
