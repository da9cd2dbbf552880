package org.jiheng.tenants.identity;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.annotation.WebListener;
import org.eclipse.microprofile.config.ConfigProvider;

/** The cookie of a browser session: no script reads it, no foreign page sends it, and where people come by https, only that carries it. */
@WebListener
public class SessionCookies implements ServletContextListener {

  @Override
  public void contextInitialized(ServletContextEvent event) {
    SessionCookieConfig cookie = event.getServletContext().getSessionCookieConfig();
    cookie.setHttpOnly(true);
    cookie.setAttribute("SameSite", "Lax");
    cookie.setSecure(ConfigProvider.getConfig().getOptionalValue("JIHENG_PUBLIC_URL", String.class).filter(url -> url.startsWith("https:")).isPresent());
  }
}
