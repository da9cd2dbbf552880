package org.jiheng.app.parameter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Every parameter of the house, as the rooms name them. */
@ApplicationScoped
public class ParameterRegister {

  @Inject
  @Any
  private Instance<ParameterSource> sources;

  /** By the work they belong to; within it as the room names them. */
  public List<Parameter> all() {
    return sources.stream().flatMap(source -> source.parameters().stream()).sorted(Comparator.comparing(Parameter::group)).toList();
  }

  public Optional<Parameter> named(String name) {
    return all().stream().filter(one -> one.name().equals(name)).findFirst();
  }
}
