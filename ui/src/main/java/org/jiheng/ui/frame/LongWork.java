package org.jiheng.ui.frame;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.server.VaadinService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jiheng.tenants.scope.Scope;

/**
 * Work on many things, one after the other, beside the screen: shows how far it is, can be stopped between two things, and
 * says at the end what could not be done. Runs under the scope of the person who began it, asked for again before each thing:
 * a post taken meanwhile stops it.
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
   * @param renewed what has become of the scope the work was begun in; empty when the person holds no post there any more
   * @param one does one thing; answers with a sentence when it could not be done
   */
  public void begin(
      ExecutorService executor, Function<Scope, Optional<Scope>> renewed, List<T> things, Function<T, Optional<String>> one) {
    UI ui = UI.getCurrent();
    Scope begun = Scope.current();
    bar.setMax(Math.max(1, things.size()));
    show(0, things.size());
    open();
    executor.execute(speaking(() -> {
      List<String> refused = new ArrayList<>();
      boolean holds = true;
      int number = 0;
      for (T thing : things) {
        if (stopped.get() || ui.isClosing()) {
          break;
        }
        try {
          Optional<Scope> now = renewed.apply(begun);
          if (now.isEmpty()) {
            holds = false;
            break;
          }
          now.get().call(() -> one.apply(thing)).ifPresent(refused::add);
        } catch (Exception failure) {
          // whatever goes wrong with one thing, the others are done and the end is told
          refused.add(Failures.noted(failure, ui));
        }
        int reached = ++number;
        ui.access(() -> show(reached, things.size()));
      }
      int reached = number;
      boolean still = holds;
      ui.access(() -> ended(reached, things.size(), refused, still));
    }));
  }

  /**
   * What one thing that takes long is given to work with.
   *
   * @param says how far it is, in one sentence
   * @param stopped whether it is to stop; then it leaves nothing behind
   */
  public record Going(Consumer<String> says, BooleanSupplier stopped) {}

  /**
   * One thing that takes long and is done whole or not at all.
   *
   * @param work answers with a sentence when it was not done; otherwise the dialog closes
   */
  public void whole(ExecutorService executor, Function<Scope, Optional<Scope>> renewed, Function<Going, Optional<String>> work) {
    UI ui = UI.getCurrent();
    Scope begun = Scope.current();
    bar.setIndeterminate(true);
    open();
    executor.execute(speaking(() -> {
      Going going = new Going(sentence -> ui.access(() -> how.setText(sentence)), () -> stopped.get() || ui.isClosing());
      Optional<String> failed;
      Optional<Scope> now = renewed.apply(begun);
      try {
        failed = now.isPresent() ? now.get().call(() -> work.apply(going)) : Optional.empty();
      } catch (Exception failure) {
        failed = Optional.of(Failures.noted(failure, ui));
      }
      Optional<String> sentence = failed;
      ui.access(() -> ended(sentence, now.isPresent()));
    }));
  }

  /** Sentences are those of the page and in its language; a thread beside the screen knows neither by itself. */
  private static Runnable speaking(Runnable work) {
    UI ui = UI.getCurrent();
    VaadinService service = VaadinService.getCurrent();
    return () -> {
      UI.setCurrent(ui);
      VaadinService.setCurrent(service);
      try {
        work.run();
      } finally {
        UI.setCurrent(null);
        VaadinService.setCurrent(null);
      }
    };
  }

  /** @param holds whether the person still held a post when it was to begin */
  private void ended(Optional<String> failed, boolean holds) {
    if (holds && failed.isEmpty()) {
      close();
      done.run();
      return;
    }
    bar.setIndeterminate(false);
    how.setText(failed.orElseGet(() -> getTranslation("long-work.no-post")));
    closeable();
  }

  private void closeable() {
    Button close = new Button(getTranslation("close"), _ -> close());
    close.setId("close-long-work");
    getFooter().removeAll();
    getFooter().add(close);
  }

  private void show(int reached, int all) {
    bar.setValue(reached);
    how.setText(getTranslation("long-work.reached", reached, all));
  }

  /** @param holds whether the person still holds a post; to somebody who does not, nothing is shown anew */
  private void ended(int reached, int all, List<String> refused, boolean holds) {
    how.setText(getTranslation(reached < all ? "long-work.stopped" : "long-work.ended", reached - refused.size(), refused.size(), all - reached));
    if (!holds) {
      add(new Paragraph(getTranslation("long-work.no-post")));
    }
    UnorderedList list = new UnorderedList();
    refused.forEach(sentence -> list.add(new ListItem(sentence)));
    add(list);
    closeable();
    if (holds) {
      done.run();
    }
  }
}
