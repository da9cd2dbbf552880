/** A browser's session and what other threads hand to it. */
package org.jiheng.infra.isolation.screens;
