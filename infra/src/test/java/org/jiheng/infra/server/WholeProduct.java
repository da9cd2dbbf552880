package org.jiheng.infra.server;

import java.io.File;
import net.bytebuddy.ByteBuddy;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test in the server: the war as it is delivered, with these tests in it. All such tests share one server. */
@ExtendWith(ArquillianExtension.class)
public abstract class WholeProduct {

  private static final File WAR = new File("../ui/target/jiheng.war");

  /** Published forms and tables, which the tests of the rules read as well. */
  private static final File CASES = new File("../app/src/test/resources/org/jiheng/app/cases");

  @Deployment
  public static WebArchive product() {
    return ShrinkWrap.createFromZipFile(WebArchive.class, WAR)
        .addAsResource(CASES, "org/jiheng/app/cases")
        .addPackages(true, WholeProduct::runsInside, "org.jiheng.infra.server", "org.jiheng.infra.isolation")
        .addAsLibraries(jarOf(Assertions.class), jarOf(ByteBuddy.class));
  }

  /** Not what runs beside the server, and not the stories, which ask it from outside. */
  private static boolean runsInside(ArchivePath path) {
    return !path.get().contains("/outside/") && !path.get().matches(".*(Story|SuiteTest)(\\$.*)?\\.class");
  }

  private static File jarOf(Class<?> type) {
    return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
  }
}
