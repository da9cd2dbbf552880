/**
 * The audit trail of a jurisdiction: who did what, when, from where, with what outcome; only ever added to, each entry chained
 * to the one before. Every room records through {@link org.jiheng.tenants.audit.Trail}; only the audit administrator reads,
 * through {@link org.jiheng.tenants.audit.AuditTrail}: searches, verifies, exports, never edits.
 */
package org.jiheng.tenants.audit;
