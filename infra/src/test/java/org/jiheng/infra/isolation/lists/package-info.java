/** What lists, sums and the work list hold. */
package org.jiheng.infra.isolation.lists;
