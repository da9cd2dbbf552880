package org.jiheng.infra.run;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.jiheng.infra.keeper.KeeperSettings;
import org.jiheng.infra.keeper.RealmAdministration;

/** The identity provider, as somebody meets it with whom it breaks off at one kind of request. */
final class SilentAt implements AutoCloseable {

  private final RealmAdministration real;
  private final String ending;
  private final HttpClient http = HttpClient.newHttpClient();
  private final HttpServer between = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

  /** @param ending of the addresses at which it falls silent */
  SilentAt(RealmAdministration real, String ending) throws IOException {
    this.real = real;
    this.ending = ending;
    between.createContext("/", this::handed);
    between.start();
  }

  /** The same settings, with this one in the place of the identity provider. */
  KeeperSettings instead(KeeperSettings settings) {
    return new KeeperSettings(settings.migrator(), settings.applicationLogin(),
        new RealmAdministration(URI.create("http://127.0.0.1:" + between.getAddress().getPort()), real.realm(), real.administrator(), real.password()),
        settings.exports(), settings.exportsLast());
  }

  private void handed(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (exchange.getRequestURI().getPath().endsWith(ending)) {
        return;
      }
      HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(real.server() + exchange.getRequestURI().toString()))
          .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
      for (String header : List.of("Authorization", "Content-Type")) {
        if (exchange.getRequestHeaders().containsKey(header)) {
          request.header(header, exchange.getRequestHeaders().getFirst(header));
        }
      }
      HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      answer.headers().firstValue("Location").ifPresent(made -> exchange.getResponseHeaders().add("Location", made));
      exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
      exchange.getResponseBody().write(answer.body());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    between.stop(0);
    http.close();
  }
}
