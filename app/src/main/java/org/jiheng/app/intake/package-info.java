/**
 * Import of a whole library (批量导入): a county's or a department's projects with their goals, taken in from one workbook, looked at
 * before, stored whole or not at all. Screens call {@link org.jiheng.app.intake.Intake}.
 */
package org.jiheng.app.intake;
