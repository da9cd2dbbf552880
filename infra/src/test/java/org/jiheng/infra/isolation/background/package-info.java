/** Threads that are nobody's. */
package org.jiheng.infra.isolation.background;
