package org.jiheng.infra.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * An OpenID Connect provider that signs in whomever a test says, with tokens as short-lived and groups as foreign as it
 * says. The stories in the browser use Keycloak; this one lets a test see what the product makes of a token.
 */
public final class Provider implements AutoCloseable {

  private static final String ISSUER = System.getenv("JIHENG_OIDC_PROVIDER_URI");
  private static final String CLIENT = "jiheng-ui";

  /** The product remembers the keys of a provider: there is one for all tests. */
  private static final RSAKey KEY = key();

  private final HttpServer server;
  private final Map<String, String> nonces = new ConcurrentHashMap<>();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Queue<String> accounts = new ConcurrentLinkedQueue<>();
  private volatile CountDownLatch silence = new CountDownLatch(0);
  private volatile String unknown = "nobody";
  private volatile String closedByHand = "nobody";
  private volatile boolean silentAfterLogin;
  private volatile Optional<Map.Entry<Integer, String>> refusal = Optional.empty();
  private final AtomicInteger refreshed = new AtomicInteger();
  private final Queue<Map<String, String>> logins = new ConcurrentLinkedQueue<>();
  private final UUID person;
  private final List<String> groups;
  private final int tokenSeconds;

  /** Signs in this person, with these groups in every token. */
  public Provider(UUID person, List<String> groups, int tokenSeconds) throws IOException {
    this.person = person;
    this.groups = groups;
    this.tokenSeconds = tokenSeconds;
    URI issuer = URI.create(ISSUER);
    server = HttpServer.create(new InetSocketAddress(issuer.getHost(), issuer.getPort()), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    String root = issuer.getPath();
    server.createContext(root + "/.well-known/openid-configuration", exchange -> {
      hush();
      answer(exchange, configuration());
    });
    server.createContext(root + "/protocol/openid-connect/certs", exchange -> answer(exchange, new JWKSet(KEY.toPublicJWK()).toString()));
    server.createContext(root + "/protocol/openid-connect/auth", this::signIn);
    server.createContext(root + "/token", this::tokens);
    server.createContext(root + "/protocol/openid-connect/token", this::tokens);
    server.createContext("/admin" + root + "/", this::account);
    server.createContext(root + "/userinfo", exchange -> answer(exchange, Json.createObjectBuilder()
        .add("sub", person.toString()).add("preferred_username", "x").add("groups", Json.createArrayBuilder(groups)).build().toString()));
    server.start();
  }

  private static RSAKey key() {
    try {
      return new RSAKeyGenerator(2048).keyID("of-the-tests").generate();
    } catch (JOSEException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** From now on it takes every question about a token, a login or an account, and says nothing. */
  public void fallsSilent() {
    silence = new CountDownLatch(1);
  }

  /** Signs people in, and says nothing when their tokens are fetched. */
  public void fallsSilentAfterTheLogin() {
    silentAfterLogin = true;
  }

  /** From now on whoever asks for fresh tokens is told this. */
  public void answersRefreshesWith(int status, String body) {
    refusal = Optional.of(Map.entry(status, body));
  }

  private void hush() {
    try {
      silence.await();
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  /** What was done with accounts: their identifiers, and whether they were opened or closed, or are not known. */
  public List<String> accounts() {
    return List.copyOf(accounts);
  }

  /** It has no account of this person, or has it no more. */
  public void knowsNothingOf(UUID nobody) {
    unknown = nobody.toString();
  }

  /** It knows nothing of accounts, as one whose realm is not there. */
  public void knowsOfNoAccounts() {
    unknown = "/users/";
  }

  /** Somebody has closed this person's account there by hand. */
  public void hasClosed(UUID one) {
    closedByHand = one.toString();
  }

  private void account(HttpExchange exchange) throws IOException {
    hush();
    String path = exchange.getRequestURI().getPath();
    if (path.contains(unknown)) {
      accounts.add(path.substring(path.lastIndexOf('/') + 1) + " unknown");
      answer(exchange, 404, "{}");
    } else if (path.endsWith("/users/count")) {
      answer(exchange, "1");
    } else if (path.endsWith("/role-mappings/realm") || path.endsWith("/available")) {
      answer(exchange, "[]");
    } else if (exchange.getRequestMethod().equals("PUT")) {
      accounts.add(path.substring(path.lastIndexOf('/') + 1)
          + (new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).contains("\"enabled\":false") ? " closed" : " opened"));
      answer(exchange, "");
    } else if (!exchange.getRequestMethod().equals("GET")) {
      answer(exchange, "");
    } else {
      answer(exchange, "{\"id\":\"" + path.substring(path.lastIndexOf('/') + 1) + "\",\"enabled\":" + !path.contains(closedByHand) + "}");
    }
  }

  /** How often tokens were exchanged for fresh ones. */
  public int refreshed() {
    return refreshed.get();
  }

  /** What the product asked for at each login. */
  public List<Map<String, String>> logins() {
    return List.copyOf(logins);
  }

  private static String configuration() {
    return Json.createObjectBuilder()
        .add("issuer", ISSUER)
        .add("authorization_endpoint", ISSUER + "/protocol/openid-connect/auth")
        .add("token_endpoint", ISSUER + "/token")
        .add("userinfo_endpoint", ISSUER + "/userinfo")
        .add("jwks_uri", ISSUER + "/protocol/openid-connect/certs")
        .add("end_session_endpoint", ISSUER + "/logout")
        .add("scopes_supported", Json.createArrayBuilder(List.of("openid", "profile")))
        .add("response_types_supported", Json.createArrayBuilder(List.of("code")))
        .add("subject_types_supported", Json.createArrayBuilder(List.of("public")))
        .add("id_token_signing_alg_values_supported", Json.createArrayBuilder(List.of("RS256")))
        .build().toString();
  }

  private void signIn(HttpExchange exchange) throws IOException {
    Map<String, String> asked = parameters(exchange.getRequestURI().getRawQuery());
    logins.add(asked);
    if (silentAfterLogin) {
      fallsSilent();
    }
    String code = UUID.randomUUID().toString();
    nonces.put(code, asked.getOrDefault("nonce", ""));
    exchange.getResponseHeaders().add("Location", asked.get("redirect_uri") + "?code=" + code + "&state="
        + URLEncoder.encode(asked.get("state"), StandardCharsets.UTF_8));
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private void tokens(HttpExchange exchange) throws IOException {
    Map<String, String> asked = parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    hush();
    boolean refresh = "refresh_token".equals(asked.get("grant_type"));
    if (refresh) {
      refreshed.incrementAndGet();
      if (refusal.isPresent()) {
        answer(exchange, refusal.get().getKey(), refusal.get().getValue());
        return;
      }
    }
    String nonce = asked.containsKey("code") ? nonces.get(asked.get("code")) : null;
    answer(exchange, Json.createObjectBuilder()
        .add("access_token", token(null)).add("id_token", token(nonce)).add("refresh_token", UUID.randomUUID().toString())
        .add("token_type", "Bearer").add("expires_in", tokenSeconds).build().toString());
  }

  /** An access token for a program. */
  public String programs(String audience, String type, int seconds) {
    Instant now = Instant.now();
    return signed(KEY, new JWTClaimsSet.Builder().issuer(ISSUER).audience(audience).subject(person.toString()).claim("typ", type)
        .claim("groups", groups).claim("jurisdiction", "653022").issueTime(Date.from(now)).expirationTime(Date.from(now.plusSeconds(seconds))).build());
  }

  /** As good as {@link #programs}, but for the key it is signed with. */
  public String forged(String audience) {
    Instant now = Instant.now();
    return signed(key(), new JWTClaimsSet.Builder().issuer(ISSUER).audience(audience).subject(person.toString()).claim("typ", "Bearer")
        .issueTime(Date.from(now)).expirationTime(Date.from(now.plusSeconds(60))).build());
  }

  /** Says that the session of its person has ended (OpenID Connect Back-Channel Logout 1.0). */
  public String logoutToken() {
    return signed(KEY, logout().build());
  }

  /** The same, changed in one way or another. */
  public String logoutToken(UnaryOperator<JWTClaimsSet.Builder> changed) {
    return signed(KEY, changed.apply(logout()).build());
  }

  /** The same, but where its session is named there is {@code null}. */
  public String logoutTokenOfNothing() {
    try {
      JWSObject token = new JWSObject(headed(KEY), new Payload(logout().build().toString().replace("\"" + sid() + "\"", "null")));
      token.sign(new RSASSASigner(KEY));
      return token.serialize();
    } catch (JOSEException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** The same, signed by somebody else. */
  public String forgedLogoutToken() {
    return signed(key(), logout().build());
  }

  private JWTClaimsSet.Builder logout() {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder().issuer(ISSUER).audience(CLIENT).subject(person.toString()).claim("sid", sid())
        .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of())).jwtID(UUID.randomUUID().toString())
        .issueTime(Date.from(now)).expirationTime(Date.from(now.plusSeconds(60)));
  }

  /** The provider's name for its person's one session. */
  private String sid() {
    return "of " + person;
  }

  private String token(String nonce) {
    Instant now = Instant.now();
    JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
        .issuer(ISSUER).audience(CLIENT).subject(person.toString()).claim("azp", CLIENT).claim("preferred_username", "x")
        .claim("groups", groups).claim("auth_time", now.getEpochSecond()).claim("sid", sid()).jwtID(UUID.randomUUID().toString())
        .issueTime(Date.from(now)).expirationTime(Date.from(now.plusSeconds(tokenSeconds)));
    if (nonce != null) {
      claims.claim("nonce", nonce);
    }
    return signed(KEY, claims.build());
  }

  private static JWSHeader headed(RSAKey key) {
    return new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT).keyID(key.getKeyID()).build();
  }

  private static String signed(RSAKey key, JWTClaimsSet claims) {
    try {
      SignedJWT token = new SignedJWT(headed(key), claims);
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static Map<String, String> parameters(String encoded) {
    return Arrays.stream(encoded.split("&")).map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8), (one, other) -> one));
  }

  private static void answer(HttpExchange exchange, String json) throws IOException {
    answer(exchange, 200, json);
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    // the next test's provider listens where this one did
    exchange.getResponseHeaders().add("Connection", "close");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    if (!closed.getAndSet(true)) {
      silence.countDown();
      server.stop(0);
    }
  }
}
