package org.jiheng.infra.run;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiheng.infra.demo.Persona;
import org.jiheng.infra.keeper.RealmAdministration;

/**
 * Brings a realm that an earlier version made up to the file of this one: settings, roles, clients, the way to sign in. People,
 * their passwords and what they are stay. Every step may be repeated.
 */
final class RealmUpdate {

  /** Parts of the file that are no settings of the realm itself and are brought in one by one. */
  private static final Set<String> PARTS =
      Set.of("roles", "clients", "users", "components", "authenticationFlows", "authenticatorConfig", "browserFlow");

  private static final String SECOND_FACTOR = "second-factor";

  private final RealmAdministration administration;
  private final List<Persona> invented;

  /** @param invented people of the demonstration, who are let off the second factor */
  RealmUpdate(RealmAdministration administration, List<Persona> invented) {
    this.administration = administration;
    this.invented = invented;
  }

  /** @throws IOException if the identity provider refuses a step */
  void apply(JsonObject file) throws IOException {
    send("PUT", "", without(file, PARTS));
    send("PUT", "/users/profile", profile(file));
    boolean firstTime = names("/roles", "name").stream().noneMatch(SECOND_FACTOR::equals);
    missing(file, "SKIP");
    composites(file.getJsonObject("roles").getJsonArray("realm"));
    if (firstTime) {
      letOff();
    }
    flows(file);
    send("PUT", "", Json.createObjectBuilder().add("browserFlow", file.getString("browserFlow")).build());
  }

  private static JsonObject without(JsonObject file, Set<String> keys) {
    JsonObjectBuilder rest = Json.createObjectBuilder(file);
    keys.forEach(rest::remove);
    return rest.build();
  }

  private static JsonObject profile(JsonObject file) {
    String text = file.getJsonObject("components").getJsonArray("org.keycloak.userprofile.UserProfileProvider").getJsonObject(0)
        .getJsonObject("config").getJsonArray("kc.user.profile.config").getString(0);
    return RealmFile.parsed(text);
  }

  /** Roles that are not there yet; clients anew, with their secrets and addresses of now, and the account that goes with one. */
  private void missing(JsonObject file, String existing) throws IOException {
    send("POST", "/partialImport", Json.createObjectBuilder().add("ifResourceExists", existing)
        .add("roles", Json.createObjectBuilder().add("realm", roles(file))).build());
    send("POST", "/partialImport", Json.createObjectBuilder().add("ifResourceExists", "OVERWRITE")
        .add("clients", file.getJsonArray("clients")).add("users", file.getJsonArray("users")).build());
  }

  /** Without what they contain: the one contained may come after the one that contains it. */
  private static JsonArray roles(JsonObject file) {
    var roles = Json.createArrayBuilder();
    file.getJsonObject("roles").getJsonArray("realm").getValuesAs(JsonObject.class).forEach(role -> roles.add(without(role, Set.of("composites"))));
    return roles.build();
  }

  private void composites(JsonArray roles) throws IOException {
    JsonObject contained = RealmFile.parsed(get("/roles/" + SECOND_FACTOR));
    for (JsonObject role : roles.getValuesAs(JsonObject.class)) {
      if (role.containsKey("composites")) {
        send("POST", "/roles/" + role.getString("name") + "/composites", Json.createArrayBuilder().add(contained).build());
      }
    }
  }

  /** Earlier versions gave the invented people realm roles, which would now ask them for a second factor. */
  private void letOff() throws IOException {
    for (Persona person : invented) {
      String mappings = "/users/" + person.id() + "/role-mappings/realm";
      JsonArray held = array(get(mappings));
      List<JsonObject> ofTheHouse = held.getValuesAs(JsonObject.class).stream().filter(role -> !role.getString("name").startsWith("default-roles")).toList();
      if (!ofTheHouse.isEmpty()) {
        send("DELETE", mappings, Json.createArrayBuilder(ofTheHouse).build());
      }
    }
  }

  private void flows(JsonObject file) throws IOException {
    if (names("/authentication/flows", "alias").contains(file.getString("browserFlow"))) {
      return;
    }
    List<JsonObject> flows = file.getJsonArray("authenticationFlows").getValuesAs(JsonObject.class);
    for (JsonObject flow : flows) {
      if (flow.getBoolean("topLevel")) {
        send("POST", "/authentication/flows", without(flow, Set.of("authenticationExecutions")));
      }
      for (JsonObject execution : flow.getJsonArray("authenticationExecutions").getValuesAs(JsonObject.class)) {
        execution(flow.getString("alias"), execution, file.getJsonArray("authenticatorConfig"));
      }
    }
  }

  /** Parents come before their parts in the file: a part is there when its own steps are added. */
  private void execution(String flow, JsonObject execution, JsonArray configurations) throws IOException {
    String steps = "/authentication/flows/" + encoded(flow) + "/executions";
    boolean part = execution.getBoolean("authenticatorFlow", false);
    send("POST", steps + (part ? "/flow" : "/execution"), part
        ? Json.createObjectBuilder().add("alias", execution.getString("flowAlias")).add("type", "basic-flow").build()
        : Json.createObjectBuilder().add("provider", execution.getString("authenticator")).build());
    JsonObject added = array(get(steps)).getValuesAs(JsonObject.class).stream().filter(one -> part
        ? execution.getString("flowAlias").equals(one.getString("displayName", ""))
        : execution.getString("authenticator").equals(one.getString("providerId", ""))).reduce((_, last) -> last).orElseThrow();
    send("PUT", steps, Json.createObjectBuilder(added).add("requirement", execution.getString("requirement")).build());
    if (execution.containsKey("authenticatorConfig")) {
      JsonObject configuration = configurations.getValuesAs(JsonObject.class).stream()
          .filter(one -> one.getString("alias").equals(execution.getString("authenticatorConfig"))).findFirst().orElseThrow();
      send("POST", "/authentication/executions/" + added.getString("id") + "/config", configuration);
    }
  }

  private Set<String> names(String list, String key) throws IOException {
    return array(get(list)).getValuesAs(JsonObject.class).stream().map(one -> one.get(key))
        .filter(value -> value != null && value.getValueType() == JsonValue.ValueType.STRING).map(value -> ((JsonString) value).getString())
        .collect(Collectors.toSet());
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static JsonArray array(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readArray();
    }
  }

  private String get(String path) throws IOException {
    return administration.ask("GET", path, Optional.empty());
  }

  private void send(String method, String path, JsonStructure body) throws IOException {
    administration.ask(method, path, Optional.of(body));
  }
}
