/** What the in-container tests need beside the server: the database and the one server they all run in. */
package org.jiheng.infra.server.outside;
