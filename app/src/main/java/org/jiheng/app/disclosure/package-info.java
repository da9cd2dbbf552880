/**
 * What has to be published, until when, who cleared it, and where and when it was (信息公开, 预算法第十四条): screens call
 * {@link org.jiheng.app.disclosure.Duties}.
 */
package org.jiheng.app.disclosure;
