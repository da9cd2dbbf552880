/**
 * The unit's self-evaluation of a project (单位自评, 项目支出绩效自评表): the form, its use cases, its exchange with Excel
 * and JSON. Screens call {@link org.jiheng.app.selfevaluation.SelfEvaluations}; the roll-up above reads what was approved.
 */
package org.jiheng.app.selfevaluation;
