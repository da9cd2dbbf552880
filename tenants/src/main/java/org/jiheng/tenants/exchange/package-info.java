/**
 * Envelopes between jurisdictions: sent once, chained for each sender, read by sender and receiver alone, never changed. Rooms of the
 * application send and receive through {@link org.jiheng.tenants.exchange.Exchange} and say what is in them.
 */
package org.jiheng.tenants.exchange;
