package org.jiheng.infra.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jiheng.infra.server.Kizilsu;
import org.jiheng.tenants.scope.Scope;
import org.jiheng.ui.frame.Failures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The reference a person tells leads to a line of the log that says whose work it was. */
class FailuresInTheLogTest {

  private static final Logger LOG = Logger.getLogger(Failures.class.getName());

  private final List<String> lines = new ArrayList<>();
  private final Handler reader = new Handler() {
    @Override
    public void publish(LogRecord line) {
      lines.add(line.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  };

  @BeforeEach
  void somebodyReads() {
    LOG.addHandler(reader);
    LOG.setUseParentHandlers(false);
  }

  @AfterEach
  void nobodyReads() {
    LOG.removeHandler(reader);
    LOG.setUseParentHandlers(true);
  }

  @Test
  void aFailureIsLoggedWithItsReferenceTheJurisdictionAndThePersonAndNeitherByName() throws Exception {
    Scope clerk = Kizilsu.clerk(Kizilsu.ARTUX);
    String reference = clerk.call(() -> Failures.logged(new IllegalStateException("broken")));
    assertThat(lines).singleElement().asString().contains(reference, "653001/" + clerk.caller().id())
        .doesNotContain(clerk.caller().name(), Kizilsu.ARTUX.name());
  }
}
