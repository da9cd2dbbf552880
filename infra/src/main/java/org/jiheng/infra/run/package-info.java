/**
 * Starts the whole product on one machine from real parts: PostgreSQL, Keycloak, Payara Micro. The launcher behind
 * {@code infra/run} uses it, and so do tests that need a running database or a running product.
 */
package org.jiheng.infra.run;
