package org.jiheng.ui.frame;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.server.VaadinSession;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiheng.app.common.Words;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusedException;
import org.jiheng.tenants.identity.IdentityUnavailableException;
import org.jiheng.tenants.people.Obstacle;
import org.jiheng.tenants.people.ObstructedException;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;

/** Turns what went wrong into a sentence: a refusal says why; anything else gets a reference that the log knows too. */
public final class Failures {

  private static final Logger LOG = Logger.getLogger(Failures.class.getName());
  private static final int LONG_ENOUGH_TO_READ = 8000;
  private static final Set<String> ROLES = Arrays.stream(Role.values()).map(Role::name).collect(Collectors.toSet());
  private static final List<Class<?>> KNOWN = List.of(
      RefusedException.class, NoSuchFormException.class, ObstructedException.class, IdentityUnavailableException.class);

  private Failures() {}

  public static void show(Throwable thrown, VaadinSession session) {
    Throwable cause = known(thrown);
    UI ui = UI.getCurrent();
    if (ui == null || session == null) {
      LOG.log(Level.WARNING, thrown, () -> "failure without a screen of " + Scope.inLog());
      return;
    }
    switch (cause) {
      case RefusedException refused -> refused(refused);
      case ObstructedException refused -> say(sentences(refused.obstacles()), NotificationVariant.LUMO_WARNING);
      case IdentityUnavailableException _ -> say(ui.getTranslation("error.identity"), NotificationVariant.LUMO_WARNING);
      case NoSuchFormException _ -> say(ui.getTranslation("error.gone"), NotificationVariant.LUMO_WARNING);
      default -> say(noted(thrown, ui), NotificationVariant.LUMO_ERROR);
    }
  }

  /** Writes a failure to the log and answers with the sentence that carries its reference. */
  static String noted(Throwable thrown, UI ui) {
    return ui.getTranslation("error.failure", logged(thrown));
  }

  /** Writes a failure to the log, with whose it was. @return its reference, which people can tell */
  public static String logged(Throwable thrown) {
    String reference = UUID.randomUUID().toString().substring(0, 8);
    LOG.log(Level.SEVERE, thrown, () -> "failure " + reference + " of " + Scope.inLog());
    return reference;
  }

  /** Says every reason of a refusal. */
  public static void refused(RefusedException refused) {
    Words words = Words.in(UI.getCurrent().getLocale());
    say(Stream.concat(refused.refusals().stream().map(Failures::sentence), refused.reasons().stream().map(words::say))
        .collect(Collectors.joining(" ")), NotificationVariant.LUMO_WARNING);
  }

  /** A refusal as a sentence in the language of the screen. */
  public static String sentence(Refusal refusal) {
    return Words.in(UI.getCurrent().getLocale()).say("refusal." + refusal.code(), refusal.inputs());
  }

  /** Why administrators may not do something, in sentences; roles by their names. */
  public static String sentences(List<Obstacle> obstacles) {
    UI ui = UI.getCurrent();
    return obstacles.stream().map(obstacle -> ui.getTranslation("obstacle." + obstacle.code(),
        obstacle.inputs().stream().map(input -> ROLES.contains(input) ? ui.getTranslation("role." + input) : input).toArray()))
        .collect(Collectors.joining(" "));
  }

  public static void say(String sentence, NotificationVariant... variants) {
    Notification notification = new Notification(sentence, LONG_ENOUGH_TO_READ, Notification.Position.BOTTOM_CENTER);
    notification.addThemeVariants(variants);
    notification.open();
  }

  /** What is known stands somewhere among the causes; the container wraps what its transactions carry. */
  private static Throwable known(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (KNOWN.stream().anyMatch(cause.getClass()::equals)) {
        return cause;
      }
    }
    return thrown;
  }
}
