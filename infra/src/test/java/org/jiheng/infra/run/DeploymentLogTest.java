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

  @Test
  void aServerThatIsReadyAndServesNothingHasFailedForWhatItSaidLast() {
    assertThat(new DeploymentLog("""
        [2026-11-29T12:40:40.807+0800] [] [[1;91mSEVERE[0m] [] [[1;94mjavax.enterprise.system.tools.deployment.dol[0m] [tid: _ThreadID=3] [levelValue: 1000] AS-DEPLOYMENT-00026
        [2026-11-29T12:40:40.808+0800] [] [[1;91mSEVERE[0m] [] [[1;94mjavax.enterprise.system.core[0m] [tid: _ThreadID=3] [levelValue: 1000] JNDI lookup failed for the resource: Name: [jiheng]
        [2026-11-29T12:40:40.857+0800] [] [[1;92mINFO[0m] [] [[1;94mPayaraMicro[0m] [tid: _ThreadID=3] [levelValue: 800] [[
          {
            "Instance Configuration": {
                "Host": "127.0.0.1",
                "Deployed": [
                ]
            }
        }]]
        """).failure()).contains("JNDI lookup failed for the resource: Name: [jiheng]");
  }

  @Test
  void aServerThatServesTheApplicationHasNotFailed() {
    assertThat(new DeploymentLog("""
        [2026-11-29T12:40:40.807+0800] [] [SEVERE] [] [somebody] [levelValue: 1000] somebody else's trouble
                "Deployed": [
                    {
                        "Name": "jiheng",
        """).failure()).isEmpty();
  }
}
