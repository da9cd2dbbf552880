package org.jiheng.infra.server;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** A browser as far as the door needs one: keeps cookies and goes where it is sent. */
public final class Visitor implements AutoCloseable {

  private final HttpClient client = HttpClient.newBuilder()
      .cookieHandler(new CookieManager()).followRedirects(HttpClient.Redirect.NORMAL).build();

  /** Asks for a page of the application the test runs in. */
  public HttpResponse<String> asks(HttpServletRequest test, String page, String... headers) {
    return sends(headed(HttpRequest.newBuilder(address(test, page)), headers).build());
  }

  /** Sends a form, as another server does. */
  public HttpResponse<String> posts(HttpServletRequest test, String page, String form) {
    return sends(headed(HttpRequest.newBuilder(address(test, page)).POST(HttpRequest.BodyPublishers.ofString(form)),
        "Content-Type", "application/x-www-form-urlencoded").build());
  }

  private static URI address(HttpServletRequest test, String page) {
    return URI.create("http://127.0.0.1:" + test.getLocalPort() + test.getContextPath() + page);
  }

  private static HttpRequest.Builder headed(HttpRequest.Builder asked, String... headers) {
    asked.header("Accept", "text/html");
    for (int i = 0; i < headers.length; i += 2) {
      asked.setHeader(headers[i], headers[i + 1]);
    }
    return asked;
  }

  private HttpResponse<String> sends(HttpRequest asked) {
    try {
      return client.send(asked, HttpResponse.BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
