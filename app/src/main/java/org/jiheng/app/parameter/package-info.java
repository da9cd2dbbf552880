/**
 * Parameters as typed keys with a default, overridden by the prefecture's template and by the jurisdiction, for all years
 * or one, from a day on. Rules get them as a {@link org.jiheng.app.parameter.ParameterSet}, a value that finished forms
 * keep; any room above may ask for it, and names its keys in a {@link org.jiheng.app.parameter.ParameterSource} for the office that sets
 * them, each laid out as a {@link org.jiheng.app.parameter.ValueSheet} where it is more than a text or a choice.
 */
package org.jiheng.app.parameter;
