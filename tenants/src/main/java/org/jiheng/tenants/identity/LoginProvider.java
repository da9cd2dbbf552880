package org.jiheng.tenants.identity;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.StringReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.jersey.client.ClientProperties;

/** Asks the identity provider what the door has to know, in bounded time: whether it is there, and whether somebody's session goes on. */
@ApplicationScoped
class LoginProvider {

  /** What the provider says about a session. */
  sealed interface Answer {}

  /**
   * It goes on.
   *
   * @param token to ask with the next time; empty for the same
   * @param lasts until it should be asked again
   */
  record GoesOn(Optional<String> token, Duration lasts) implements Answer {}

  /** It has ended, or its person may not sign in any more. */
  record Ended() implements Answer {}

  /** The provider did not answer, or not as one does that is well. */
  record Away() implements Answer {}

  private static final Logger LOG = Logger.getLogger(LoginProvider.class.getName());

  /** An answer that refuses (RFC 6749, 5.2). */
  private static final Set<Integer> REFUSES = Set.of(400, 401, 403);

  /** It does not know us any more (RFC 6749, 5.2): which says nothing about anybody's session. */
  private static final Set<String> KNOWS_US_NOT = Set.of("invalid_client", "unauthorized_client");

  /** Nobody else waits for one that has just been silent. */
  private static final Duration LET_ALONE = Duration.ofSeconds(10);

  /** As long as whoever wants to come in does not ask again. */
  private static final Duration DOOR_LET_ALONE = Duration.ofSeconds(2);
  private static final Duration ASKED_AT_THE_DOOR = Duration.ofSeconds(Patience.CONNECTED_WITHIN + Patience.KNOWN_WITHIN);

  private final Clock clock = Clock.systemUTC();
  private final Client client = ClientBuilder.newClient();

  @Inject
  private OidcSettings settings;

  private volatile Instant silentUntil = Instant.MIN;

  /** When the door may ask again; {@link Instant#MIN} if it was answered the last time. */
  private final AtomicReference<Instant> doorAsksAgain = new AtomicReference<>(Instant.MIN);

  @PreDestroy
  void end() {
    client.close();
  }

  /** Whether somebody can sign in now. As long as the provider is silent one asks at a time, and nobody else is kept waiting. */
  boolean answers() {
    if (!asksAtTheDoor()) {
      return false;
    }
    boolean well = isWell();
    doorAsksAgain.set(well ? Instant.MIN : clock.instant().plus(DOOR_LET_ALONE));
    return well;
  }

  private boolean asksAtTheDoor() {
    Instant now = clock.instant();
    Instant again = doorAsksAgain.get();
    return again.equals(Instant.MIN) || !now.isBefore(again) && doorAsksAgain.compareAndSet(again, now.plus(ASKED_AT_THE_DOOR));
  }

  private boolean isWell() {
    try (Response answer = asked("/.well-known/openid-configuration").get()) {
      boolean well = answer.getStatus() == Response.Status.OK.getStatusCode();
      silentUntil = well ? Instant.MIN : silentUntil;
      return well;
    } catch (ProcessingException silent) {
      LOG.log(Level.WARNING, "the identity provider does not answer: {0}", silent.getMessage());
      return false;
    }
  }

  /** @param token the refresh token of the session */
  Answer goesOn(String token) {
    if (clock.instant().isBefore(silentUntil)) {
      return new Away();
    }
    Form form = new Form().param("grant_type", "refresh_token").param("refresh_token", token)
        .param("client_id", settings.getClientId()).param("client_secret", settings.getClientSecret());
    try (Response answer = asked("/protocol/openid-connect/token").post(Entity.form(form))) {
      return read(answer.getStatus(), answer.readEntity(String.class));
    } catch (ProcessingException | JsonException | ClassCastException notWell) {
      return away(notWell.getMessage());
    }
  }

  private Invocation.Builder asked(String what) {
    return client.target(settings.getProviderUri() + what).request(MediaType.APPLICATION_JSON)
        .property(ClientProperties.CONNECT_TIMEOUT, (int) Duration.ofSeconds(Patience.CONNECTED_WITHIN).toMillis())
        .property(ClientProperties.READ_TIMEOUT, (int) Duration.ofSeconds(Patience.KNOWN_WITHIN).toMillis());
  }

  private Answer read(int status, String body) {
    if (status != Response.Status.OK.getStatusCode() && !REFUSES.contains(status)) {
      return away("status " + status);
    }
    try (JsonReader reader = Json.createReader(new StringReader(body))) {
      JsonObject said = reader.readObject();
      if (status == Response.Status.OK.getStatusCode()) {
        JsonNumber seconds = said.getJsonNumber("expires_in");
        return seconds == null ? away("no life of a token")
            : new GoesOn(Optional.ofNullable(said.getString("refresh_token", null)), Duration.ofSeconds(seconds.longValue()));
      }
      return refused(said.getString("error", ""), status);
    }
  }

  private Answer refused(String error, int status) {
    if (KNOWS_US_NOT.contains(error)) {
      return away(Level.SEVERE, "it refuses this application itself, " + error);
    }
    return error.isEmpty() ? away("status " + status) : new Ended();
  }

  private Answer away(String why) {
    return away(Level.WARNING, why);
  }

  private Answer away(Level level, String why) {
    silentUntil = clock.instant().plus(LET_ALONE);
    LOG.log(level, "sessions go on although the identity provider does not answer: {0}", why);
    return new Away();
  }
}
