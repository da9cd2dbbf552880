/** Queries past the use cases. */
package org.jiheng.infra.isolation.sql;
