package org.jiheng.infra.server.outside;

import fish.payara.arquillian.container.payara.managed.PayaraMicroDeployableContainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.container.LifecycleException;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jiheng.infra.run.Database;

/**
 * The one server of all in-container tests, and its database. The first test class starts both and deploys the whole war;
 * all classes after it find the same war and are served by what is running. Both end with the last test.
 */
public class OneServer extends PayaraMicroDeployableContainer {

  private static final Pattern PORT = Pattern.compile("jdbc:postgresql://127\\.0\\.0\\.1:([0-9]+)/.*");

  private Database database;
  private ProtocolMetaData running;
  private Optional<Path> copy = Optional.empty();
  private boolean failed;

  @Override
  public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
    if (failed) {
      throw new DeploymentException("the server did not start for the first test class; see target/server.log.0");
    }
    if (running == null) {
      failed = true;
      database = database();
      Runtime.getRuntime().addShutdownHook(new Thread(database::close));
      running = super.deploy(((WebArchive) archive).addAsResource(Ground.prepare(database), Ground.OWNER));
      failed = false;
      copy = copyOf(archive.getName());
    }
    return running;
  }

  /** The war as it was written for the server to read; nobody else takes it away. */
  private static Optional<Path> copyOf(String war) {
    return ProcessHandle.current().children()
        .flatMap(child -> Arrays.stream(child.info().arguments().orElse(new String[0])))
        .filter(argument -> argument.endsWith("/" + war)).map(Path::of).findFirst();
  }

  /** On the port and for the password that the server has been told by its environment (pom.xml). */
  private static Database database() throws DeploymentException {
    String url = System.getenv("JIHENG_DB_URL");
    Matcher port = PORT.matcher(url == null ? "" : url);
    if (!port.matches()) {
      throw new DeploymentException("JIHENG_DB_URL, JIHENG_DB_USER and JIHENG_DB_PASSWORD say where the database of the tests will be; Maven sets them");
    }
    try {
      return Ground.database(Integer.parseInt(port.group(1)), System.getenv("JIHENG_DB_PASSWORD"));
    } catch (SQLException failure) {
      throw new DeploymentException("no database for the tests", failure);
    }
  }

  /** The next class finds its war deployed. */
  @Override
  public void undeploy(Archive<?> archive) {}

  @Override
  public void stop() throws LifecycleException {
    try {
      if (running != null) {
        super.undeploy((Archive<?>) null);
      }
      if (copy.isPresent()) {
        Files.delete(copy.get());
        Files.delete(copy.get().getParent());
        Files.delete(copy.get().getParent().getParent());
      }
    } catch (DeploymentException | IOException failure) {
      throw new LifecycleException("the server did not stop", failure);
    } finally {
      super.stop();
    }
  }

  /** Tells Arquillian to use this server. */
  public static final class Extension implements LoadableExtension {
    @Override
    public void register(ExtensionBuilder builder) {
      builder.override(DeployableContainer.class, PayaraMicroDeployableContainer.class, OneServer.class);
    }
  }
}
