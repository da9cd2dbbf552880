package org.jiheng.infra.run;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jiheng.infra.demo.Persona;
import org.jiheng.infra.demo.Personas;
import org.jiheng.infra.keeper.RealmAdministration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A realm that an earlier version of the product made gets what this one brings, and its people keep what they have. */
class RealmUpdateIT {

  private static final Persona REVIEWER = Personas.of("artux.reviewer");

  @TempDir
  private Path home;

  private RealmAdministration administration;

  @Test
  void whatAnEarlierVersionDidNotKnowIsAddedAndTheInventedPeopleStayLetOff() throws IOException {
    StackSettings settings = StackSettings.temporary(Path.of(".."));
    KeycloakInstallation installation = new KeycloakInstallation(settings.installation(), settings.identityArchive());
    installation.complete(Progress.SILENT, home.resolve("build.log"));
    Path stamp = home.resolve("realm-address");
    try (Database database = Database.temporary(); IdentityProvider provider = IdentityProvider.start(new IdentityProvider.Settings(
        installation, Ports.free(), "127.0.0.1", "localhost", database, Optional.empty(), URI.create("http://localhost:1"),
        URI.create("http://localhost:1/backchannel"), stamp, Personas.all(), new Leftovers(home), home.resolve("keycloak.log")),
        Progress.SILENT)) {
      provider.await();
      administration = provider.administration();
      assertThat(complete()).as("as it is imported").isTrue();

      makeEarlier();
      assertThat(complete()).isFalse();
      Files.writeString(stamp.resolveSibling("realm-edition"), "an earlier one");
      provider.await();
      assertThat(complete()).as("as it is brought up to date").isTrue();
      assertThat(ask("GET", "/users/" + REVIEWER.id() + "/role-mappings/realm", "")).doesNotContain("DEPARTMENT_REVIEWER");
      assertThat(ask("GET", "/users/" + REVIEWER.id() + "/credentials", "")).contains("password");
      assertThat(peopleSeenBy(database.secrets().of(Secrets.Of.IDENTITY_PEOPLE))).contains(REVIEWER.username());

      provider.await();
      assertThat(complete()).as("and nothing is done twice").isTrue();
    } finally {
      Directories.delete(settings.home());
    }
  }

  private boolean complete() throws IOException {
    String realm = ask("GET", "", "");
    return realm.contains("\"browserFlow\":\"jiheng browser\"") && realm.contains("forceExpiredPasswordChange(90)")
        && ask("GET", "/authentication/flows/jiheng%20browser/executions", "").matches("(?s).*conditional-user-role.*auth-otp-form.*")
        && ask("GET", "/roles/DEPARTMENT_REVIEWER/composites", "").contains("second-factor")
        && ask("GET", "/clients?clientId=jiheng-admin", "").contains("jiheng-admin");
  }

  /** Takes away what this version added, and gives a person what the one before gave. */
  private void makeEarlier() throws IOException {
    ask("POST", "/authentication/flows", "{\"alias\":\"plain\",\"providerId\":\"basic-flow\",\"topLevel\":true,\"builtIn\":false}");
    ask("POST", "/authentication/flows/plain/executions/execution", "{\"provider\":\"auth-username-password-form\"}");
    ask("PUT", "", "{\"browserFlow\":\"plain\",\"passwordPolicy\":\"length(10)\"}");
    for (JsonObject flow : list("/authentication/flows")) {
      if (flow.getString("alias").equals("jiheng browser")) {
        ask("DELETE", "/authentication/flows/" + flow.getString("id"), "");
      }
    }
    for (JsonObject client : list("/clients?clientId=jiheng-admin")) {
      ask("DELETE", "/clients/" + client.getString("id"), "");
    }
    ask("DELETE", "/roles/second-factor", "");
    ask("POST", "/users/" + REVIEWER.id() + "/role-mappings/realm", "[" + ask("GET", "/roles/DEPARTMENT_REVIEWER", "") + "]");
  }

  private List<JsonObject> list(String path) throws IOException {
    try (JsonReader reader = Json.createReader(new StringReader(ask("GET", path, "")))) {
      return reader.readArray().getValuesAs(JsonObject.class);
    }
  }

  private String ask(String method, String path, String body) throws IOException {
    try (JsonReader reader = Json.createReader(new StringReader(body.isEmpty() ? "{}" : body))) {
      return administration.ask(method, path, Optional.of(body).filter(text -> !text.isEmpty()).map(_ -> reader.read()));
    }
  }

  /** As the application itself asks. */
  private String peopleSeenBy(String secret) throws IOException {
    String answer = answered(HttpRequest.newBuilder(URI.create(administration.server() + "/realms/jiheng/protocol/openid-connect/token"))
        .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(
            "grant_type=client_credentials&client_id=jiheng-admin&client_secret=" + secret)));
    return answered(HttpRequest.newBuilder(URI.create(administration.server() + "/admin/realms/jiheng/users?username=" + REVIEWER.username()))
        .header("Authorization", "Bearer " + RealmFile.parsed(answer).getString("access_token")).GET());
  }

  private static String answered(HttpRequest.Builder asked) throws IOException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(asked.build(), HttpResponse.BodyHandlers.ofString()).body();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
  }
}
