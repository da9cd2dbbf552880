/**
 * The keeper: carries out what platform administrators want done with jurisdictions. Alone holds the migration role's password and
 * the identity provider's administration; runs in the launcher's process, or by itself beside a deployment, and behind the commands
 * {@code infra/jurisdiction} and {@code infra/migrate}. The application cannot call it: it writes jobs into the database.
 */
package org.jiheng.infra.keeper;
