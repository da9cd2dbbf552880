/** Screens of the room intake (批量导入): a whole library looked at and taken in from one workbook. Opened from the library's list. */
package org.jiheng.ui.intake;
