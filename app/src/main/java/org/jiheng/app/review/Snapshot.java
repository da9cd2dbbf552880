package org.jiheng.app.review;

/**
 * What is kept of a form when it is sent in.
 *
 * @param outcomeJson what was computed from the cells, with its reasons
 * @param parametersJson the parameters it was computed with
 */
public record Snapshot(Cells cells, String outcomeJson, String parametersJson) {}
