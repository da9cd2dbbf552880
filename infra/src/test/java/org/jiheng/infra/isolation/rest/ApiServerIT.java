package org.jiheng.infra.isolation.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiheng.infra.server.Kizilsu.AKTO;
import static org.jiheng.infra.server.Kizilsu.ARTUX;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiheng.app.review.FormState;
import org.jiheng.infra.server.Forms;
import org.jiheng.infra.server.Kizilsu;
import org.jiheng.infra.server.Owner;
import org.jiheng.infra.server.Provider;
import org.jiheng.infra.server.Visitor;
import org.jiheng.infra.server.TrailRows;
import org.jiheng.infra.server.WholeProduct;
import org.jiheng.tenants.identity.BearerDoor;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Programs come in by a token and are answered as the registry says, never as the token or the request says. */
class ApiServerIT extends WholeProduct {

  private final UUID person = Identifiers.next();
  private final Visitor program = new Visitor();
  private final int year = Forms.aYearOfItsOwn();

  @Inject
  private HttpServletRequest request;

  @Inject
  private Forms forms;

  private Provider provider;

  @BeforeEach
  void aProgramWithAPostInOneCounty() throws IOException {
    provider = new Provider(person, List.of("/653022", "PERFORMANCE_OFFICE"), 60);
    Owner.told("insert into platform.person (id, username, name) values (?, ?, '预算一体化接口')", person, person.toString().substring(0, 30));
    member(Role.BUDGET_SECTION, "653001");
  }

  @AfterEach
  void theProviderIsGone() {
    provider.close();
    program.close();
  }

  private void member(Role role, String jurisdiction) {
    Owner.told("insert into platform.membership (id, person, jurisdiction, unit_prefix, role, valid_from) values (?, ?, ?, '', ?, current_date - 1)",
        Identifiers.next(), person, jurisdiction, role.name());
  }

  private String token() {
    return provider.programs(BearerDoor.AUDIENCE, "Bearer", 60);
  }

  private HttpResponse<String> asks(String path, String token, String... headers) {
    List<String> all = new ArrayList<>(List.of("Accept", "*/*"));
    if (!token.isEmpty()) {
      all.addAll(List.of("Authorization", "Bearer " + token));
    }
    all.addAll(List.of(headers));
    return program.asks(request, path, all.toArray(String[]::new));
  }

