package org.jiheng.infra.isolation.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.jiheng.infra.server.AtTheDoor;
import org.jiheng.tenants.scope.Role;
import org.junit.jupiter.api.Test;

/** Sessions at the door: they end for the idle, begin anew in another jurisdiction, and are proved anew when an act asks for it. */
class SessionsServerIT extends AtTheDoor {

  @Test
  void administratorsAreSignedOutAfterAQuarterOfAnHourAndOthersAfterHalfAnHour() {
    member(Role.SECURITY_ADMIN, "653001");
    asks("/probe?idle=14");
    asks("/probe");
    assertThat(provider.logins()).as("fourteen minutes are not too long").hasSize(1);
    asks("/probe?idle=16");
    asks("/probe");
    assertThat(provider.logins()).as("sixteen are").hasSize(2);

    noMember(Role.SECURITY_ADMIN);
    member(Role.UNIT_CLERK, "653001");
    asks("/probe?idle=16");
    asks("/probe");
    assertThat(provider.logins()).hasSize(2);
    asks("/probe?idle=31");
    asks("/probe");
    assertThat(provider.logins()).hasSize(3);
  }

  @Test
  void anOpenPageThatOnlySaysItIsStillThereDoesNothing() {
    member(Role.UNIT_CLERK, "653001");
    asks("/probe?idle=29");
    assertThat(asks("/probe?v-r=heartbeat", "Accept", "*/*").statusCode()).isEqualTo(200);
    asks("/probe?idle=31&v-r=heartbeat", "Accept", "*/*");
    assertThat(asks("/probe?v-r=heartbeat", "Accept", "*/*").statusCode()).isEqualTo(410);
  }

  @Test
  void anOpenPageOfAPostThatIsGoneIsDrawnAnewAtTheNextClick() {
    member(Role.UNIT_CLERK, "653001");
    member(Role.AUDITOR, "653001");
    asks("/probe");
    assertThat(asks("/probe?v-r=uidl", "Accept", "*/*").body()).isEqualTo("653001: UNIT_CLERK AUDITOR");
    noMember(Role.AUDITOR);
    HttpResponse<String> click = asks("/probe?v-r=uidl", "Accept", "*/*");
    assertThat(click.statusCode()).isEqualTo(200);
    assertThat(click.body()).isEqualTo("Vaadin-Refresh");
    assertThat(asks("/probe?v-r=uidl", "Accept", "*/*").body()).isEqualTo("653001: UNIT_CLERK");
  }

  private void secondPlace() {
    member(Role.UNIT_CLERK, "653001");
    member(Role.AUDITOR, "653022");
    assertThat(asks("/probe").body()).isEqualTo("653001: UNIT_CLERK");
  }

  private static String form(String jurisdiction, String word) {
    return "jurisdiction=" + jurisdiction + "&word=" + word;
  }

  @Test
  void whoHoldsPostsInTwoPlacesGoesFromOneToTheOtherInANewSession() {
    secondPlace();
    String word = asks("/probe?word").body();
    posts("/switch", form("653022", word));
    assertThat(asks("/probe").body()).isEqualTo("653022: AUDITOR");
    assertThat(asks("/probe?word").body()).as("nothing of the session before is left").isNotEqualTo(word);
    assertThat(provider.logins()).hasSize(2);
  }

  @Test
  void aFormOfAForeignPageMovesNobody() {
    secondPlace();
    for (String form : new String[] {form("653022", "guessed"), form("653022", ""), "jurisdiction=653022"}) {
      assertThat(posts("/switch", form).statusCode()).isEqualTo(403);
    }
    assertThat(asks("/switch?" + form("653022", asks("/probe?word").body())).statusCode()).as("nor does a link").isEqualTo(405);
    assertThat(asks("/probe").body()).isEqualTo("653001: UNIT_CLERK");
  }

  @Test
  void nobodyGoesWhereTheRegistryHasNoPostForThem() {
    secondPlace();
    String word = asks("/probe?word").body();
    for (String place : new String[] {"653023", "653000", "no-place", ""}) {
      assertThat(posts("/switch", form(place, word)).statusCode()).as(place).isEqualTo(403);
    }
    noMember(Role.AUDITOR);
    assertThat(posts("/switch", form("653022", word)).statusCode()).isEqualTo(403);
    assertThat(asks("/probe").body()).isEqualTo("653001: UNIT_CLERK");
  }

  @Test
  void aFreshLoginIsAskedForOfTheProviderAndComesBackToThePageInTheSamePlace() {
    secondPlace();
    posts("/switch", form("653022", asks("/probe?word").body()));
    asks("/probe");
    assertThat(provider.logins()).noneMatch(login -> login.containsKey("prompt"));
    HttpResponse<String> back = asks("/login?fresh&to=%2Fprobe%3Fact%3Dwaiting");
    assertThat(back.uri().toString()).endsWith("/probe?act=waiting");
    assertThat(back.body()).isEqualTo("653022: AUDITOR");
    assertThat(provider.logins().getLast()).containsEntry("prompt", "login").containsEntry("max_age", "0");
  }
}
