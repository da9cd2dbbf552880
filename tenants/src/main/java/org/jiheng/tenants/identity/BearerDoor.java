package org.jiheng.tenants.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.text.ParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiheng.tenants.identity.TurnedAway.Why;
import org.jiheng.tenants.scope.Caller;
import org.jiheng.tenants.scope.Scope;

/**
 * The way in for programs: an access token of the realm that was made for this audience says who asks, the registry says
 * where. A browser's cookie counts for nothing here, and nothing a request says chooses a jurisdiction: who holds posts
 * in several is refused, and a program is given a post in one.
 */
@ApplicationScoped
public class BearerDoor {

  /** Whom a token must be made for. */
  public static final String AUDIENCE = "jiheng-api";

  /** User names of programs begin so; no person is registered under such a one, or given a password for it. */
  public static final String PROGRAM = "program-";

  private static final String PATH = "/api";
  private static final String SCHEME = "Bearer ";

  @Inject
  private OidcSettings settings;

  @Inject
  private Registry registry;

  @Inject
  private Programs programs;

  @Inject
  private Origins origins;

  private DefaultJWTProcessor<SecurityContext> tokens;

  @PostConstruct
  void keys() {
    tokens = new DefaultJWTProcessor<>();
    tokens.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
    tokens.setJWSKeySelector(ProviderKeys.of(settings.getProviderUri()));
    // the verifier asks its set of audiences for null, which an immutable one refuses
    tokens.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(new HashSet<>(Set.of(AUDIENCE)),
        new JWTClaimsSet.Builder().issuer(settings.issuer()).claim("typ", "Bearer").build(), Set.of("sub", "exp", "iat"), null));
  }

  /** As the server maps the address, however it is spelt: what answers programs is reached by this door alone. */
  static boolean leadsTo(HttpServletRequest request) {
    return request.getServletPath().equals(PATH) || request.getServletPath().startsWith(PATH + "/");
  }

  /** For whom a request is answered; when for nobody, the answer is written already, and the refusal is on record. */
  Optional<Scope> scope(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String origin = origins.of(request);
    String token = token(request);
    try {
      Optional<JWTClaimsSet> claims = verified(token);
      if (claims.isEmpty()) {
        response.setHeader("WWW-Authenticate", SCHEME.strip());
        return refused(response, HttpServletResponse.SC_UNAUTHORIZED, Why.NOT_SIGNED_IN, Caller.unknown(origin));
      }
      UUID person = UUID.fromString(claims.get().getSubject());
      List<Scope> scopes = registry.scopesOf(person);
      if (scopes.size() != 1) {
        return refused(response, HttpServletResponse.SC_FORBIDDEN, scopes.isEmpty() ? Why.NO_MEMBERSHIP : Why.SEVERAL_JURISDICTIONS,
            registry.named(person).map(known -> known.from(origin)).orElseGet(() -> TurnedAway.named(person, claims.get().getClaims(), origin)));
      }
      Scope scope = scopes.getFirst().from(origin);
      if (!programs.comesIn(scope, token, claims.get().getExpirationTime().toInstant())) {
        refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "unavailable");
        return Optional.empty();
      }
      return Optional.of(scope);
    } catch (KeySourceException | RegistryUnavailableException silent) {
      refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "unavailable");
      return Optional.empty();
    }
  }

  private Optional<Scope> refused(HttpServletResponse response, int status, Why why, Caller nobody) throws IOException {
    programs.turnsAway(nobody, why);
    refuse(response, status, why.code());
    return Optional.empty();
  }

  /** Empty text if the request carries none. */
  private static String token(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    return header == null || !header.startsWith(SCHEME) ? "" : header.substring(SCHEME.length()).strip();
  }

  /** What a token says whose subject is a person's identifier; empty for a token that is not good here. */
  private Optional<JWTClaimsSet> verified(String token) throws KeySourceException {
    try {
      JWTClaimsSet claims = tokens.process(token, null);
      UUID.fromString(claims.getSubject());
      return Optional.of(claims);
    } catch (KeySourceException silent) {
      // the provider does not say by which keys: the token may be a good one
      throw silent;
    } catch (BadJOSEException | JOSEException | ParseException | IllegalArgumentException refused) {
      return Optional.empty();
    }
  }

  private static void refuse(HttpServletResponse response, int status, String code) throws IOException {
    response.setStatus(status);
    response.setContentType("application/json;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.getWriter().print(Json.createObjectBuilder().add("code", code).build());
  }
}
