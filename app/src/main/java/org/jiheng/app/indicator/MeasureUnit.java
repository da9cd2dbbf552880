package org.jiheng.app.indicator;

/**
 * A unit as it was understood.
 *
 * @param written as a person wrote it, without spaces: {@code 万元/公里}
 * @param kind the base unit of what it measures: {@code 元/米}; only units of one kind can be converted into each other
 * @param factor how many base units one of it is: 10 for {@code 万元/公里}
 */
public record MeasureUnit(String written, String kind, Ratio factor) {}
