package org.jiheng.infra.run;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

/** Changes in the realm that no import makes, because an import only makes what is not there. */
record RealmAdministration(URI server, String administrator, String password) {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /**
   * Puts the client in the place of the one with the same name: the application has moved.
   *
   * @throws IOException if the identity provider refuses
   */
  void replace(JsonObject client) throws IOException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      String clients = realm() + "/clients";
      String token = token(http);
      String found = asked(http, HttpRequest.newBuilder(URI.create(clients + "?clientId=" + RealmFile.CLIENT))
          .header("Authorization", "Bearer " + token).GET());
      String id;
      try (JsonReader reader = Json.createReader(new StringReader(found))) {
        id = reader.readArray().getJsonObject(0).getString("id");
      }
      asked(http, HttpRequest.newBuilder(URI.create(clients + "/" + id))
          .header("Authorization", "Bearer " + token).header("Content-Type", "application/json")
          .PUT(HttpRequest.BodyPublishers.ofString(client.toString(), StandardCharsets.UTF_8)));
    }
  }

  /**
   * Signs a person out everywhere.
   *
   * @throws IOException if the identity provider refuses
   */
  void endSessions(UUID person) throws IOException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      asked(http, HttpRequest.newBuilder(URI.create(realm() + "/users/" + person + "/logout"))
          .header("Authorization", "Bearer " + token(http)).POST(HttpRequest.BodyPublishers.noBody()));
    }
  }

  /** Where the realm is administered. */
  String realm() {
    return server + "/admin/realms/" + RealmFile.REALM;
  }

  /** Lets whoever holds it administer for a minute. */
  String token(HttpClient http) throws IOException {
    String form = "grant_type=password&client_id=admin-cli&username=" + URLEncoder.encode(administrator, StandardCharsets.UTF_8)
        + "&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8);
    String answer = asked(http, HttpRequest.newBuilder(URI.create(server + "/realms/master/protocol/openid-connect/token"))
        .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(form)));
    try (JsonReader reader = Json.createReader(new StringReader(answer))) {
      return reader.readObject().getString("access_token");
    }
  }

  /** @throws IOException if the answer is no success */
  static String asked(HttpClient http, HttpRequest.Builder request) throws IOException {
    try {
      HttpResponse<String> answer = http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IOException(answer.request().uri().getPath() + " answers " + answer.statusCode());
      }
      return answer.body();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
  }
}
