package org.jiheng.infra.run;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jiheng.tenants.provisioning.Provisioning.Migrated;

/** How bringing the tables of the jurisdictions to the newest layout went, to be told to whoever started it. */
record Migrations(List<Migrated> results) {

  /** The jurisdictions that are quarantined now, each with its reason; empty text if there is none. */
  String failed() {
    return results.stream().filter(one -> one.failure().isPresent())
        .map(one -> one.jurisdiction() + " " + one.name() + ": " + firstLine(one.failure().get())).collect(Collectors.joining("; "));
  }

  /** A table of results, a line a jurisdiction. */
  String table() {
    return results.stream().map(Migrations::line).collect(Collectors.joining("\n"));
  }

  private static String line(Migrated one) {
    return String.format(Locale.ROOT, "%s  %-6s %4s -> %-4s %7.2f s  %s", one.jurisdiction(), one.failure().isPresent() ? "FAILED" : "OK",
        one.before(), one.layout(), one.took().dividedBy(Duration.ofMillis(1)) / 1000.0, one.name())
        + one.failure().map(why -> "\n        " + firstLine(why)).orElse("");
  }

  private static String firstLine(String text) {
    return text.strip().lines().filter(line -> !line.isBlank()).findFirst().orElse("");
  }
}
