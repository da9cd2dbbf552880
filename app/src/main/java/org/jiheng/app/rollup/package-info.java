/**
 * What the prefecture sees of its counties: summary rows kept true by a worker, and the approved forms behind them through
 * the counties' views. Screens of the prefecture call it.
 */
package org.jiheng.app.rollup;
