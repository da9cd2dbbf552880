/** Tables of different versions side by side. */
package org.jiheng.infra.isolation.migration;
