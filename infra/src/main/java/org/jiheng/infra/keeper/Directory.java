package org.jiheng.infra.keeper;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.tenants.desk.Administrator;
import org.jiheng.tenants.scope.JurisdictionCode;

/**
 * What a jurisdiction has at the identity provider: a group with its code for a name, and its first administrators as members. The
 * rest of the realm is left alone. Every step may be repeated.
 */
final class Directory {

  private static final String NEW_PASSWORD = "UPDATE_PASSWORD";

  private final RealmAdministration realm;

  Directory(RealmAdministration realm) {
    this.realm = realm;
  }

  /** An account at the identity provider. @param password the one-time password that was made just now; empty if the account is in use */
  record Account(UUID id, Optional<String> password) {}

  void makeGroup(JurisdictionCode code) throws IOException {
    try (var session = realm.begin()) {
      if (group(session, code).isEmpty()) {
        session.post("groups", Json.createObjectBuilder().add("name", code.value()).build());
      }
    }
  }

  void dissolveGroup(JurisdictionCode code) throws IOException {
    try (var session = realm.begin()) {
      Optional<String> group = group(session, code);
      if (group.isPresent()) {
        session.delete("groups/" + group.get());
      }
    }
  }

  /** The account with this user name, and whether it is in the jurisdiction's group. */
  record Known(UUID id, boolean member) {}

  Optional<Known> known(String username, JurisdictionCode code) throws IOException {
    try (var session = realm.begin()) {
      Optional<JsonObject> user = user(session, username);
      return user.isEmpty() ? Optional.empty()
          : Optional.of(new Known(UUID.fromString(user.get().getString("id")), isMember(session, user.get().getString("id"), code)));
    }
  }

  /**
   * Makes the account of a first administrator, or takes the one that is there up where it was left. Until its first password has
   * been changed, each call makes a new one: what was made before and never came to its owner is worth nothing.
   */
  Account admit(Administrator administrator, JurisdictionCode code) throws IOException {
    try (var session = realm.begin()) {
      Optional<JsonObject> there = user(session, administrator.username());
      String id = there.isPresent() ? there.get().getString("id") : session.post("users", Json.createObjectBuilder()
          .add("username", administrator.username()).add("firstName", administrator.name()).add("enabled", true)
          .add("groups", Json.createArrayBuilder().add("/" + code.value()))
          .add("requiredActions", Json.createArrayBuilder().add(NEW_PASSWORD)).build());
      session.post("users/" + id + "/role-mappings/realm",
          Json.createArrayBuilder().add(session.get("roles/" + administrator.role().name())).build());
      boolean inUse = there.isPresent() && !mustChange(there.get());
      return new Account(UUID.fromString(id), inUse ? Optional.empty() : Optional.of(password(session, id)));
    }
  }

  /** A new one-time password for an administrator of the jurisdiction who never came in with the first; empty for everybody else. */
  Optional<String> renew(Administrator administrator, JurisdictionCode code) throws IOException {
    try (var session = realm.begin()) {
      Optional<JsonObject> there = user(session, administrator.username());
      return there.isPresent() && mustChange(there.get()) && isMember(session, there.get().getString("id"), code)
          ? Optional.of(password(session, there.get().getString("id"))) : Optional.empty();
    }
  }

  private static String password(RealmAdministration.Session session, String user) throws IOException {
    String password = OneTimePassword.random();
    session.put("users/" + user + "/reset-password",
        Json.createObjectBuilder().add("type", "password").add("value", password).add("temporary", true).build());
    return password;
  }

  private static boolean mustChange(JsonObject user) {
    return user.getJsonArray("requiredActions") != null
        && user.getJsonArray("requiredActions").stream().anyMatch(action -> action.equals(Json.createValue(NEW_PASSWORD)));
  }

  private static Optional<JsonObject> user(RealmAdministration.Session session, String username) throws IOException {
    return first(session.list("users?exact=true&username=" + URLEncoder.encode(username, StandardCharsets.UTF_8)));
  }

  private static boolean isMember(RealmAdministration.Session session, String user, JurisdictionCode code) throws IOException {
    return session.list("users/" + user + "/groups").getValuesAs(JsonObject.class).stream()
        .anyMatch(group -> group.getString("path").equals("/" + code.value()));
  }

  private static Optional<String> group(RealmAdministration.Session session, JurisdictionCode code) throws IOException {
    return first(session.list("groups?exact=true&search=" + code.value())).map(group -> group.getString("id"));
  }

  private static Optional<JsonObject> first(JsonArray found) {
    return found.getValuesAs(JsonObject.class).stream().findFirst();
  }
}
