/** The indicator library (指标库): where indicators are looked for, kept, proposed and shared. */
package org.jiheng.ui.library;
