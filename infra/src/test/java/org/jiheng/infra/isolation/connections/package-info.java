/** Connections that go from one county to the next: after errors, kills and rollbacks, and in a race. */
package org.jiheng.infra.isolation.connections;
