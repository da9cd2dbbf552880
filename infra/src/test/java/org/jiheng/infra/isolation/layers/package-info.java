/** The suite itself: each layer taken away in turn. */
package org.jiheng.infra.isolation.layers;
