/**
 * The people of a jurisdiction and what its administrators may do with them: take on, disable, give and take posts, reset
 * credentials, end sessions. The registry and the identity provider are changed together here and nowhere else in the application.
 */
package org.jiheng.tenants.people;
