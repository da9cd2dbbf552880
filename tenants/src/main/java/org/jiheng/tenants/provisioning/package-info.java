/**
 * Makes a jurisdiction's place in the database and keeps its layout new. Runs beside the application, with the migration
 * role's password; the application itself never calls it.
 */
package org.jiheng.tenants.provisioning;
