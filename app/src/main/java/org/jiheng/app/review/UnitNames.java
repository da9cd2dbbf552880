package org.jiheng.app.review;

import java.util.Map;

/** Names the units forms belong to. Units stand above this room, which knows their codes alone; the room of units says it. */
public interface UnitNames {

  /** Names by code; those that have ended are among them. */
  Map<String, String> names();
}
