package org.jiheng.infra.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Payara Micro with the application, by itself: no cluster, nobody called, one address listened on. */
final class Server implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final String LISTENERS = "configs.config.server-config.network-config.";

  /**
   * @param listen address of this machine to listen on
   * @param asked address of this machine to ask it at
   * @param publicUrl where people find it when a proxy stands before it
   * @param providerUri where the identity provider is asked
   * @param issuer of the identity provider's tokens
   * @param businessDate the business date of the start; empty: today
   * @param exports directory the keeper puts whole exports of jurisdictions into
   * @param javaOptions memory and compiler of the server's Java
   */
  record Settings(
      Path program, Path application, String listen, String asked, int port, Optional<URI> publicUrl, Database database, URI providerUri,
      URI issuer, Optional<LocalDate> businessDate,
      Path exports, List<String> javaOptions, Leftovers leftovers, Path temporary, Path log) {}

  private final Settings settings;
  private final Part part;

  private Server(Settings settings, Part part) {
    this.settings = settings;
    this.part = part;
  }

  static Server start(Settings settings, Progress progress) {
    progress.at("server.starting", String.valueOf(settings.port()));
    return new Server(settings, Part.start(command(settings), settings.log()));
  }

  /** The same server once more, after this one was closed. */
  Server again(Progress progress) {
    return start(settings, progress);
  }

  /** @throws NotDeployedException with the log's own sentence, if the application could not be deployed */
  void await() {
    part.awaitAnswer(URI.create("http://" + settings.asked() + ":" + settings.port() + "/health"), PATIENCE, this::failure);
  }

  private static ProcessBuilder command(Settings settings) {
    List<String> words = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), settings.leftovers().mark()));
    words.addAll(settings.javaOptions());
    words.addAll(List.of(
        "-XX:+ExitOnOutOfMemoryError", "-Djava.io.tmpdir=" + settings.temporary(), "-Duser.timezone=Asia/Shanghai",
        "-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8",
        // libraries of the server that newer Java warns of at every start
        "--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED",
        "-jar", settings.program().toString(),
        "--deploy", settings.application() + ":/", "--port", String.valueOf(settings.port()),
        "--prebootcommandfile", beforeBoot(settings).toString(), "--nocluster", "--disablephonehome"));
    ProcessBuilder command = new ProcessBuilder(words);
    command.environment().putAll(environment(settings));
    return command;
  }

  /**
   * What there are no switches for: the address, and not to tell whoever asks how the machine is doing, what is deployed on it
   * and what it is made of.
   */
  private static Path beforeBoot(Settings settings) {
    try {
      List<String> commands = new ArrayList<>(List.of(
          "set " + LISTENERS + "network-listeners.network-listener.http-listener.address=" + settings.listen(),
          "set " + LISTENERS + "protocols.protocol.http-listener.http.server-header=false",
          "set " + LISTENERS + "protocols.protocol.http-listener.http.xpowered-by=false",
          "set configs.config.server-config.microprofile-metrics-configuration.enabled=false",
          "set-openapi-configuration --enabled=false"));
      if (settings.publicUrl().isPresent()) {
        // the proxy speaks plainly with this server; whether people came to it by https it says in this header
        commands.add("set " + LISTENERS + "protocols.protocol.http-listener.http.scheme-mapping=X-Forwarded-Proto");
      }
      return Files.write(settings.temporary().resolve("before-boot"), commands);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Map<String, String> environment(Settings settings) {
    Secrets secrets = settings.database().secrets();
    Map<String, String> environment = new HashMap<>(Map.of(
        "JIHENG_DB_URL", settings.database().url(),
        "JIHENG_DB_USER", Database.LOGIN,
        "JIHENG_DB_PASSWORD", secrets.of(Secrets.Of.DATABASE_LOGIN),
        "JIHENG_OIDC_PROVIDER_URI", settings.providerUri().toString(),
        "JIHENG_OIDC_ISSUER", settings.issuer().toString(),
        "JIHENG_OIDC_CLIENT_ID", RealmFile.CLIENT,
        "JIHENG_EXPORTS", settings.exports().toString(),
        "JIHENG_OIDC_CLIENT_SECRET", secrets.of(Secrets.Of.IDENTITY_CLIENT),
        "JIHENG_ADMIN_CLIENT_SECRET", secrets.of(Secrets.Of.IDENTITY_PEOPLE)));
    settings.publicUrl().ifPresent(url -> environment.put("JIHENG_PUBLIC_URL", url.toString()));
    settings.businessDate().ifPresent(date -> environment.put("JIHENG_BUSINESS_DATE", date.toString()));
    return environment;
  }

  private StartFailedException failure() {
    try {
      return new DeploymentLog(Files.readString(settings.log(), StandardCharsets.UTF_8)).failure()
          .map(why -> new NotDeployedException(why, settings.log())).orElse(null);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  Part part() {
    return part;
  }

  @Override
  public void close() {
    part.close();
  }
}
