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
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
   * @param secrets what the application's two clients prove themselves with
   * @param people who can sign in, all with the demonstration's password; empty for an installation in earnest
   */
  static String json(URI application, URI backchannel, Secrets secrets, List<Persona> people) {
    JsonObject realm = parsed(template().replace("@application@", application.toString())
        .replace("@backchannel@", backchannel.toString())
        .replace("@clientSecret@", secrets.of(Secrets.Of.IDENTITY_CLIENT))
        .replace("@administrationSecret@", secrets.of(Secrets.Of.IDENTITY_PEOPLE)));
    JsonArrayBuilder users = Json.createArrayBuilder(realm.getJsonArray("users"));
    people.forEach(person -> users.add(user(person)));
    return Json.createObjectBuilder(realm).add("users", users).build().toString();
  }

  /** Changes whenever the file does: a realm made from another one is brought up to date. */
  static String edition() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(template().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  /** The client people sign in through, with its addresses. */
  static JsonObject client(URI application, URI backchannel, Secrets secrets) {
    return parsed(json(application, backchannel, secrets, List.of())).getJsonArray("clients").getJsonObject(0);
  }

  /** Without realm roles: whoever tries the demonstration needs no second device for the second factor these would ask for. */
  private static JsonObjectBuilder user(Persona person) {
    return Json.createObjectBuilder()
        .add("id", person.id().toString())
        .add("username", person.username())
        .add("firstName", person.name())
        .add("enabled", true)
        .add("credentials", Json.createArrayBuilder().add(Json.createObjectBuilder()
            .add("type", "password").add("value", Personas.PASSWORD).add("temporary", false)))
        .add("realmRoles", Json.createArrayBuilder().add("default-roles-" + REALM));
  }

  static JsonObject parsed(String text) {
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
