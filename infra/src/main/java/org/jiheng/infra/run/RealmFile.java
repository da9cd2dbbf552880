package org.jiheng.infra.run;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jiheng.infra.demo.Persona;
import org.jiheng.infra.demo.Personas;

/** The realm as the identity provider imports it at its first start. */
final class RealmFile {

  static final String REALM = "jiheng";
  static final String CLIENT = "jiheng-ui";

  private RealmFile() {}

  /**
   * @param application address of the application, without a slash at the end
   * @param backchannel where it is told that a session has ended
   * @param people who can sign in, all with the demonstration's password; empty for an installation in earnest
   */
  static String json(URI application, URI backchannel, String clientSecret, List<Persona> people) {
    JsonObject realm = parsed(template().replace("@application@", application.toString())
        .replace("@backchannel@", backchannel.toString()).replace("@clientSecret@", clientSecret));
    JsonObjectBuilder whole = Json.createObjectBuilder(realm);
    JsonArrayBuilder users = Json.createArrayBuilder();
    people.forEach(person -> users.add(user(person)));
    return whole.add("users", users).build().toString();
  }

  /** The client alone, with its addresses. */
  static JsonObject client(URI application, URI backchannel, String clientSecret) {
    return parsed(json(application, backchannel, clientSecret, List.of())).getJsonArray("clients").getJsonObject(0);
  }

  private static JsonObjectBuilder user(Persona person) {
    return Json.createObjectBuilder()
        .add("id", person.id().toString())
        .add("username", person.username())
        .add("firstName", person.name())
        .add("enabled", true)
        .add("credentials", Json.createArrayBuilder().add(Json.createObjectBuilder()
            .add("type", "password").add("value", Personas.PASSWORD).add("temporary", false)))
        .add("realmRoles", Json.createArrayBuilder().add("default-roles-" + REALM).add(person.role().name()));
  }

  private static JsonObject parsed(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  private static String template() {
    try (InputStream file = RealmFile.class.getResourceAsStream("/org/jiheng/infra/realm/jiheng-realm.json")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
