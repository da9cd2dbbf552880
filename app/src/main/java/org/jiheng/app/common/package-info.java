/** The shared language: money, rates, scores, grades, codes, reasons, the clock. Every room uses it; it uses nothing. */
package org.jiheng.app.common;
