/**
 * Transfer payments (转移支付): a fund document with its goals, broken down to counties, units and projects, reconciled, sent, received
 * through the exchange. Rooms above ask {@link org.jiheng.app.transfer.TransferGoals}; screens call the use cases.
 */
package org.jiheng.app.transfer;
