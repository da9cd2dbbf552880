package org.jiheng.tenants.identity;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.annotation.WebListener;
import org.eclipse.microprofile.config.ConfigProvider;

/** The cookie of a browser session: no script reads it, and where people come by https, nothing else carries it. */
@WebListener
public class SessionCookies implements ServletContextListener {

  @Override
  public void contextInitialized(ServletContextEvent event) {
    SessionCookieConfig cookie = event.getServletContext().getSessionCookieConfig();
    cookie.setHttpOnly(true);
    cookie.setSecure(ConfigProvider.getConfig().getOptionalValue("JIHENG_PUBLIC_URL", String.class).filter(url -> url.startsWith("https:")).isPresent());
  }
}
