package org.jiheng.infra.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A failed deployment is told in one sentence, although the server says it is ready. */
class DeploymentLogTest {

  @Test
  void nothingHasFailedWhileNothingSaysSo() {
    assertThat(new DeploymentLog("""
        [2026-11-24T18:57:20.000+0800] [] [INFO] [] [PayaraMicro] jiheng was successfully deployed in 12,345 milliseconds.
        java.io.IOException: Connection is closed
        """).failure()).isEmpty();
  }

  @Test
  void theCauseIsWhatTheServerSaysAfterTheFirstSevereRecord() {
    assertThat(new DeploymentLog("""
        java.io.IOException: Connection is closed
        [2026-11-24T18:57:32.510+0800] [] [SEVERE] [NCLS-CORE-00026] [javax.enterprise.system.core] [[
          Exception during lifecycle processing
        org.glassfish.deployment.common.DeploymentException: CDI deployment failure:WELD-001408: Unsatisfied dependencies for type Runnable
        \tat org.glassfish.weld.WeldDeployer.event(WeldDeployer.java:1)
        ]]
        [2026-11-24T18:57:32.510+0800] [] [SEVERE] [] [javax.enterprise.system.core] Exception while loading the app
        """).failure()).contains("CDI deployment failure:WELD-001408: Unsatisfied dependencies for type Runnable");
  }

  @Test
  void aFailureWithoutACauseIsStillAFailure() {
    assertThat(new DeploymentLog("[SEVERE] [] Exception while deploying the app [jiheng]").failure()).contains("Exception while deploying the app");
  }
}
