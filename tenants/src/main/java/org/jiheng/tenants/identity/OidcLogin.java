package org.jiheng.tenants.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.OpenIdAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.openid.ClaimsDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.openid.LogoutDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.openid.OpenIdProviderMetadata;

/**
 * Login by OpenID Connect. Whether the session still goes on at the provider is asked by {@link Lasting} when a token is over: the
 * container's own refresh waits without end for a provider that is silent, and takes every failure for the end. What the person may do
 * is asked of the {@link Registry} at every request, never of a token.
 */
@OpenIdAuthenticationMechanismDefinition(
    providerURI = "${oidc.providerUri}",
    // our own last step before the provider's: see there
    providerMetadata = @OpenIdProviderMetadata(authorizationEndpoint = "authorize"),
    clientId = "${oidc.clientId}",
    clientSecret = "${oidc.clientSecret}",
    redirectURI = "${baseURL}/callback",
    scope = {"openid", "profile"},
    tokenAutoRefresh = false,
    // the default of half a second is what a busy provider needs
    jwksConnectTimeout = ProviderKeys.PATIENCE_MILLISECONDS,
    jwksReadTimeout = ProviderKeys.PATIENCE_MILLISECONDS,
    claimsDefinition = @ClaimsDefinition(callerNameClaim = "preferred_username"),
    logout = @LogoutDefinition(notifyProvider = true, redirectURI = "${baseURL}/bye"))
@ApplicationScoped
public class OidcLogin {}
