package org.jiheng.infra.run;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the application server's log says about a deployment. The server itself says "ready" even when there was none. */
record DeploymentLog(String text) {

  private static final Pattern FAILED = Pattern.compile("Exception while (?:loading|deploying|preparing) the app|Failed to deploy");
  /** The server's list of what it serves, printed when it is ready. */
  private static final Pattern NOTHING_SERVED = Pattern.compile("\"Deployed\": \\[\\s*]");
  private static final Pattern SEVERE = Pattern.compile("SEVERE");
  private static final Pattern CAUSE = Pattern.compile("(?m)^(?:Caused by: )?[\\w.$]+(?:Exception|Error): (\\S.*)$");

  /** Why the application could not be deployed, in the server's own words; empty while nothing has failed. */
  Optional<String> failure() {
    Matcher failed = FAILED.matcher(text);
    if (!failed.find()) {
      return NOTHING_SERVED.matcher(text).find() ? Optional.of(lastSaid()) : Optional.empty();
    }
    Matcher severe = SEVERE.matcher(text);
    Matcher cause = CAUSE.matcher(text);
    // what stands before the first severe record is somebody else's trouble
    return Optional.of(severe.find() && cause.find(severe.end()) ? cause.group(1).strip() : failed.group());
  }

  private String lastSaid() {
    return text.lines().filter(line -> SEVERE.matcher(line).find()).reduce((_, last) -> last)
        .map(line -> line.replaceFirst(".*\\[levelValue: \\d+] ", "")).orElse("nothing deployed");
  }
}
