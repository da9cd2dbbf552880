/** The parameters of a jurisdiction and of a prefecture's template: listed by the work they belong to, looked into, and set by the office. */
package org.jiheng.ui.parameter;
