package org.jiheng.ui.frame;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.DomListenerRegistration;

/**
 * A field that looks for something while one types: after a short rest, and at once with Enter or when the field is left, so that who
 * clicks beside it at once finds what answers to the last sign. What is kept is never handed in like this (see {@link TypedWork}).
 */
public final class SearchField extends TextField {

  private static final long serialVersionUID = 1L;
  private static final int REST_MILLIS = 300;
  private static final String TYPED = "element.value";

  private final transient Runnable look;
  private String typed = "";

  /** @param look runs when something else was typed */
  public SearchField(String id, String label, Runnable look) {
    super(label);
    this.look = look;
    setId(id);
    setClearButtonVisible(true);
    addValueChangeListener(change -> looks(change.getValue()));
    // an input method writes Latin letters until its word is chosen, and says nothing but this when it is
    rested(getElement().addEventListener("input", this::looks).setFilter("!event.isComposing"));
    rested(getElement().addEventListener("compositionend", this::looks));
  }

  private static void rested(DomListenerRegistration listener) {
    listener.addEventData(TYPED).debounce(REST_MILLIS);
  }

  /** What stands in it at first; nothing is looked for by that. */
  public void begin(String text) {
    typed = text;
    setValue(text);
  }

  /** As it is typed by now, whether the field was left or not. */
  public String typed() {
    return typed;
  }

  private void looks(DomEvent event) {
    looks(event.getEventData().get(TYPED).asString());
  }

  private void looks(String text) {
    if (!text.equals(typed)) {
      typed = text;
      look.run();
    }
  }
}
