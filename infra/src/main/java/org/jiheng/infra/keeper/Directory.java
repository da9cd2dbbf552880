package org.jiheng.infra.keeper;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.tenants.desk.Administrator;
import org.jiheng.tenants.identity.OneTimePassword;
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

  /**
   * An account at the identity provider.
   *
   * @param cameIn whether its owner has come in and chosen a password; before that nobody knows any
   */
  record Account(UUID id, boolean cameIn) {}

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

  /** Whether the registry knows an account as one of the jurisdiction. */
  interface Belonging {
    boolean here(UUID account) throws SQLException;
  }

  /**
   * Makes the account of a first administrator, or takes the one that is there up where it was left. A new one has no password: nobody
   * can sign in to it before {@link #newPassword}; one that was closed with the county it belonged to is open again.
   *
   * @return empty if the account of this name is neither in the jurisdiction's group nor known as belonging; nothing was changed then
   */
  Optional<Account> admit(Administrator administrator, JurisdictionCode code, Belonging belonging) throws IOException, SQLException {
    try (var session = realm.begin()) {
      Optional<JsonObject> there = user(session, administrator.username());
      if (there.isPresent() && !isMember(session, there.get().getString("id"), code)
          && !belonging.here(UUID.fromString(there.get().getString("id")))) {
        return Optional.empty();
      }
      String id = there.isPresent() ? there.get().getString("id") : session.post("users", Json.createObjectBuilder()
          .add("username", administrator.username()).add("firstName", administrator.name()).add("enabled", true)
          .add("groups", Json.createArrayBuilder().add("/" + code.value()))
          .add("requiredActions", Json.createArrayBuilder().add(NEW_PASSWORD)).build());
      if (there.isPresent() && !there.get().getBoolean("enabled")) {
        session.put("users/" + id, Json.createObjectBuilder(session.get("users/" + id)).add("enabled", true).build());
      }
      session.post("users/" + id + "/role-mappings/realm",
          Json.createArrayBuilder().add(session.get("roles/" + administrator.role().name())).build());
      return Optional.of(new Account(UUID.fromString(id), there.isPresent() && !mustChange(there.get())));
    }
  }

  /** The account of an administrator of the jurisdiction who never came in; empty for everybody else. */
  Optional<UUID> waiting(Administrator administrator, JurisdictionCode code) throws IOException {
    try (var session = realm.begin()) {
      Optional<JsonObject> there = user(session, administrator.username());
      return there.isPresent() && mustChange(there.get()) && isMember(session, there.get().getString("id"), code)
          ? Optional.of(UUID.fromString(there.get().getString("id"))) : Optional.empty();
    }
  }

  /** A one-time password for an account nobody has come in to, in the place of every one made before; empty for any other. */
  Optional<OneTimePassword> newPassword(UUID account) throws IOException {
    try (var session = realm.begin()) {
      if (!mustChange(session.get("users/" + account))) {
        return Optional.empty();
      }
      OneTimePassword password = OneTimePassword.random();
      session.put("users/" + account + "/reset-password",
          Json.createObjectBuilder().add("type", "password").add("value", password.text()).add("temporary", true).build());
      return Optional.of(password);
    }
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
