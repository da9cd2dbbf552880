package org.jiheng.app.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The resources. Named one by one: what is not in this list is not there, whatever lies in the class path. */
@ApplicationPath("/api")
public class Api extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(SelfEvaluationResource.class, RollupResource.class, WorkResource.class, GateResource.class, Failures.class,
        BadInput.class);
  }
}
