/**
 * Third parties and experts on the screen: engagements for the performance office and for the people they let in, and the
 * prefecture's registers.
 */
package org.jiheng.ui.engagement;
