package org.jiheng.app.review;

import java.util.List;
import java.util.stream.Collectors;

/** A command was not carried out, and nothing was changed. Carries every reason at once. */
public class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Refusal> refusals;

  public RefusedException(List<Refusal> refusals) {
    super(refusals.stream().map(Refusal::code).collect(Collectors.joining(", ")));
    this.refusals = List.copyOf(refusals);
  }

  public RefusedException(Refusal refusal) {
    this(List.of(refusal));
  }

  public List<Refusal> refusals() {
    return refusals;
  }
}
