package org.jiheng.infra.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jiheng.infra.run.Sentences;
import org.jiheng.tenants.audit.Chain;
import org.jiheng.tenants.audit.Fault;
import org.jiheng.tenants.audit.TrailFile;

/**
 * The program behind {@code infra/verify-trail}: follows an exported trail without any database, and says whether it is intact,
 * where it is first broken, or that it was cut off.
 */
public final class VerifyTrail {

  private static final int INTACT = 0;
  private static final int BROKEN = 1;
  private static final int NOT_READ = 2;

  private VerifyTrail() {}

  /** @param arguments the file; then, if there is one, a digest that was written down earlier and has to occur in the chain */
  public static void main(String[] arguments) {
    System.exit(run(arguments, new PrintStream(System.out, true, StandardCharsets.UTF_8)));
  }

  static int run(String[] arguments, PrintStream console) {
    if (arguments.length < 1 || arguments.length > 2 || arguments.length == 2 && !arguments[1].matches("[0-9a-f]{64}")) {
      console.println(Sentences.say("trail.usage"));
      return NOT_READ;
    }
    Path file = Path.of(arguments[0]);
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      TrailFile.Read read = TrailFile.read(lines, arguments.length == 2 ? arguments[1] : Chain.BEGINNING);
      console.println(sentence(read));
      return read.intact() ? INTACT : BROKEN;
    } catch (IOException unreadable) {
      console.println(Sentences.say("trail.unreadable", file));
      return NOT_READ;
    }
  }

  private static String sentence(TrailFile.Read read) {
    if (read.head().isEmpty()) {
      return Sentences.say("trail.no-trail");
    }
    String whose = Sentences.say("trail.of", read.head().get().name(), read.head().get().jurisdiction(), read.head().get().exported(),
        read.head().get().by());
    return whose + System.lineSeparator() + result(read) + System.lineSeparator()
        + Sentences.say("trail.sound-until", String.valueOf(read.followed()), read.digest());
  }

  private static String result(TrailFile.Read read) {
    if (read.line().isPresent()) {
      String line = String.valueOf(read.line().get());
      return read.fault().filter(fault -> fault == Fault.CUT_OFF).map(_ -> Sentences.say("trail.cut-off", line))
          .orElseGet(() -> Sentences.say("trail.broken", line, read.fault().map(fault -> Sentences.say("trail.fault." + fault))
              .orElseGet(() -> Sentences.say("trail.fault.unreadable"))));
    }
    return Sentences.say(read.known() ? "trail.intact" : "trail.unknown");
  }
}
