/** Rows under the same keys, and what is kept of them between two requests. */
package org.jiheng.infra.isolation.cache;
