package org.jiheng.ui.frame;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jiheng.tenants.scope.Scope;

/**
 * Work on many things, one after the other, beside the screen: shows how far it is, can be stopped between two things, and
 * says at the end what could not be done. Runs under the scope of the person who began it.
 */
public final class LongWork<T> extends Dialog {

  private static final long serialVersionUID = 1L;

  private final AtomicBoolean stopped = new AtomicBoolean();
  private final ProgressBar bar = new ProgressBar();
  private final Paragraph how = new Paragraph();
  private final Button stop = new Button();
  private final transient Runnable done;

  /** @param done runs on the screen when the work has ended, however it ended */
  public LongWork(String title, Runnable done) {
    this.done = done;
    addClassName("long-work");
    setHeaderTitle(title);
    setCloseOnEsc(false);
    setCloseOnOutsideClick(false);
    how.getElement().setAttribute("role", "status");
    stop.setText(getTranslation("long-work.stop"));
    stop.addClickListener(_ -> stopped.set(true));
    add(bar, how);
    getFooter().add(stop);
  }

  /**
   * @param one does one thing; answers with a sentence when it could not be done
   */
  public void begin(ExecutorService executor, List<T> things, Function<T, Optional<String>> one) {
    UI ui = UI.getCurrent();
    bar.setMax(Math.max(1, things.size()));
    show(0, things.size());
    open();
    executor.execute(Scope.current().wrap(() -> {
      List<String> refused = new ArrayList<>();
      int number = 0;
      for (T thing : things) {
        if (stopped.get() || ui.isClosing()) {
          break;
        }
        done(one, thing, ui).ifPresent(refused::add);
        int reached = ++number;
        ui.access(() -> show(reached, things.size()));
      }
      int reached = number;
      ui.access(() -> ended(reached, things.size(), refused));
    }));
  }

  /** Whatever goes wrong with one thing, the others are done and the end is told. */
  private static <T> Optional<String> done(Function<T, Optional<String>> one, T thing, UI ui) {
    try {
      return one.apply(thing);
    } catch (RuntimeException failure) {
      return Optional.of(Failures.noted(failure, ui));
    }
  }

  private void show(int reached, int all) {
    bar.setValue(reached);
    how.setText(getTranslation("long-work.reached", reached, all));
  }

  private void ended(int reached, int all, List<String> refused) {
    how.setText(getTranslation(reached < all ? "long-work.stopped" : "long-work.ended", reached - refused.size(), refused.size(), all - reached));
    UnorderedList list = new UnorderedList();
    refused.forEach(sentence -> list.add(new ListItem(sentence)));
    add(list);
    Button close = new Button(getTranslation("close"), _ -> close());
    close.setId("close-long-work");
    getFooter().removeAll();
    getFooter().add(close);
    done.run();
  }
}
