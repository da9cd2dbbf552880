/** Addresses and keys of others, typed or kept from somewhere: answered as if they had never been. */
package org.jiheng.infra.isolation.deeplinks;