  private static JsonObject body(HttpResponse<String> answer) {
    try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
      return reader.readObject();
    }
  }

  @Test
  void aProgramReadsTheFormsOfItsOwnCountyAndTheirScoresWithReasons() {
    UUID id = forms.at(FormState.APPROVED, ARTUX, year);
    forms.at(FormState.APPROVED, AKTO, year);
    JsonObject page = body(asks("/api/self-evaluations?year=" + year, token()));
    assertThat(page.getInt("forms")).isEqualTo(1);
    assertThat(page.getJsonArray("lines").getJsonObject(0).getString("id")).isEqualTo(id.toString());
    JsonObject form = body(asks("/api/self-evaluations/" + id, token()));
    assertThat(form.getJsonNumber("total").bigDecimalValue()).isEqualByComparingTo(new BigDecimal("99.50"));
    assertThat(form.getJsonArray("scores").getJsonObject(0).getJsonArray("why")).isNotEmpty();
  }

  @Test
  void nothingTheTokenOrTheRequestSaysOpensAnotherCounty() {
    UUID foreign = forms.at(FormState.APPROVED, AKTO, year);
    assertThat(body(asks("/api/self-evaluations?year=" + year + "&jurisdiction=653022&tenant=j_653022", token(),
        "X-Jurisdiction", "653022", "X-Tenant", "j_653022")).getInt("forms")).isZero();
    assertThat(asks("/api/self-evaluations/" + foreign, token()).statusCode()).isEqualTo(404);
  }

  @Test
  void whatIsNotTheCallersIsAnsweredLikeWhatNeverWas() {
    UUID foreign = forms.at(FormState.APPROVED, AKTO, year);
    UUID own = forms.at(FormState.APPROVED, ARTUX, year);
    String never = UUID.randomUUID().toString();
    assertThat(asks("/api/self-evaluations/" + foreign, token()).body()).isEqualTo(asks("/api/self-evaluations/" + never, token()).body());
    for (String path : List.of("/api/rollup?year=" + year, "/api/rollup/653001/self-evaluations?year=" + year,
        "/api/rollup/653001/self-evaluations/" + own, "/api/rollup/653022/self-evaluations/" + foreign, "/api/rollup/999999/self-evaluations?year=" + year)) {
      HttpResponse<String> answer = asks(path, token());
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      assertThat(answer.body()).as(path).isEqualTo(asks("/api/self-evaluations/" + never, token()).body());
    }
  }

  @Test
  void aTokenThatIsNotForTheseDoorsOpensNone() {
    for (String useless : List.of("", "x", "a.b.c", provider.programs("jiheng-ui", "Bearer", 60), provider.programs(BearerDoor.AUDIENCE, "ID", 60),
        provider.programs(BearerDoor.AUDIENCE, "Bearer", -120), provider.forged(BearerDoor.AUDIENCE))) {
      HttpResponse<String> answer = asks("/api/work", useless);
      assertThat(answer.statusCode()).as(useless).isEqualTo(401);
      assertThat(answer.body()).isEqualTo("{\"code\":\"not-signed-in\"}");
    }
  }

  @Test
  void aBrowsersCookieOpensNothing() {
    assertThat(asks("/probe", "", "Accept", "text/html").body()).startsWith("653001");
    assertThat(asks("/api/work", "").statusCode()).isEqualTo(401);
    for (String spelling : List.of("/%61pi/work", "/api;x=1/work", "/api/./work")) {
      assertThat(asks(spelling, "").body()).as(spelling).doesNotContain("\"form\"").doesNotStartWith("[");
      assertThat(asks(spelling, "").statusCode()).as(spelling).isBetween(400, 404);
    }
  }

  @Test
  void whoHoldsPostsInTwoCountiesOrInNoneIsRefused() {
    member(Role.BUDGET_SECTION, "653022");
    assertThat(asks("/api/work", token()).body()).isEqualTo("{\"code\":\"several-jurisdictions\"}");
    Owner.told("delete from platform.membership where person = ?", person);
    HttpResponse<String> answer = asks("/api/work", token());
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).isEqualTo("{\"code\":\"no-membership\"}");
  }

  private List<String> doors(Jurisdiction where) {
    return TrailRows.columns(where, "act, outcome, note, origin", "subject = 'TOKEN' and person = ?", person);
  }

  @Test
  void comingInIsOnRecordOnceAToken() {
    String first = token();
    asks("/api/work", first);
    asks("/api/work", first);
    assertThat(doors(ARTUX)).containsExactly("SIGN_IN|DONE||127.0.0.1");
    asks("/api/work", provider.programs(BearerDoor.AUDIENCE, "Bearer", 90));
    assertThat(doors(ARTUX)).containsExactly("SIGN_IN|DONE||127.0.0.1", "SIGN_IN|DONE||127.0.0.1");
    assertThat(Owner.rows("select origin from platform.last_sign_in where person = ?", person)).containsExactly("127.0.0.1");
  }

  @Test
  void whoIsTurnedAwayIsOnRecordOnceForTheSameReasonHoweverOftenItKnocks() {
    member(Role.BUDGET_SECTION, "653022");
    asks("/api/work", token());
    asks("/api/work", token());
    for (Jurisdiction where : List.of(ARTUX, AKTO)) {
      assertThat(doors(where)).containsExactly("SIGN_IN|REFUSED|several-jurisdictions|127.0.0.1");
    }
    assertThat(TrailRows.columns(ARTUX, "username, person_name", "subject = 'TOKEN' and person = ?", person))
        .as("as the registry calls it, for its token says no name").containsExactly(person.toString().substring(0, 30) + "|预算一体化接口");
    Owner.told("delete from platform.membership where person = ?", person);
    asks("/api/work", token());
    assertThat(doors(ARTUX)).endsWith("SIGN_IN|REFUSED|no-membership|127.0.0.1");
    asks("/api/work", provider.forged(BearerDoor.AUDIENCE));
    assertThat(TrailRows.columns(Kizilsu.PREFECTURE, "username, outcome, origin", "subject = 'TOKEN' and note = 'not-signed-in'"))
        .as("whom nobody vouches for is on the prefecture's record").contains("unknown|REFUSED|127.0.0.1");
    assertThat(doors(ARTUX)).as("and not under the name a forged token says").hasSize(2);
  }

  @Test
  void whoCannotBePutOnRecordIsNotLetIn() {
    String token = token();
    Owner.told("alter table j_653001.audit_entry add constraint full_disk check (act <> 'SIGN_IN') not valid");
    try {
      assertThat(asks("/api/work", token).body()).isEqualTo("{\"code\":\"unavailable\"}");
    } finally {
      Owner.told("alter table j_653001.audit_entry drop constraint full_disk");
    }
    assertThat(asks("/api/work", token).statusCode()).isEqualTo(200);
  }

  @Test
  void onePageOfACountysFormsIsOneLookOnItsRecord() {
    UUID form = forms.at(FormState.APPROVED, ARTUX, year);
    Owner.told("delete from platform.membership where person = ?", person);
    member(Role.PREFECTURE_OVERSIGHT, "653000");
    assertThat(body(asks("/api/rollup/653001/self-evaluations?year=" + year, token())).getInt("forms")).isEqualTo(1);
    assertThat(asks("/api/rollup/653001/self-evaluations/" + form, token()).statusCode()).isEqualTo(200);
    assertThat(TrailRows.columns(ARTUX, "act, subject", "person = ? and acting_for = '653000'", person))
        .containsExactly("READ|SELF_EVALUATION/list", "READ|SELF_EVALUATION/" + form);
  }

  @Test
  void whatCannotBeReadIsAnsweredByACodeAndByNothingOfTheInside() {
    Map<String, Integer> told = Map.of("/api/self-evaluations", 400, "/api/self-evaluations?year=x", 400,
        "/api/self-evaluations?year=2022&limit=100000", 400, "/api/self-evaluations?year=2022&state=DONE", 400,
        "/api/self-evaluations/not-a-key", 404, "/api/nothing", 404);
    for (String path : told.keySet()) {
      HttpResponse<String> answer = asks(path, token());
      assertThat(answer.statusCode()).as(path).isEqualTo(told.get(path));
      assertThat(answer.headers().firstValue("Content-Type").orElse("")).as(path).startsWith("application/json");
      assertThat(answer.body()).as(path).startsWith("{\"code\":").doesNotContain("Exception", "jiheng");
    }
  }
}
