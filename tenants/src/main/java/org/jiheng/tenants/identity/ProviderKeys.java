package org.jiheng.tenants.identity;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;

/** The keys the identity provider signs with, fetched when they are needed and kept for a while. */
final class ProviderKeys {

  /** The library gives up after half a second, which a busy provider needs. */
  static final int PATIENCE_MILLISECONDS = 5_000;
  private static final int LARGEST_BYTES = 100_000;

  private ProviderKeys() {}

  static JWSKeySelector<SecurityContext> of(String providerUri) {
    try {
      return new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, JWKSourceBuilder.create(
          URI.create(providerUri + "/protocol/openid-connect/certs").toURL(),
          new DefaultResourceRetriever(PATIENCE_MILLISECONDS, PATIENCE_MILLISECONDS, LARGEST_BYTES)).build());
    } catch (MalformedURLException wrongAddress) {
      throw new UncheckedIOException(wrongAddress);
    }
  }
}
