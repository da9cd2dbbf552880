/** 指标库: the indicators of the prefecture, the county and its departments; where they are looked for, kept, proposed and shared. */
package org.jiheng.ui.library;
