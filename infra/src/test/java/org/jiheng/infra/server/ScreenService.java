package org.jiheng.infra.server;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SessionExpiredException;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.VaadinSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** The service of the product's own servlet of screens, which begins with its first request. */
@ApplicationScoped
public class ScreenService {

  private VaadinServletService service;

  public void begins(@Observes ServiceInitEvent event) {
    service = (VaadinServletService) event.getSource();
  }

  /** The browser session the servlet makes for a request like this one. */
  public VaadinSession session(HttpServletRequest request) throws IOException, InterruptedException, SessionExpiredException {
    if (service == null) {
      firstRequest(URI.create("http://127.0.0.1:" + request.getLocalPort() + request.getContextPath() + "/"));
    }
    return service.findVaadinSession(new VaadinServletRequest(request, service));
  }

  private static void firstRequest(URI address) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding());
    }
  }
}
