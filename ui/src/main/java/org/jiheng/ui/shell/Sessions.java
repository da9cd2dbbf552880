package org.jiheng.ui.shell;

import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import com.vaadin.flow.server.auth.NavigationAccessControl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jiheng.ui.frame.Failures;

/** What every browser session gets: access control of views, an error handler, a true end, its language. */
@ApplicationScoped
public class Sessions {

  void serviceBegins(@Observes ServiceInitEvent event) {
    NavigationAccessControl access = new NavigationAccessControl();
    event.getSource().addUIInitListener(ui -> {
      ui.getUI().addBeforeEnterListener(access);
      ui.getUI().getPage().executeJs("document.documentElement.lang = $0", ui.getUI().getLocale().toLanguageTag());
      ui.getUI().getReconnectDialogConfiguration().setDialogText(ui.getUI().getTranslation("shell.reconnecting"));
      ui.getUI().getReconnectDialogConfiguration().setDialogTextGaveUp(ui.getUI().getTranslation("shell.gave-up"));
    });
    event.getSource().addSessionInitListener(session -> {
      session.getSession().setErrorHandler(Sessions::failed);
      Language.remembered(session.getRequest()).ifPresent(session.getSession()::setLocale);
    });
    event.getSource().addSessionDestroyListener(session -> {
      // closing for idleness ends only Vaadin's half; the login's half ends with it
      if (session.getSession().getSession() != null) {
        end(session.getSession().getSession());
      }
    });
    event.getSource().setSystemMessagesProvider(info -> {
      CustomizedSystemMessages messages = new CustomizedSystemMessages();
      // a page whose session is gone loads itself anew and comes back to the same form after the login
      messages.setSessionExpiredNotificationEnabled(false);
      messages.setCookiesDisabledNotificationEnabled(false);
      return messages;
    });
  }

  private static void end(WrappedSession session) {
    try {
      session.invalidate();
    } catch (IllegalStateException endedAlready) {
      // it was the login's half that ended first
    }
  }

  private static void failed(ErrorEvent event) {
    Failures.show(event.getThrowable(), VaadinSession.getCurrent());
  }
}
