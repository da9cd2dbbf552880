package org.jiheng.app.common;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A value and why it is what it is; or no value, and why there is none.
 *
 * @param reasons the deciding one first, remarks after it; never empty
 */
public record Reasoned<T>(Optional<T> value, List<Reason> reasons) {

  public Reasoned {
    reasons = List.copyOf(reasons);
    if (reasons.isEmpty()) {
      throw new IllegalArgumentException("no value without a reason");
    }
  }

  public static <T> Reasoned<T> of(T value, Reason reason) {
    return new Reasoned<>(Optional.of(value), List.of(reason));
  }

  public static <T> Reasoned<T> none(Reason reason) {
    return new Reasoned<>(Optional.empty(), List.of(reason));
  }

  /** The same value with one more remark. */
  public Reasoned<T> and(Reason remark) {
    List<Reason> more = new ArrayList<>(reasons);
    more.add(remark);
    return new Reasoned<>(value, more);
  }

  /** The deciding reason. */
  public Reason reason() {
    return reasons.getFirst();
  }

  public boolean because(String rule) {
    return reasons.stream().anyMatch(reason -> reason.rule().equals(rule));
  }
}
