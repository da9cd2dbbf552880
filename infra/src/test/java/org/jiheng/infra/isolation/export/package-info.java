/** Files that are taken out. */
package org.jiheng.infra.isolation.export;
