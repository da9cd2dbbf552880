package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiheng.infra.server.Kizilsu.AKTO;
import static org.jiheng.infra.server.Kizilsu.ARTUX;
import static org.jiheng.infra.server.Kizilsu.PREFECTURE;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who comes in, who is turned away and who goes is on record, with the true address. */
class DoorServerIT extends WholeProduct {

  private static final int TOKEN_SECONDS = 60;

  private final UUID person = Identifiers.next();
  private final Visitor browser = new Visitor();

  @Inject
  private HttpServletRequest request;

  private Provider provider;

  @BeforeEach
  void aProvider() throws IOException {
    provider = new Provider(person, List.of(), TOKEN_SECONDS);
    Owner.told("insert into platform.person (id, username, name) values (?, ?, '李四')", person, person.toString().substring(0, 30));
  }

  @AfterEach
  void theProviderIsGone() {
    provider.close();
    browser.close();
  }

  private void member(String jurisdiction, String until) {
    Owner.told("insert into platform.membership (id, person, jurisdiction, unit_prefix, role, valid_from, valid_until) "
        + "values (?, ?, ?, '101001', ?, current_date - 9, " + until + ")", Identifiers.next(), person, jurisdiction, Role.UNIT_CLERK.name());
  }

  private List<String> doors(Jurisdiction where) {
    return TrailRows.columns(where, "act, outcome, note", "subject = 'SESSION' and person = ?", person);
  }

  @Test
  void comingInIsOnRecordOnceASession() {
    member("653001", "null");
    browser.asks(request, "/probe");
    browser.asks(request, "/probe", "X-Forwarded-For", "198.51.100.1");
    assertThat(doors(ARTUX)).containsExactly("SIGN_IN|DONE|");
    assertThat(TrailRows.columns(ARTUX, "username, person_name, acting_for, origin", "subject = 'SESSION' and person = ?", person))
        .containsExactly(person.toString().substring(0, 30) + "|李四|653001|127.0.0.1");
  }

  @Test
  void noHeaderMakesUpWhereSomebodyIs() {
    member("653001", "null");
    browser.asks(request, "/probe", "X-Forwarded-For", "198.51.100.1", "Forwarded", "for=198.51.100.1");
    assertThat(TrailRows.columns(ARTUX, "origin", "person = ?", person)).containsExactly("127.0.0.1");
  }

  @Test
  void goingIsOnRecordHoweverOneGoes() {
    member("653001", "null");
    browser.asks(request, "/probe");
    browser.asks(request, "/logout");
    assertThat(doors(ARTUX)).containsExactly("SIGN_IN|DONE|", "SIGN_OUT|DONE|SIGNED_OUT");

    browser.asks(request, "/probe");
    assertThat(browser.posts(request, "/backchannel", "logout_token=" + provider.logoutToken()).statusCode()).isEqualTo(200);
    assertThat(doors(ARTUX)).endsWith("SIGN_IN|DONE|", "SIGN_OUT|DONE|ENDED_BY_PROVIDER");
  }

  private int told(String token) {
    return browser.posts(request, "/backchannel", "logout_token=" + token).statusCode();
  }

  @Test
  void nobodyIsSignedOutByWhatIsNoLogoutTokenOfTheProvider() {
    member("653001", "null");
    browser.asks(request, "/probe");
    assertThat(told("nonsense")).isEqualTo(400);
    assertThat(browser.posts(request, "/backchannel", "").statusCode()).isEqualTo(400);
    assertThat(told(provider.forgedLogoutToken())).as("signed by somebody else").isEqualTo(400);
    assertThat(told(provider.programs("jiheng-ui", "Bearer", 60))).as("a token of another kind").isEqualTo(400);
    assertThat(told(provider.logoutToken(one -> one.audience("another")))).isEqualTo(400);
    assertThat(told(provider.logoutToken(one -> one.issuer("http://another")))).isEqualTo(400);
    assertThat(told(provider.logoutToken(one -> one.claim("events", Map.of("another", Map.of()))))).isEqualTo(400);
    assertThat(told(provider.logoutToken(one -> one.claim("events", "logout")))).isEqualTo(400);
    assertThat(told(provider.logoutToken(one -> one.claim("nonce", "of a login")))).isEqualTo(400);
    assertThat(doors(ARTUX)).containsExactly("SIGN_IN|DONE|");
    assertThat(told(provider.logoutToken())).isEqualTo(200);
    assertThat(doors(ARTUX)).endsWith("SIGN_OUT|DONE|ENDED_BY_PROVIDER");
  }

  @Test
  void aLogoutTokenNamesASession() {
    for (Object nothing : new Object[] {"", " ", 7, List.of(), Map.of()}) {
      assertThat(told(provider.logoutToken(one -> one.claim("sid", nothing)))).as("sid " + nothing).isEqualTo(400);
    }
    assertThat(told(provider.logoutToken(one -> one.claim("sid", null)))).as("no sid").isEqualTo(400);
    assertThat(told(provider.logoutTokenOfNothing())).as("sid of nothing").isEqualTo(400);
    assertThat(told(provider.logoutToken(one -> one.claim("sid", "of nobody")))).as("one that is not here (any more)").isEqualTo(200);
  }

  @Test
  void whoIsTurnedAwayIsOnRecordWhereThePostWasOnce() {
    member("653022", "current_date - 1");
    assertThat(browser.asks(request, "/probe").statusCode()).isEqualTo(403);
    assertThat(browser.asks(request, "/probe").statusCode()).isEqualTo(403);
    assertThat(doors(AKTO)).containsExactly("SIGN_IN|REFUSED|no-membership");
    assertThat(doors(PREFECTURE)).isEmpty();
  }

  @Test
  void aStrangerIsOnThePrefecturesRecord() {
    assertThat(browser.asks(request, "/probe").statusCode()).isEqualTo(403);
    assertThat(doors(PREFECTURE)).containsExactly("SIGN_IN|REFUSED|no-membership");
  }

  @Test
  void whoCannotBePutOnRecordIsNotLetIn() {
    member("653001", "null");
    Owner.told("alter table j_653001.audit_entry add constraint full_disk check (act <> 'SIGN_IN') not valid");
    try {
      assertThat(browser.asks(request, "/probe").statusCode()).isEqualTo(503);
      assertThat(lastSignIns()).as("nor has it signed in for the administrators").isZero();
    } finally {
      Owner.told("alter table j_653001.audit_entry drop constraint full_disk");
    }
    assertThat(browser.asks(request, "/probe").body()).isEqualTo("653001: UNIT_CLERK");
    assertThat(doors(ARTUX)).containsExactly("SIGN_IN|DONE|");
    assertThat(lastSignIns()).isOne();
  }

  private long lastSignIns() {
    return Owner.rows("select at from platform.last_sign_in where person = ?", person).size();
  }

  @Test
  void whoseLastSignInCannotBeKeptIsInAllTheSameAsTheTrailSays() {
    member("653001", "null");
    Owner.told("alter table platform.last_sign_in add constraint full_disk check (person <> '" + person + "') not valid");
    try {
      assertThat(browser.asks(request, "/probe").body()).isEqualTo("653001: UNIT_CLERK");
    } finally {
      Owner.told("alter table platform.last_sign_in drop constraint full_disk");
    }
    assertThat(doors(ARTUX)).containsExactly("SIGN_IN|DONE|");
  }
}
