/** Jurisdictions that are closed. */
package org.jiheng.infra.isolation.suspended;
