/** Screens of ex-ante evaluation: the list, the form with its scoring table, what third parties and finance say, the conditions. */
package org.jiheng.ui.exante;
