package org.jiheng.tenants.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where the identity provider is, from the environment. Read by the expressions of {@link OidcLogin}. It is asked at one
 * address and names itself by another when people come to it through a proxy.
 */
@Named("oidc")
@ApplicationScoped
public class OidcSettings {

  @Inject
  @ConfigProperty(name = "JIHENG_OIDC_PROVIDER_URI")
  private String providerUri;

  @Inject
  @ConfigProperty(name = "JIHENG_OIDC_ISSUER")
  private Optional<String> issuer;

  @Inject
  @ConfigProperty(name = "JIHENG_OIDC_CLIENT_ID", defaultValue = "jiheng-ui")
  private String clientId;

  @Inject
  @ConfigProperty(name = "JIHENG_OIDC_CLIENT_SECRET")
  private String clientSecret;

  @Inject
  @ConfigProperty(name = "JIHENG_ADMIN_CLIENT_ID", defaultValue = "jiheng-admin")
  private String administrationClient;

  @Inject
  @ConfigProperty(name = "JIHENG_ADMIN_CLIENT_SECRET")
  private String administrationSecret;

  public String getProviderUri() {
    return providerUri;
  }

  /** What its tokens say who they are from. */
  String issuer() {
    return issuer.orElse(providerUri);
  }

  public String getClientId() {
    return clientId;
  }

  public String getClientSecret() {
    return clientSecret;
  }

  /** Client of the provider that the application administers accounts as. */
  public String getAdministrationClient() {
    return administrationClient;
  }

  public String getAdministrationSecret() {
    return administrationSecret;
  }
}
