/**
 * The audit trail of a jurisdiction: who did what, when, from where, with what outcome; only ever added to, each entry chained
 * to the one before. Every room records here; only the audit administrator reads.
 */
package org.jiheng.tenants.audit;
