package org.jiheng.tenants.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where a request comes from. What a header says of it is believed only when the request was handed over by a proxy that
 * {@code JIHENG_TRUSTED_PROXIES} names (addresses, separated by commas); otherwise it is the address that is connected.
 */
@ApplicationScoped
public class Origins {

  @Inject
  @ConfigProperty(name = "JIHENG_TRUSTED_PROXIES")
  private Optional<String> trusted;

  String of(HttpServletRequest request) {
    return origin(request.getRemoteAddr(), Collections.list(request.getHeaders("X-Forwarded-For")), addresses(trusted.orElse("")));
  }

  static Set<String> addresses(String list) {
    return Arrays.stream(list.split(",")).map(String::strip).filter(one -> !one.isEmpty()).collect(Collectors.toSet());
  }

  /**
   * The last address of the way here that is no trusted proxy: each proxy writes whom it was asked by at the end, and what stands
   * before the last trusted one's word may be anybody's invention.
   */
  static String origin(String connected, List<String> forwarded, Set<String> proxies) {
    String origin = connected;
    for (String said : Arrays.asList(String.join(",", forwarded).split(",")).reversed()) {
      if (!proxies.contains(origin) || !address(said.strip())) {
        return origin;
      }
      origin = said.strip();
    }
    return origin;
  }

  private static boolean address(String text) {
    try {
      // never asks a name service
      InetAddress.ofLiteral(text);
      return true;
    } catch (IllegalArgumentException noAddress) {
      return false;
    }
  }
}
