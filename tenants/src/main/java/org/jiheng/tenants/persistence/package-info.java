/**
 * The database seam: the only place of the product that names a schema or a role. It sets the role of the scope's
 * jurisdiction for one transaction and refuses to work without a scope. Called by the container, through EclipseLink.
 */
package org.jiheng.tenants.persistence;
