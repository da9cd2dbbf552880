/** What offices write as a target and as an actual value, understood. Pure; rooms that score or plan use it. */
package org.jiheng.app.indicator;
