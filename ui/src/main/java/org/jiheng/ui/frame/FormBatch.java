package org.jiheng.ui.frame;

import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiheng.app.common.Words;
import org.jiheng.app.review.Batch;
import org.jiheng.app.form.FilledForms;
import org.jiheng.app.form.FilledForms.BatchItem;
import org.jiheng.app.review.Move;
import org.jiheng.app.review.Order;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusedException;
import org.jiheng.tenants.identity.Registry;
import org.jiheng.tenants.scope.Scope;

/** The moves of a list of forms that are walked on several at once: first what would become of each, then one after the other. */
public final class FormBatch<L> {

  private final ListFrame<L> list;
  private final FilledForms<?, ?, ?> forms;
  private final Function<L, UUID> form;
  private final ExecutorService executor;
  private final Registry registry;

  private FormBatch(ListFrame<L> list, FilledForms<?, ?, ?> forms, Function<L, UUID> form, ExecutorService executor, Registry registry) {
    this.list = list;
    this.forms = forms;
    this.form = form;
    this.executor = executor;
    this.registry = registry;
  }

  /** Offers in a list what the caller may do with several of its forms. @param form the form of a line */
  public static <L> void offer(
      ListFrame<L> list, FilledForms<?, ?, ?> forms, Function<L, UUID> form, ExecutorService executor, Registry registry) {
    FormBatch<L> batch = new FormBatch<>(list, forms, form, executor, registry);
    for (Move move : Batch.moves(Scope.current().caller())) {
      list.batch(move.name().toLowerCase(Locale.ROOT), list.getTranslation("batch." + move.name()), lines -> batch.preview(move, lines));
    }
  }

  private void preview(Move move, Set<L> lines) {
    List<BatchItem> items = forms.preview(lines.stream().map(form).toList(), move);
    String action = list.getTranslation("move." + move.name());
    new BatchDialog(action, items.stream().map(item -> new BatchDialog.Item(item.title(), sentences(item.refusals()))).toList(),
        () -> walk(move, action, items.stream().filter(item -> item.refusals().isEmpty()).toList())).open();
  }

  private void walk(Move move, String action, List<BatchItem> items) {
    Words words = Words.in(UI.getCurrent().getLocale());
    new LongWork<BatchItem>(action, list::refresh).begin(executor, registry::renewed, items, item -> {
      try {
        forms.walk(item.id(), move, new Order(item.command(), item.version(), Optional.empty(), ""));
        return Optional.empty();
      } catch (RefusedException refused) {
        return Optional.of(item.title() + ": " + words.say("refusal." + refused.refusals().getFirst().code(), refused.refusals().getFirst().inputs()));
      }
    });
  }

  private static String sentences(List<Refusal> refusals) {
    return refusals.stream().map(Failures::sentence).collect(Collectors.joining(" "));
  }
}
