package org.jiheng.ui.frame;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jiheng.app.review.Move;

/**
 * What may be done with a form, as it was handed over: allowed moves as buttons, refused ones grey with their reasons in
 * sentences beside them. The first allowed one is the primary action.
 */
public final class Actions extends Div {

  private static final long serialVersionUID = 1L;

  /** Keys of the commands the buttons give, made when the offers are shown: however often one is clicked, it is one command. */
  private final Map<Move, UUID> commands = new EnumMap<>(Move.class);
  private transient List<Move.Offer> shown = List.of();
  private int version;

  public Actions() {
    addClassName("actions");
  }

  /**
   * @param seen version of the form the offers belong to
   * @param chosen gets the offer and the key of its command
   */
  public void show(List<Move.Offer> offers, int seen, BiConsumer<Move.Offer, UUID> chosen) {
    if (!offers.equals(shown) || seen != version) {
      version = seen;
      commands.clear();
      offers.forEach(offer -> commands.put(offer.move(), UUID.randomUUID()));
    }
    if (offers.equals(shown)) {
      // the same buttons stay, so that a click on its way still finds its button
      again();
      return;
    }
    shown = List.copyOf(offers);
    removeAll();
    boolean primary = false;
    for (Move.Offer offer : offers) {
      Button button = new Button(getTranslation("move." + offer.move().name()), _ -> chosen.accept(offer, commands.get(offer.move())));
      button.setId("move-" + offer.move().name().toLowerCase(java.util.Locale.ROOT));
      button.setEnabled(offer.allowed());
      button.setDisableOnClick(true);
      if (!primary && offer.allowed()) {
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        primary = true;
      }
      add(button);
      if (!offer.allowed()) {
        Span reasons = new Span(getTranslation("move.refused", getTranslation("move." + offer.move().name()),
            offer.refusals().stream().map(Failures::sentence).collect(Collectors.joining(" "))));
        reasons.addClassName("refusal");
        button.getElement().setAttribute("aria-describedby", describe(reasons, offer));
        add(reasons);
      }
    }
  }

  private static String describe(Span reasons, Move.Offer offer) {
    String id = "why-not-" + offer.move().name().toLowerCase(java.util.Locale.ROOT);
    reasons.setId(id);
    return id;
  }

  /** A dialog was closed without a decision: the buttons work again. */
  public void again() {
    getChildren().filter(Button.class::isInstance).map(Button.class::cast)
        .filter(button -> !button.isEnabled() && !button.getElement().hasAttribute("aria-describedby"))
        .forEach(button -> button.setEnabled(true));
  }
}
