/**
 * Who is asking and whose data: the values every layer checks before it answers. Anyone may read the current
 * {@link org.jiheng.tenants.scope.Scope}; only the servlet filter, the browser session and workers bind one.
 */
package org.jiheng.tenants.scope;
