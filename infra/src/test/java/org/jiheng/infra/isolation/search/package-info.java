/** What is found by words. */
package org.jiheng.infra.isolation.search;
