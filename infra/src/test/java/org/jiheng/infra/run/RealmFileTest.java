package org.jiheng.infra.run;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jiheng.infra.demo.Persona;
import org.jiheng.infra.demo.Personas;
import org.jiheng.tenants.scope.Role;
import org.junit.jupiter.api.Test;

/** The realm says what the house asks of the door (DOMAIN 12), and leaves no blank. */
class RealmFileTest {

  private static final URI APPLICATION = URI.create("https://jiheng.example.cn");
  private static final URI BACKCHANNEL = URI.create("http://localhost:12345/backchannel");
  private static final JsonObject REALM = parsed(RealmFile.json(APPLICATION, BACKCHANNEL, "the-secret", Personas.all()));

  private static JsonObject parsed(String json) {
    return Json.createReader(new StringReader(json)).readObject();
  }

  @Test
  void everyPlaceholderIsFilled() {
    String json = RealmFile.json(APPLICATION, BACKCHANNEL, "the-secret", List.of());
    assertThat(json).doesNotContainPattern("@[a-zA-Z]+@").contains("the-secret");
    JsonObject client = RealmFile.client(APPLICATION, BACKCHANNEL, "the-secret");
    assertThat(client.getJsonArray("redirectUris").getString(0)).isEqualTo("https://jiheng.example.cn/callback");
    assertThat(client.getJsonObject("attributes").getString("backchannel.logout.url")).isEqualTo("http://localhost:12345/backchannel");
    assertThat(client.getJsonObject("attributes").getString("post.logout.redirect.uris")).isEqualTo("https://jiheng.example.cn/bye");
  }

  @Test
  void itsRolesAreThoseOfTheHouse() {
    Set<String> roles = REALM.getJsonObject("roles").getJsonArray("realm").getValuesAs(JsonObject.class).stream()
        .map(role -> role.getString("name")).collect(Collectors.toSet());
    assertThat(roles).isEqualTo(Arrays.stream(Role.values()).map(Role::name).collect(Collectors.toSet()));
  }

  @Test
  void everyPersonIsThereUnderTheIdentifierOfTheRegistryAndWithTheirRole() {
    List<JsonObject> users = REALM.getJsonArray("users").getValuesAs(JsonObject.class);
    assertThat(users).hasSameSizeAs(Personas.all());
    for (JsonObject user : users) {
      Persona person = Personas.of(user.getString("username"));
      assertThat(user.getString("id")).isEqualTo(person.id().toString());
      assertThat(user.getJsonArray("realmRoles").getValuesAs(JsonString.class)).extracting(JsonString::getString).contains(person.role().name());
    }
  }

  @Test
  void aRealmInEarnestHasNobodyInIt() {
    assertThat(parsed(RealmFile.json(APPLICATION, BACKCHANNEL, "the-secret", List.of())).getJsonArray("users")).isEmpty();
  }

  @Test
  void thePasswordRuleAsksForThreeOfFourClasses() {
    Matcher rule = Pattern.compile("regexPattern\\((.*)\\) and notUsername").matcher(REALM.getString("passwordPolicy"));
    assertThat(rule.find()).isTrue();
    Pattern pattern = Pattern.compile(rule.group(1));
    for (String strong : new String[] {Personas.PASSWORD, "Abcdefgh12", "abc@123456", "ABC@123456", "abcdefGH@@"}) {
      assertThat(pattern.matcher(strong).matches()).as(strong).isTrue();
    }
    for (String weak : new String[] {"abcdefghij", "abcdefgh12", "ABCDEFGH@@", "1234567@@@"}) {
      assertThat(pattern.matcher(weak).matches()).as(weak).isFalse();
    }
    assertThat(REALM.getString("passwordPolicy")).contains("length(10)").contains("passwordHistory(5)");
  }

  @Test
  void nobodyRegistersByThemselvesAndFiveFailuresLockForHalfAnHour() {
    assertThat(REALM.getBoolean("registrationAllowed")).isFalse();
    assertThat(REALM.getBoolean("organizationsEnabled")).isFalse();
    assertThat(REALM.getInt("failureFactor")).isEqualTo(5);
    assertThat(REALM.getInt("waitIncrementSeconds")).isEqualTo(1800);
    assertThat(REALM.getInt("ssoSessionIdleTimeout")).isEqualTo(1800);
    assertThat(REALM.getInt("ssoSessionMaxLifespan")).isEqualTo(36_000);
    assertThat(REALM.getInt("accessTokenLifespan")).isEqualTo(300);
  }
}
