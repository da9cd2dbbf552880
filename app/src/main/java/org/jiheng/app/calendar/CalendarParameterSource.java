package org.jiheng.app.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.jiheng.app.parameter.Parameter;
import org.jiheng.app.parameter.ParameterEffect;
import org.jiheng.app.parameter.ParameterForm;
import org.jiheng.app.parameter.ParameterGroup;
import org.jiheng.app.parameter.ParameterSource;

/** The dates that kinds of tasks usually have, and the days for what is entered in the course of the year. */
@ApplicationScoped
public class CalendarParameterSource implements ParameterSource {

  @Override
  public List<Parameter> parameters() {
    return Stream.concat(
        Stream.of(TaskKind.values()).map(kind -> Parameter.of(ParameterGroup.CALENDAR, ParameterForm.DATES, ParameterEffect.ISSUED_TASKS, kind.dates())),
        Stream.of(Parameter.of(ParameterGroup.CALENDAR, ParameterForm.DAYS, ParameterEffect.LATE_COMERS, TaskKind.IN_YEAR_DAYS))).toList();
  }
}
