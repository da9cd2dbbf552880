package org.jiheng.infra.server;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.scope.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A person whom the registry knows, at a browser, before a provider whose tokens say otherwise. */
abstract class AtTheDoor extends WholeProduct {

  static final int TOKEN_SECONDS = 2;

  final UUID person = Identifiers.next();
  private final HttpClient browser = HttpClient.newBuilder()
      .cookieHandler(new CookieManager()).followRedirects(HttpClient.Redirect.NORMAL).build();

  @Inject
  private HttpServletRequest request;

  Provider provider;

  @BeforeEach
  void aProviderWhoseTokensSayOtherwise() throws IOException {
    provider = new Provider(person, List.of("SYSTEM_ADMIN", "PERFORMANCE_OFFICE"), TOKEN_SECONDS);
    Owner.told("insert into platform.person (id, username, name) values (?, ?, '张三')", person, person.toString().substring(0, 30));
  }

  @AfterEach
  void theProviderIsGone() {
    provider.close();
    browser.close();
  }

  void member(Role role, String jurisdiction) {
    member(role, jurisdiction, "current_date - 1", "null");
  }

  void member(Role role, String jurisdiction, String from, String until) {
    Owner.told("insert into platform.membership (id, person, jurisdiction, unit_prefix, role, valid_from, valid_until) values (?, ?, ?, '101001', ?, "
        + from + ", " + until + ")", Identifiers.next(), person, jurisdiction, role.name());
  }

  void noMember(Role role) {
    Owner.told("delete from platform.membership where person = ? and role = ?", person, role.name());
  }

  HttpResponse<String> asks(String page, String... headers) {
    return sends(HttpRequest.newBuilder(address(page)), headers);
  }

  /** What a form of a page sends. */
  HttpResponse<String> posts(String page, String form) {
    return sends(HttpRequest.newBuilder(address(page)).POST(HttpRequest.BodyPublishers.ofString(form)), "Content-Type", "application/x-www-form-urlencoded");
  }

  private URI address(String page) {
    return URI.create("http://127.0.0.1:" + request.getLocalPort() + request.getContextPath() + page);
  }

  private HttpResponse<String> sends(HttpRequest.Builder asked, String... headers) {
    try {
      asked.header("Accept", "text/html");
      for (int i = 0; i < headers.length; i += 2) {
        asked.setHeader(headers[i], headers[i + 1]);
      }
      return browser.send(asked.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
