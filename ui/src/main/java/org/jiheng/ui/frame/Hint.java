package org.jiheng.ui.frame;

import com.vaadin.flow.dom.Element;

/**
 * What an element says when the mouse rests on it or the keyboard comes to it: the exact yuan of a rounded amount, why a cell
 * is locked. The page's script shows it in a bubble that stays while it is looked at and goes with Escape (WCAG 2.1, 1.4.13).
 */
public final class Hint {

  private Hint() {}

  /** On an element that the keyboard reaches by itself or need not reach; an empty text takes the hint away. */
  public static void on(Element element, String text) {
    if (text.isEmpty()) {
      element.removeAttribute("data-hint");
    } else {
      element.setAttribute("data-hint", text);
    }
  }

  /** On an element that is only read: the keyboard comes to it, too. */
  public static void onText(Element element, String text) {
    on(element, text);
    if (!text.isEmpty()) {
      element.setAttribute("tabindex", "0");
    }
  }
}
