package org.jiheng.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jiheng.tenants.scope.Caller;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.JurisdictionCode;
import org.jiheng.tenants.scope.Membership;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever reads the log after a program was not answered finds whose work it was. */
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
  void aFailureIsLoggedWithTheJurisdictionAndThePersonAndNeitherByName() {
    UUID person = UUID.randomUUID();
    JurisdictionCode artux = new JurisdictionCode("653001");
    Scope program = Scope.of(new Caller(person, "program-653001-budget", "预算一体化接口",
        List.of(new Membership(artux, "", Role.BUDGET_SECTION, LocalDate.EPOCH, Optional.empty()))), new Jurisdiction(artux, "阿图什市", Optional.empty()));
    program.run(() -> Failures.logged(new IllegalStateException("broken")));
    assertThat(lines).singleElement().asString().contains("653001/" + person).doesNotContain("阿图什市", "预算一体化接口", "program-653001-budget");
  }
}
