package org.jiheng.tenants.identity;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiheng.tenants.scope.Role;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * People's accounts at the identity provider: made, opened and closed, credentials reset, sessions seen and ended. Speaks as a
 * client of its own that may do just this. Every act may be repeated; what is so already is left so.
 *
 * <p>Decides nothing: who may ask for what is decided before.
 */
@ApplicationScoped
public class Accounts {

  /** Marks an account that was made here; no other one is taken over. */
  private static final String INVITED = "invited";

  private static final String NEW_PASSWORD = "UPDATE_PASSWORD";
  private static final String NEW_SECOND_FACTOR = "CONFIGURE_TOTP";
  private static final Set<String> ROLES = Arrays.stream(Role.values()).map(Role::name).collect(Collectors.toSet());

  private final Optional<Keycloak> provider;
  private final String realm;

  /** @throws IllegalArgumentException if the provider's address names no realm */
  @Inject
  public Accounts(OidcSettings settings) {
    String[] address = settings.getProviderUri().split("/realms/", 2);
    if (address.length < 2) {
      throw new IllegalArgumentException("not the address of a realm: " + settings.getProviderUri());
    }
    realm = address[1];
    Keycloak.setClientProvider(new JerseyForKeycloak());
    provider = Optional.of(KeycloakBuilder.builder().serverUrl(address[0]).realm(realm).grantType(OAuth2Constants.CLIENT_CREDENTIALS)
        .clientId(settings.getAdministrationClient()).clientSecret(settings.getAdministrationSecret()).build());
  }

  /** For the container's proxy only. */
  protected Accounts() {
    provider = Optional.empty();
    realm = "";
  }

  @PreDestroy
  void end() {
    provider.ifPresent(Keycloak::close);
  }

  /**
   * The account of a new person, which nobody can sign in to yet: a new one, or the one that an invitation left behind that
   * did not come to its end.
   *
   * @return its identifier, the subject of its tokens; empty if the user name belongs to an account not made here
   */
  public Optional<UUID> prepare(String username, String name) {
    return asked(() -> {
      Optional<UserRepresentation> found = realm().users().search(username, true).stream().findFirst();
      if (found.isPresent()) {
        return found.filter(account -> account.getAttributes() != null && account.getAttributes().containsKey(INVITED))
            .map(account -> UUID.fromString(account.getId()));
      }
      UserRepresentation account = new UserRepresentation();
      account.setUsername(username);
      account.setFirstName(name);
      account.setEnabled(false);
      account.setAttributes(Map.of(INVITED, List.of("true")));
      try (Response answer = realm().users().create(account)) {
        return Optional.of(UUID.fromString(CreatedResponseUtil.getCreatedId(answer)));
      }
    });
  }

  /** Lets the person sign in, with a password that has to be changed at once; sessions with the old one end. */
  public void admit(UUID person, OneTimePassword password) {
    done(() -> {
      UserResource account = account(person);
      CredentialRepresentation credential = new CredentialRepresentation();
      credential.setType(CredentialRepresentation.PASSWORD);
      credential.setValue(password.text());
      credential.setTemporary(true);
      account.resetPassword(credential);
      UserRepresentation now = account.toRepresentation();
      now.setEnabled(true);
      now.setRequiredActions(with(now.getRequiredActions(), NEW_PASSWORD));
      account.update(now);
      account.logout();
      realm().attackDetection().clearBruteForceForUser(person.toString());
    });
  }

  /** {@link #admit}, for somebody who has never come in and chosen an own password; empty for everybody else. */
  public Optional<OneTimePassword> firstPassword(UUID person) {
    boolean own = asked(() -> !Optional.ofNullable(account(person).toRepresentation().getRequiredActions()).orElse(List.of()).contains(NEW_PASSWORD));
    if (own) {
      return Optional.empty();
    }
    OneTimePassword password = OneTimePassword.random();
    admit(person, password);
    return Optional.of(password);
  }

  private static List<String> with(List<String> actions, String one) {
    return Stream.concat(Optional.ofNullable(actions).orElse(List.of()).stream(), Stream.of(one)).distinct().toList();
  }

  /** Takes the second factor away; a new one is set up at the next login. Sessions end. */
  public void forgetSecondFactor(UUID person) {
    done(() -> {
      UserResource account = account(person);
      account.credentials().stream().filter(one -> "otp".equals(one.getType())).forEach(one -> account.removeCredential(one.getId()));
      UserRepresentation now = account.toRepresentation();
      now.setRequiredActions(with(now.getRequiredActions(), NEW_SECOND_FACTOR));
      account.update(now);
      account.logout();
    });
  }

  public void open(UUID person) {
    done(() -> enabled(person, true));
  }

  /** Nobody can sign in to it any more; its sessions end. */
  public void close(UUID person) {
    done(() -> {
      enabled(person, false);
      account(person).logout();
    });
  }

  /** Whether there is an account. That there is none is believed of a provider only that knows of accounts at all. */
  public boolean isThere(UUID person) {
    return asked(() -> {
      try {
        account(person).toRepresentation();
        return true;
      } catch (NotFoundException gone) {
        realm().users().count();
        return false;
      }
    });
  }

  private void enabled(UUID person, boolean enabled) {
    UserResource account = account(person);
    UserRepresentation now = account.toRepresentation();
    if (now.isEnabled() != enabled) {
      now.setEnabled(enabled);
      account.update(now);
    }
  }

  /** Gives and takes realm roles, until the account has these of the house and no others; the realm's own roles stay. */
  public void align(UUID person, Set<Role> wanted) {
    done(() -> {
      var roles = account(person).roles().realmLevel();
      Set<String> names = wanted.stream().map(Role::name).collect(Collectors.toSet());
      List<RoleRepresentation> tooMany = roles.listAll().stream()
          .filter(one -> ROLES.contains(one.getName()) && !names.contains(one.getName())).toList();
      List<RoleRepresentation> missing = roles.listAvailable().stream().filter(one -> names.contains(one.getName())).toList();
      if (!tooMany.isEmpty()) {
        roles.remove(tooMany);
      }
      if (!missing.isEmpty()) {
        roles.add(missing);
      }
    });
  }

  /** The latest first. */
  public List<OpenSession> sessions(UUID person) {
    return asked(() -> account(person).getUserSessions().stream()
        .map(one -> new OpenSession(one.getId(), one.getIpAddress(), Instant.ofEpochMilli(one.getStart()), Instant.ofEpochMilli(one.getLastAccess())))
        .sorted((one, other) -> other.since().compareTo(one.since())).toList());
  }

  /** Ends a session; the provider tells every application that knows it. */
  public void endSession(String session) {
    done(() -> {
      try {
        realm().deleteSession(session, false);
      } catch (NotFoundException endedMeanwhile) {
        // that is what was asked for
      }
    });
  }

  public void endSessions(UUID person) {
    done(() -> account(person).logout());
  }

  private RealmResource realm() {
    return provider.orElseThrow().realm(realm);
  }

  private UserResource account(UUID person) {
    return realm().users().get(person.toString());
  }

  private static void done(Runnable act) {
    asked(() -> {
      act.run();
      return null;
    });
  }

  private static <T> T asked(Supplier<T> question) {
    try {
      return question.get();
    } catch (ProcessingException | WebApplicationException failure) {
      throw new IdentityUnavailableException(failure);
    }
  }
}
