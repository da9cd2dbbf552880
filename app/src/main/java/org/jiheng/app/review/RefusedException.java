package org.jiheng.app.review;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiheng.app.common.Reason;

/** A command was not carried out, and nothing was changed. Carries every reason at once. */
public class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Refusal> refusals;
  private final transient List<Reason> reasons;

  public RefusedException(List<Refusal> refusals) {
    this(refusals, List.of());
  }

  /** @param reasons what a rule found that speaks against it */
  public RefusedException(Refusal refusal, List<Reason> reasons) {
    this(List.of(refusal), reasons);
  }

  private RefusedException(List<Refusal> refusals, List<Reason> reasons) {
    super(Stream.concat(refusals.stream().map(Refusal::code), reasons.stream().map(Reason::rule)).collect(Collectors.joining(", ")));
    this.refusals = List.copyOf(refusals);
    this.reasons = List.copyOf(reasons);
  }

  public RefusedException(Refusal refusal) {
    this(List.of(refusal));
  }

  public List<Refusal> refusals() {
    return refusals;
  }

  /** What a rule found; empty if none was asked. */
  public List<Reason> reasons() {
    return reasons;
  }
}
