/** Files that were handed in. */
package org.jiheng.infra.isolation.attachments;
