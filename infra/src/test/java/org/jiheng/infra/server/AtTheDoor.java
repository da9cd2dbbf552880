package org.jiheng.infra.server;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.scope.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A person whom the registry knows, at a browser, before a provider whose tokens say otherwise. */
public abstract class AtTheDoor extends WholeProduct {

  public static final int TOKEN_SECONDS = 2;

  public final UUID person = Identifiers.next();
  private final Visitor browser = new Visitor();

  @Inject
  private HttpServletRequest request;

  public Provider provider;

  @BeforeEach
  public void aProviderWhoseTokensSayOtherwise() throws IOException {
    provider = new Provider(person, List.of("SYSTEM_ADMIN", "PERFORMANCE_OFFICE"), TOKEN_SECONDS);
    Owner.told("insert into platform.person (id, username, name) values (?, ?, '张三')", person, person.toString().substring(0, 30));
  }

  @AfterEach
  public void theProviderIsGone() {
    provider.close();
    browser.close();
  }

  public void member(Role role, String jurisdiction) {
    member(role, jurisdiction, "current_date - 1", "null");
  }

  public void member(Role role, String jurisdiction, String from, String until) {
    Owner.told("insert into platform.membership (id, person, jurisdiction, unit_prefix, role, valid_from, valid_until) values (?, ?, ?, '101001', ?, "
        + from + ", " + until + ")", Identifiers.next(), person, jurisdiction, role.name());
  }

  public void noMember(Role role) {
    Owner.told("delete from platform.membership where person = ? and role = ?", person, role.name());
  }

  public HttpResponse<String> asks(String page, String... headers) {
    return browser.asks(request, page, headers);
  }

  /** What a form of a page sends. */
  public HttpResponse<String> posts(String page, String form) {
    return browser.posts(request, page, form);
  }
}
