package org.jiheng.infra.run;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiheng.infra.keeper.KeeperSettings;
import org.jiheng.infra.keeper.RealmAdministration;

/**
 * A program of somebody else's, with the secret it was told.
 *
 * @param client what it is called at the identity provider
 */
public record ProgramOutside(RealmAdministration realm, String client, String secret) {

  private static final Pattern SECRET = Pattern.compile("(?m)^  (\\S{20,})$");

  /** What a command has answered. */
  public record Answer(int status, String said) {

    /** The secret that was shown. */
    public String secret() {
      Matcher found = SECRET.matcher(said);
      if (!found.find()) {
        throw new AssertionError(said);
      }
      return found.group(1);
    }
  }

  /** What {@code infra/machine-client} answers to these words. */
  public static Answer told(KeeperSettings settings, String... words) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int status = new MachineClientCommand(settings, new PrintStream(said, true, StandardCharsets.UTF_8)).run(List.of(words));
    return new Answer(status, said.toString(StandardCharsets.UTF_8));
  }

  /** The access token the identity provider gives it; empty if it gives none. */
  public Optional<String> token() throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = http.send(HttpRequest.newBuilder(URI.create(realm.server() + "/realms/" + realm.realm() + "/protocol/openid-connect/token"))
          .header("Content-Type", "application/x-www-form-urlencoded")
          .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&client_id=" + client + "&client_secret=" + secret)).build(),
          HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() == 200 ? Optional.of(read(answer.body()).getString("access_token")) : Optional.empty();
    }
  }

  static JsonObject read(String json) {
    try (var reader = Json.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }
}
