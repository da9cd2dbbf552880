/** What programs may ask: one thin resource for a room, for whoever the token names and the registry knows. */
package org.jiheng.app.api;
