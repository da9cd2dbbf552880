package org.jiheng.infra.keeper;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * The realm as its administrator sees it: what no import changes, because an import only makes what is not there, and what is set
 * up for a new jurisdiction. Without the client library the application uses: the launcher is kept small.
 *
 * @param server address of the identity provider
 * @param realm the one it is about
 * @param administrator of all realms
 */
public record RealmAdministration(URI server, String realm, String administrator, String password) {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** The identity provider refused. */
  public static final class RefusedByProviderException extends IOException {

    private static final long serialVersionUID = 1L;

    private final int status;

    private RefusedByProviderException(String path, int status) {
      super(path + " answers " + status);
      this.status = status;
    }

    public int status() {
      return status;
    }
  }

  /** One turn of work, under one token. */
  public final class Session implements AutoCloseable {

    private final HttpClient http;
    private final String token;

    private Session() throws IOException {
      this.http = HttpClient.newHttpClient();
      this.token = token(http);
    }

    /** Everything that is found at a path of the realm, for example {@code groups?search=653001&exact=true}. */
    public JsonArray list(String path) throws IOException {
      try (JsonReader reader = Json.createReader(new StringReader(asked(http, request(path).GET()).body()))) {
        return reader.readArray();
      }
    }

    public JsonObject get(String path) throws IOException {
      try (JsonReader reader = Json.createReader(new StringReader(asked(http, request(path).GET()).body()))) {
        return reader.readObject();
      }
    }

    /** @return the identifier of what was made; empty text if nothing was */
    public String post(String path, JsonStructure body) throws IOException {
      return asked(http, request(path).POST(text(body))).headers().firstValue("Location").map(made -> made.replaceAll(".*/", "")).orElse("");
    }

    public void put(String path, JsonStructure body) throws IOException {
      asked(http, request(path).PUT(text(body)));
    }

    public void delete(String path) throws IOException {
      asked(http, request(path).DELETE());
    }

    private HttpRequest.Builder request(String path) {
      return HttpRequest.newBuilder(URI.create(server + "/admin/realms/" + realm + "/" + path))
          .header("Authorization", "Bearer " + token).header("Content-Type", "application/json");
    }

    private static HttpRequest.BodyPublisher text(JsonStructure body) {
      return HttpRequest.BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
      http.close();
    }
  }

  /** @throws IOException if the identity provider does not answer, or does not know this administrator */
  public Session begin() throws IOException {
    return new Session();
  }

  /**
   * Puts the client in the place of the one with the same name: the application has moved.
   *
   * @throws IOException if the identity provider refuses
   */
  public void replace(JsonObject client) throws IOException {
    try (Session session = begin()) {
      String id = session.list("clients?clientId=" + client.getString("clientId")).getJsonObject(0).getString("id");
      session.put("clients/" + id, client);
    }
  }

  /**
   * Signs a person out everywhere.
   *
   * @throws IOException if the identity provider refuses
   */
  public void endSessions(UUID person) throws IOException {
    try (Session session = begin()) {
      session.post("users/" + person + "/logout", Json.createObjectBuilder().build());
    }
  }

  /**
   * One request about the realm, under a token of its own: a token lives for a minute, and a slow machine may need longer for
   * many steps.
   *
   * @param path below the realm, with a slash before it; empty for the realm itself
   * @return what is answered
   * @throws IOException if the identity provider refuses
   */
  public String ask(String method, String path, Optional<JsonStructure> body) throws IOException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return asked(http, HttpRequest.newBuilder(URI.create(server + "/admin/realms/" + realm + path))
          .header("Authorization", "Bearer " + token(http)).header("Content-Type", "application/json")
          .method(method, body.map(one -> HttpRequest.BodyPublishers.ofString(one.toString(), StandardCharsets.UTF_8))
              .orElseGet(HttpRequest.BodyPublishers::noBody))).body();
    }
  }

  private String token(HttpClient http) throws IOException {
    String form = "grant_type=password&client_id=admin-cli&username=" + URLEncoder.encode(administrator, StandardCharsets.UTF_8)
        + "&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8);
    String answer = asked(http, HttpRequest.newBuilder(URI.create(server + "/realms/master/protocol/openid-connect/token"))
        .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(form))).body();
    try (JsonReader reader = Json.createReader(new StringReader(answer))) {
      return reader.readObject().getString("access_token");
    }
  }

  private static HttpResponse<String> asked(HttpClient http, HttpRequest.Builder request) throws IOException {
    try {
      HttpResponse<String> answer = http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new RefusedByProviderException(answer.request().uri().getPath(), answer.statusCode());
      }
      return answer;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
  }
}
