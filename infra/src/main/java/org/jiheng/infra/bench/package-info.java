/** Measurements that are run by hand; each prints what infra/README.md says of it. Nothing else calls them. */
package org.jiheng.infra.bench;
