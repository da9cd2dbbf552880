package org.jiheng.infra.keeper;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.tenants.identity.BearerDoor;
import org.jiheng.tenants.scope.JurisdictionCode;

/**
 * Programs as the identity provider knows them: a confidential client with a service account each, which gets tokens for the
 * application's door of programs and for nothing else. No browser signs in by one, and a token says of it only who it is; what it may
 * see is the registry's to say. Every step may be repeated.
 */
public final class MachineClients {

  /** A jurisdiction has a handful. */
  private static final int MOST = 1000;

  private final RealmAdministration realm;

  public MachineClients(RealmAdministration realm) {
    this.realm = realm;
  }

  /** What the client of a jurisdiction's program is called, also its user name in the registry. */
  public static String nameOf(JurisdictionCode code, String program) {
    return BearerDoor.PROGRAM + code.value() + "-" + program;
  }

  /**
   * Makes the client, or takes the one that is there up.
   *
   * @return the service account: the subject of its tokens
   */
  public UUID make(String name, String title) throws IOException {
    try (var session = realm.begin()) {
      Optional<String> there = client(session, name);
      String id = there.isPresent() ? there.get() : session.post("clients", client(name, title));
      return UUID.fromString(session.get("clients/" + id + "/service-account-user").getString("id"));
    }
  }

  private static JsonObject client(String name, String title) {
    return Json.createObjectBuilder().add("clientId", name).add("name", title).add("enabled", true).add("protocol", "openid-connect")
        .add("publicClient", false).add("clientAuthenticatorType", "client-secret").add("serviceAccountsEnabled", true)
        .add("standardFlowEnabled", false).add("implicitFlowEnabled", false).add("directAccessGrantsEnabled", false)
        // neither roles nor a person's attributes: who it is and whom the token is for
        .add("fullScopeAllowed", false).add("defaultClientScopes", Json.createArrayBuilder()).add("optionalClientScopes", Json.createArrayBuilder())
        .add("protocolMappers", Json.createArrayBuilder()
            .add(mapper("who", "oidc-sub-mapper", ""))
            .add(mapper("for the application", "oidc-audience-mapper", BearerDoor.AUDIENCE)))
        .build();
  }

  private static JsonObject mapper(String name, String kind, String audience) {
    var config = Json.createObjectBuilder().add("access.token.claim", "true");
    if (!audience.isEmpty()) {
      config.add("included.custom.audience", audience);
    }
    return Json.createObjectBuilder().add("name", name).add("protocol", "openid-connect").add("protocolMapper", kind).add("config", config).build();
  }

  /** A new secret; the one before opens nothing from now on. */
  public String newSecret(String name) throws IOException {
    try (var session = realm.begin()) {
      String secret = "clients/" + client(session, name).orElseThrow() + "/client-secret";
      session.post(secret, Json.createObjectBuilder().build());
      return session.get(secret).getString("value");
    }
  }

  public boolean isThere(String name) throws IOException {
    try (var session = realm.begin()) {
      return client(session, name).isPresent();
    }
  }

  /** The client and its service account are gone: no token is given any more. */
  public void remove(String name) throws IOException {
    try (var session = realm.begin()) {
      Optional<String> there = client(session, name);
      if (there.isPresent()) {
        session.delete("clients/" + there.get());
      }
    }
  }

  /** What the clients of a jurisdiction's programs are called, in the order of names. */
  List<String> all(JurisdictionCode code) throws IOException {
    try (var session = realm.begin()) {
      String prefix = nameOf(code, "");
      return session.list("clients?search=true&max=" + MOST + "&clientId=" + prefix).getValuesAs(JsonObject.class).stream()
          .map(one -> one.getString("clientId")).filter(name -> name.startsWith(prefix)).sorted().toList();
    }
  }

  private static Optional<String> client(RealmAdministration.Session session, String name) throws IOException {
    return session.list("clients?clientId=" + name).getValuesAs(JsonObject.class).stream().map(one -> one.getString("id")).findFirst();
  }
}
