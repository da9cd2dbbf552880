package org.jiheng.tenants.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.WebTarget;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.glassfish.jersey.client.ClientProperties;
import org.glassfish.jersey.client.proxy.WebResourceFactory;
import org.glassfish.jersey.jackson.internal.jackson.jaxrs.json.JacksonJsonProvider;
import org.keycloak.admin.client.spi.ResteasyClientProvider;

/**
 * Lets Keycloak's admin client speak through the server's own HTTP client instead of bringing a second one. Its values are
 * annotated for Jackson, so the server's Jackson reads and writes them.
 */
final class JerseyForKeycloak implements ResteasyClientProvider {

  @Override
  public Client newRestEasyClient(Object jackson, SSLContext context, boolean trustAnybody) {
    ObjectMapper mapper = new ObjectMapper()
        .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
        .setSerializationInclusion(JsonInclude.Include.NON_NULL);
    ClientBuilder builder = ClientBuilder.newBuilder();
    if (context != null) {
      builder.sslContext(context);
    }
    return builder
        .connectTimeout(Patience.CONNECTED_WITHIN, TimeUnit.SECONDS)
        .readTimeout(Patience.ANSWERED_WITHIN, TimeUnit.SECONDS)
        .register(new JacksonJsonProvider(mapper))
        // roles are taken away by a DELETE with a body
        .property(ClientProperties.SUPPRESS_HTTP_COMPLIANCE_VALIDATION, true)
        .property("jersey.config.disableMoxyJson", true)
        .property("jersey.config.disableJsonBinding", true)
        .build();
  }

  @Override
  public <R> R targetProxy(WebTarget target, Class<R> resource) {
    return WebResourceFactory.newResource(resource, target);
  }
}
