/** The first page: what waits on the caller's desk, which dates are near, how far the caller's units are. */
package org.jiheng.ui.home;
