package org.jiheng.infra.run;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the application server's log says about a deployment. The server itself says "ready" even when there was none. */
record DeploymentLog(String text) {

  private static final Pattern FAILED = Pattern.compile("Exception while (?:loading|deploying|preparing) the app|Failed to deploy");
  private static final Pattern SEVERE = Pattern.compile("SEVERE");
  private static final Pattern CAUSE = Pattern.compile("(?m)^(?:Caused by: )?[\\w.$]+(?:Exception|Error): (\\S.*)$");

  /** Why the application could not be deployed, in the server's own words; empty while nothing has failed. */
  Optional<String> failure() {
    Matcher failed = FAILED.matcher(text);
    if (!failed.find()) {
      return Optional.empty();
    }
    Matcher severe = SEVERE.matcher(text);
    Matcher cause = CAUSE.matcher(text);
    // what stands before the first severe record is somebody else's trouble
    return Optional.of(severe.find() && cause.find(severe.end()) ? cause.group(1).strip() : failed.group());
  }
}
