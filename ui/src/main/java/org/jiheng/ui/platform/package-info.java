/** Screens of the platform: the counties of a prefecture, and what its system administrator has done with them. */
package org.jiheng.ui.platform;
