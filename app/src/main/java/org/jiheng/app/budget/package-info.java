/**
 * The gates of the budget: whether a project may enter it, be allocated money, be sent a fund document or hand in its
 * decomposition, with reasons; and the budget list that is made by them. Programs and screens ask here and nowhere else.
 */
package org.jiheng.app.budget;
