/** What has to be published: the duties, their secrecy review, where and when they were discharged. */
package org.jiheng.ui.disclosure;
