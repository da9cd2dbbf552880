/** Files that come in and go out: spreadsheets opened safely and read as people see them. Rooms of forms call it. */
package org.jiheng.app.document;
