package org.jiheng.infra.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiheng.infra.demo.Demo;
import org.jiheng.infra.keeper.KeeperSettings;

/**
 * What is started, from which files, on which ports.
 *
 * @param home data directory: secrets, database, logs
 * @param installation where the identity provider is unpacked and built
 * @param parts directory with {@code payara-micro.jar} and the archive of the identity provider
 * @param application the war
 * @param listen address of this machine the application listens on; behind a proxy the identity provider, too; everything else
 *     listens on loopback in any case
 * @param publicUrl where people find the product when a proxy stands before it, without a slash at the end; empty without a proxy
 * @param demo whether there are the people and forms of the demonstration
 * @param businessDate business date of the start; empty: today
 * @param javaOptions memory and compiler of the application server's Java
 * @param exportsLast how long an export of a whole jurisdiction is kept
 * @param lasting whether the data are kept at the end
 */
public record StackSettings(
    Path home, Path installation, Path parts, Path application, String listen, Optional<URI> publicUrl, int port, int identityPort, int databasePort, boolean demo,
    Optional<LocalDate> businessDate, List<String> javaOptions, Duration exportsLast, boolean lasting) {

  public static final String PORT = "JIHENG_PORT";
  public static final String IDENTITY_PORT = "JIHENG_KEYCLOAK_PORT";
  public static final String DATABASE_PORT = "JIHENG_DB_PORT";

  private static final int LONGEST_EXPORT_HOURS = 90 * 24;
  private static final String LOOPBACK = "127.0.0.1";

  /** Compiles quickly instead of well: half the time to start. Whoever measures under load says something else. */
  private static final List<String> QUICK_START = List.of("-Xmx768m", "-XX:TieredStopAtLevel=1");

  /**
   * A run whose data last.
   *
   * @param project directory of the project, built
   * @param environment variables as infra/README.md names them
   * @throws StartFailedException naming the variable, if one has no sensible value
   */
  public static StackSettings of(Path project, Map<String, String> environment) {
    Path home = Path.of(environment.getOrDefault("JIHENG_HOME", project.resolve(".jiheng").toString())).toAbsolutePath().normalize();
    boolean demo = !"off".equals(environment.get("JIHENG_DEMO"));
    return new StackSettings(home, home.resolve("keycloak"), parts(project), application(project),
        environment.getOrDefault("JIHENG_LISTEN", LOOPBACK), publicUrl(environment), port(environment, PORT, 8080), port(environment, IDENTITY_PORT, 8180),
        port(environment, DATABASE_PORT, 5433), demo, date(environment, demo ? Optional.of(Demo.BUSINESS_DATE) : Optional.empty()),
        Optional.ofNullable(environment.get("JIHENG_JAVA_OPTIONS")).map(words -> List.of(words.strip().split("\\s+"))).orElse(QUICK_START),
        exportsLast(environment), true);
  }

  /**
   * The demonstration on free ports, gone with all its data at the end. The identity provider's installation is kept in the
   * build directory, because unpacking and building it takes longer than everything else.
   */
  public static StackSettings temporary(Path project) {
    try {
      return new StackSettings(Files.createTempDirectory("jiheng"), project.resolve("infra/target/keycloak").toAbsolutePath().normalize(),
          parts(project), application(project), LOOPBACK, Optional.empty(), Ports.free(), Ports.free(), Ports.free(), true, Optional.of(Demo.BUSINESS_DATE),
          QUICK_START, KeeperSettings.EXPORTS_LAST, false);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Where people find the application. */
  URI address() {
    return publicUrl.orElseGet(() -> URI.create("http://localhost:" + port));
  }

  /** Address of this machine at which the application is asked from this machine. */
  String asked() {
    return asked(listen);
  }

  /** Where the identity provider listens: it is reached from outside only through a proxy. */
  String identityListen() {
    return publicUrl.isPresent() ? listen : LOOPBACK;
  }

  /** Address of this machine at which the identity provider is asked from this machine. */
  String identityAsked() {
    return asked(identityListen());
  }

  /** Whoever listens on every address, or on loopback, is asked on loopback. */
  private static String asked(String listen) {
    return listen.equals("0.0.0.0") || listen.equals(LOOPBACK) ? "localhost" : listen;
  }

  private static Optional<URI> publicUrl(Map<String, String> environment) {
    String value = environment.getOrDefault("JIHENG_PUBLIC_URL", "").strip().replaceFirst("/$", "");
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (!value.matches("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?")) {
      throw new StartFailedException("setting.not-a-url", value);
    }
    return Optional.of(URI.create(value));
  }

  private static Path parts(Path project) {
    return project.resolve("infra/target/parts").toAbsolutePath().normalize();
  }

  private static Path application(Path project) {
    return project.resolve("ui/target/jiheng.war").toAbsolutePath().normalize();
  }

  private static int port(Map<String, String> environment, String variable, int usual) {
    String value = environment.getOrDefault(variable, String.valueOf(usual));
    if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > 65_535) {
      throw new StartFailedException("setting.not-a-port", variable, value);
    }
    return Integer.parseInt(value);
  }

  /**
   * How long an export of a whole jurisdiction is kept.
   *
   * @throws StartFailedException if {@code JIHENG_EXPORT_HOURS} is no number of hours between one hour and ninety days
   */
  static Duration exportsLast(Map<String, String> environment) {
    String value = environment.getOrDefault("JIHENG_EXPORT_HOURS", String.valueOf(KeeperSettings.EXPORTS_LAST.toHours()));
    if (!value.matches("[0-9]{1,4}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > LONGEST_EXPORT_HOURS) {
      throw new StartFailedException("setting.not-hours", value);
    }
    return Duration.ofHours(Integer.parseInt(value));
  }

  private static Optional<LocalDate> date(Map<String, String> environment, Optional<LocalDate> usual) {
    String value = environment.get("JIHENG_BUSINESS_DATE");
    if (value == null) {
      return usual;
    }
    try {
      return value.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(value));
    } catch (DateTimeException unreadable) {
      throw new StartFailedException(unreadable, "setting.not-a-date", value);
    }
  }

  /** Where whole exports of jurisdictions are put by the keeper and fetched from by the application. */
  Path exports() {
    return home.resolve("exports");
  }

  /**
   * What the keeper of an installation that lasts works with, whether it runs in the launcher's process or beside it.
   *
   * @throws StartFailedException if nothing was ever started in the data directory
   */
  public KeeperSettings keeper() {
    Path kept = home.resolve("secrets.properties");
    if (!Files.exists(kept)) {
      throw new StartFailedException("home.empty", home);
    }
    Secrets secrets = Secrets.keptIn(kept);
    return new KeeperSettings(new Database.Settings(home.resolve("database"), databasePort, secrets, true).migrator(), Database.LOGIN,
        IdentityProvider.administration(identityAsked(), identityPort, secrets), exports(), exportsLast);
  }

  /** The archive of the identity provider; its name says its version. */
  Path identityArchive() {
    try (var files = Files.list(parts)) {
      return files.filter(file -> file.getFileName().toString().matches("keycloak-.*\\.zip")).max(Path::compareTo)
          .orElseThrow(() -> new StartFailedException("parts.missing", parts));
    } catch (IOException missing) {
      throw new StartFailedException(missing, "parts.missing", parts);
    }
  }
}
