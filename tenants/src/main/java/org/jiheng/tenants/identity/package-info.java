/**
 * Who is at the door: login through the identity provider, the membership registry that decides what a signed-in person
 * may be, and the filter that binds the scope of every request. Screens and services read the scope, never these.
 */
package org.jiheng.tenants.identity;
