/** The frame around every screen: servlet and session, navigation, errors, language. Knows no form. */
package org.jiheng.ui.shell;
