package org.jiheng.app.review;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jiheng.app.parameter.ParameterKey;

/**
 * A kind of form, as the shared life of forms needs to know it.
 *
 * @param name stable name, for example {@code SELF_EVALUATION}
 * @param standardRoute stages it passes where no jurisdiction says otherwise, as {@link Route#parse} reads them
 * @param dependence which cells have to be writable together with a returned one
 * @param attached whether files are handed in with it
 * @param adjusting makes a new form, of the given identifier, from an approved one: what it says, and with the same keys of lines,
 *     so that old and new can be compared; empty if what is approved is not adjusted
 */
public record FormType<F extends FilledForm>(
    String name, Class<F> entity, String standardRoute, CellLabels labels, CellLocks.Dependence dependence, boolean attached,
    Optional<BiFunction<F, UUID, F>> adjusting) {

  /** Without files, and not adjusted once it is approved. */
  public static <F extends FilledForm> FormType<F> of(
      String name, Class<F> entity, String standardRoute, CellLabels labels, CellLocks.Dependence dependence) {
    return new FormType<>(name, entity, standardRoute, labels, dependence, false, Optional.empty());
  }

  /** The same, with files. */
  public FormType<F> withFiles() {
    return new FormType<>(name, entity, standardRoute, labels, dependence, true, adjusting);
  }

  /** The same; an approved form is adjusted by a new one made from it. */
  public FormType<F> adjustedBy(BiFunction<F, UUID, F> made) {
    return new FormType<>(name, entity, standardRoute, labels, dependence, attached, Optional.of(made));
  }

  /** The parameter by which a jurisdiction says which stages its forms pass: {@code review.route.<name in small letters>}. */
  public ParameterKey<Route> route() {
    return new ParameterKey<>("review.route." + name.toLowerCase(Locale.ROOT), standardRoute, Route::parse);
  }
}
