package org.jiheng.tenants.identity;

import jakarta.ws.rs.client.ClientBuilder;
import java.util.concurrent.TimeUnit;
import org.glassfish.jersey.client.spi.ClientBuilderListener;

/**
 * How long anybody waits for somebody else's server, in seconds. The container fetches tokens at a login with a client that has no
 * limit of its own; whatever client is made in this application begins with these.
 */
public final class Patience implements ClientBuilderListener {

  static final int CONNECTED_WITHIN = 3;

  /** For what changes something there. */
  static final int ANSWERED_WITHIN = 15;

  /** For a question that can be asked again. */
  static final int KNOWN_WITHIN = 5;

  @Override
  public void onNewBuilder(ClientBuilder builder) {
    builder.connectTimeout(CONNECTED_WITHIN, TimeUnit.SECONDS).readTimeout(ANSWERED_WITHIN, TimeUnit.SECONDS);
  }
}
