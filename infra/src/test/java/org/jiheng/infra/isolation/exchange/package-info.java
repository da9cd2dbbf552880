/** Envelopes between jurisdictions: read by sender and receiver and by nobody else, changed by nobody. Run with the whole product. */
package org.jiheng.infra.isolation.exchange;
