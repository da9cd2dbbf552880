/**
 * 批量导入: a county's or a department's whole project library with its goals taken in from one workbook, looked at before, stored
 * whole or not at all. Screens call {@link org.jiheng.app.intake.Intake}.
 */
package org.jiheng.app.intake;
