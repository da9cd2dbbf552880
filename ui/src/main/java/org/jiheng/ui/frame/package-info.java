/**
 * The two frames that carry the product, form and list, in parts every form and list reuses: cells, actions with their
 * refusals, notes in the margin, history, the explanation of a figure. Shows what it is handed and decides nothing.
 */
package org.jiheng.ui.frame;
