package org.jiheng.ui.frame;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.jiheng.app.review.RefusedException;
import org.jiheng.tenants.scope.Scope;

/**
 * One long piece of work beside the screen that is done whole or not at all: shows how far it is, can be stopped, and hands its result
 * to the screen. Runs under the scope of the person who began it, asked for again before it begins.
 */
public final class LongTask<T> extends Dialog {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN_EVERY = 200;

  private final AtomicBoolean stopped = new AtomicBoolean();
  private final Paragraph how = new Paragraph();

  public LongTask(String title) {
    addClassName("long-work");
    setHeaderTitle(title);
    setCloseOnEsc(false);
    setCloseOnOutsideClick(false);
    ProgressBar bar = new ProgressBar();
    bar.setIndeterminate(true);
    how.getElement().setAttribute("role", "status");
    Button stop = new Button(getTranslation("long-work.stop"), _ -> stopped.set(true));
    stop.setId("stop-task");
    add(bar, how);
    getFooter().add(stop);
  }

  /**
   * @param renewed what has become of the scope the work was begun in; empty when the person holds no post there any more
   * @param work is told by its argument to go on: called with how far it is, it answers whether it may
   * @param done on the screen, when it was done
   * @param undone on the screen, when it was stopped, refused or failed; that has been said
   */
  public void begin(
      ExecutorService executor, Function<Scope, Optional<Scope>> renewed, Function<IntPredicate, T> work, Consumer<T> done, Runnable undone) {
    UI ui = UI.getCurrent();
    Scope begun = Scope.current();
    open();
    executor.execute(() -> {
      try {
        Scope now = renewed.apply(begun).orElseThrow(() -> new IllegalStateException("no post any more"));
        T result = now.call(() -> work.apply(reached -> {
          if (reached % SHOWN_EVERY == 0) {
            ui.access(() -> how.setText(getTranslation("long-task.reached", reached)));
          }
          return !stopped.get() && !ui.isClosing();
        }));
        ui.access(() -> {
          close();
          done.accept(result);
        });
      } catch (Exception failure) {
        ui.access(() -> {
          close();
          said(failure, ui);
          undone.run();
        });
      }
    });
  }

  private void said(Exception failure, UI ui) {
    if (failure instanceof RefusedException refused) {
      Failures.refused(refused);
    } else {
      Failures.say(stopped.get() ? getTranslation("long-task.stopped") : Failures.noted(failure, ui));
    }
  }
}
