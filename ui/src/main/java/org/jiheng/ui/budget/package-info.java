/** The screen of the budget list: which projects may enter the budget and why, and what the budget section takes in. */
package org.jiheng.ui.budget;
