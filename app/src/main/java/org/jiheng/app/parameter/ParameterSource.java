package org.jiheng.app.parameter;

import java.util.List;

/** Names the parameters a room goes by, so that the office finds them; each such room has one. */
public interface ParameterSource {

  List<Parameter> parameters();
}
