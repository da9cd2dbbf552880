/**
 * Goals of a project for a year and for its whole period (项目支出绩效目标, 财预〔2015〕88号): the form, its checks, finance's
 * review of it and its adjustment. Screens call {@link org.jiheng.app.goal.Goals}; rooms above ask
 * {@link org.jiheng.app.goal.ApprovedGoals}.
 */
package org.jiheng.app.goal;
