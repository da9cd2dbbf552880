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
import java.util.stream.Stream;
import org.jiheng.infra.demo.Persona;
import org.jiheng.infra.demo.Personas;
import org.jiheng.tenants.identity.SecondFactor;
import org.jiheng.tenants.scope.Role;
import org.junit.jupiter.api.Test;

/** The realm says what the house asks of the door (DOMAIN 12), and leaves no blank. */
class RealmFileTest {

  private static final URI APPLICATION = URI.create("https://jiheng.example.cn");
  private static final URI BACKCHANNEL = URI.create("http://localhost:12345/backchannel");
  private static final Secrets SECRETS = Secrets.temporary();
  private static final JsonObject REALM = parsed(RealmFile.json(APPLICATION, BACKCHANNEL, SECRETS, Personas.all()));

  private static JsonObject parsed(String json) {
    return Json.createReader(new StringReader(json)).readObject();
  }

  @Test
  void everyPlaceholderIsFilled() {
    String json = RealmFile.json(APPLICATION, BACKCHANNEL, SECRETS, List.of());
    assertThat(json).doesNotContainPattern("@[a-zA-Z]+@").contains(SECRETS.of(Secrets.Of.IDENTITY_CLIENT), SECRETS.of(Secrets.Of.IDENTITY_PEOPLE));
    JsonObject client = RealmFile.client(APPLICATION, BACKCHANNEL, SECRETS);
    assertThat(client.getJsonArray("redirectUris").getString(0)).isEqualTo("https://jiheng.example.cn/callback");
    assertThat(client.getJsonObject("attributes").getString("backchannel.logout.url")).isEqualTo("http://localhost:12345/backchannel");
    assertThat(client.getJsonObject("attributes").getString("post.logout.redirect.uris")).isEqualTo("https://jiheng.example.cn/bye");
  }

  private static List<JsonObject> roles() {
    return REALM.getJsonObject("roles").getJsonArray("realm").getValuesAs(JsonObject.class);
  }

  private static List<JsonObject> people(JsonObject realm) {
    return realm.getJsonArray("users").getValuesAs(JsonObject.class).stream().filter(user -> !user.containsKey("serviceAccountClientId")).toList();
  }

  @Test
  void itsRolesAreThoseOfTheHouseAndOneForTheSecondFactor() {
    Set<String> names = Stream.concat(Arrays.stream(Role.values()).map(Role::name), Stream.of("second-factor")).collect(Collectors.toSet());
    assertThat(roles()).extracting(role -> role.getString("name")).containsExactlyInAnyOrderElementsOf(names);
  }

  @Test
  void reviewersAndAdministratorsNeedASecondFactor() {
    assertThat(roles().stream().filter(role -> role.toString().contains("\"composites\":{\"realm\":[\"second-factor\"]}")).map(role -> role.getString("name")))
        .containsExactlyInAnyOrderElementsOf(Arrays.stream(Role.values()).filter(SecondFactor::neededFor).map(Role::name).toList());
    assertThat(REALM.getString("browserFlow")).isEqualTo("jiheng browser");
    assertThat(REALM.getJsonArray("authenticationFlows").toString()).contains("conditional-user-role", "auth-otp-form");
  }

  /** A newcomer tries the demonstration without a second device; who is invited or given a post by an administrator needs it. */
  @Test
  void everyInventedPersonIsThereUnderTheIdentifierOfTheRegistryAndWithoutARealmRole() {
    assertThat(people(REALM)).hasSameSizeAs(Personas.all());
    for (JsonObject user : people(REALM)) {
      Persona person = Personas.of(user.getString("username"));
      assertThat(user.getString("id")).isEqualTo(person.id().toString());
      assertThat(user.getJsonArray("realmRoles").getValuesAs(JsonString.class)).extracting(JsonString::getString).containsExactly("default-roles-jiheng");
    }
  }

  @Test
  void aRealmInEarnestHasNobodyInIt() {
    assertThat(people(parsed(RealmFile.json(APPLICATION, BACKCHANNEL, SECRETS, List.of())))).isEmpty();
  }

  @Test
  void theClientThatAdministersPeopleMayDoJustThat() {
    JsonObject account = REALM.getJsonArray("users").getValuesAs(JsonObject.class).stream()
        .filter(user -> user.getString("serviceAccountClientId", "").equals("jiheng-admin")).findFirst().orElseThrow();
    assertThat(account.getJsonObject("clientRoles").toString()).isEqualTo("{\"realm-management\":[\"manage-users\",\"view-users\"]}");
    JsonObject client = REALM.getJsonArray("clients").getJsonObject(1);
    assertThat(client.getBoolean("standardFlowEnabled")).isFalse();
    assertThat(client.getBoolean("directAccessGrantsEnabled")).isFalse();
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
    assertThat(REALM.getString("passwordPolicy")).contains("length(10)", "passwordHistory(5)", "forceExpiredPasswordChange(90)", "notContainsUsername");
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
