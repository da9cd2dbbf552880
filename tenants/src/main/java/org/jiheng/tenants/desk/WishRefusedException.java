package org.jiheng.tenants.desk;

import java.util.List;
import java.util.stream.Collectors;

/** A wish was not taken, and nothing was written down. Carries every objection at once. */
public class WishRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Objection> objections;

  public WishRefusedException(List<Objection> objections) {
    super(objections.stream().map(one -> one.why().name()).collect(Collectors.joining(", ")));
    this.objections = List.copyOf(objections);
  }

  public List<Objection> objections() {
    return objections;
  }
}
