package org.jiheng.infra.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Payara Micro with the application, by itself: no cluster, nobody called, one address listened on. */
final class Server implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  /** The server says "ready" and goes on running when the application could not be deployed; only its log tells. */
  private static final Pattern FAILED = Pattern.compile(
      "(?m)^.*(?:Exception while (?:loading|deploying|preparing) the app|Failed to deploy|Deployment failed).*$");

  /**
   * @param listen address of this machine to listen on
   * @param providerUri issuer of the identity provider's tokens
   * @param businessDate the business date of the start; empty: today
   */
  record Settings(
      Path program, Path application, String listen, int port, Database database, URI providerUri, Optional<LocalDate> businessDate,
      Leftovers leftovers, Path temporary, Path log) {}

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

  /** @throws StartFailedException with the log's own sentence, if the application could not be deployed */
  void await() {
    part.awaitAnswer(URI.create("http://127.0.0.1:" + settings.port() + "/health"), PATIENCE, this::failure);
  }

  private static ProcessBuilder command(Settings settings) {
    ProcessBuilder command = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), settings.leftovers().mark(),
        "-Xmx768m", "-XX:+ExitOnOutOfMemoryError", "-Djava.io.tmpdir=" + settings.temporary(), "-Duser.timezone=Asia/Shanghai",
        "-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8",
        // libraries of the server that newer Java warns of at every start
        "--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED",
        "-jar", settings.program().toString(),
        "--deploy", settings.application() + ":/", "--port", String.valueOf(settings.port()),
        "--prebootcommandfile", listening(settings).toString(), "--nocluster", "--disablephonehome");
    command.environment().putAll(environment(settings));
    return command;
  }

  /** There is no switch for the address; a command before the server boots is the way to say it. */
  private static Path listening(Settings settings) {
    Path commands = settings.temporary().resolve("before-boot");
    try {
      return Files.writeString(commands, "set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address="
          + settings.listen() + "\n");
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
        "JIHENG_OIDC_CLIENT_ID", RealmFile.CLIENT,
        "JIHENG_OIDC_CLIENT_SECRET", secrets.of(Secrets.Of.IDENTITY_CLIENT)));
    settings.businessDate().ifPresent(date -> environment.put("JIHENG_BUSINESS_DATE", date.toString()));
    return environment;
  }

  private StartFailedException failure() {
    try {
      Matcher failed = FAILED.matcher(Files.readString(settings.log(), StandardCharsets.UTF_8));
      return failed.find() ? new StartFailedException("server.not-deployed", failed.group().strip(), settings.log()) : null;
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
