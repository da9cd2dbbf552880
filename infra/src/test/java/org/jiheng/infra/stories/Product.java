package org.jiheng.infra.stories;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiheng.infra.demo.Personas;
import org.jiheng.infra.keeper.KeeperSettings;
import org.jiheng.infra.run.Stack;
import org.jiheng.infra.run.StackSettings;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.scope.Role;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The running product and the browsers at it: started once, for all stories of a run. */
public final class Product implements BeforeAllCallback, ParameterResolver {

  private static final ExtensionContext.Namespace STORIES = ExtensionContext.Namespace.create(Product.class);

  /** Milliseconds until something is taken not to come; a loaded machine is slow, and nothing waits longer than it must. */
  private static final double PATIENCE = 60_000;

  private static Running running;

  /** What has to be stopped at the end. */
  private record Running(Stack stack, Playwright playwright, Browser browser) implements AutoCloseable {

    static Running start() {
      String chromium = System.getenv("JIHENG_CHROMIUM");
      if (chromium == null) {
        throw new IllegalStateException("the stories need a browser: run infra/test, which finds or installs one, or set JIHENG_CHROMIUM");
      }
      PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
      Stack stack = Stack.start(StackSettings.temporary(Path.of("..")));
      Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      // as root a browser has no sandbox of its own
      Browser browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(Path.of(chromium))
          .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
      return new Running(stack, playwright, browser);
    }

    @Override
    public void close() {
      browser.close();
      playwright.close();
      stack.close();
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    running = context.getRoot().getStore(STORIES).computeIfAbsent("running", _ -> Running.start(), Running.class);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Product.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return this;
  }

  // --- people

  public Person atTheDoor(String username) {
    return atTheDoor(username, Personas.PASSWORD);
  }

  /** Somebody the demonstration does not know. */
  public Person atTheDoor(String username, String password) {
    Browser.NewContextOptions window = new Browser.NewContextOptions().setLocale("zh-CN").setViewportSize(1366, 768).setAcceptDownloads(true);
    return new Person(running.browser().newContext(window), running.stack().address().toString(), username, password);
  }

  public Person signedIn(String username) {
    return atTheDoor(username).signIn();
  }

  // --- what happens around them

  public void restartServer(Runnable meanwhile) {
    running.stack().restartServer(meanwhile);
  }

  public void endSessionsAtTheProvider(String username) throws IOException {
    running.stack().endSessions(Personas.of(username).id());
  }

  public void endPosts(String username) throws SQLException {
    registry("update platform.membership set valid_until = valid_from where person = ?", Personas.of(username).id());
  }

  public void giveBackPosts(String username) throws SQLException {
    registry("update platform.membership set valid_until = null where person = ?", Personas.of(username).id());
  }

  public void givePost(String username, Role role, String unit) throws SQLException {
    registry("insert into platform.membership (id, person, jurisdiction, unit_prefix, role, valid_from) values (?, ?, ?, ?, ?, date '2020-01-01')",
        Identifiers.next(), Personas.of(username).id(), Personas.of(username).place().code().value(), unit, role.name());
  }

  private static void registry(String sql, Object... values) throws SQLException {
    try (Connection connection = running.stack().migrator().getConnection(); PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.execute();
    }
  }

  /** What holds everybody up who would write somewhere, until it is closed. */
  public interface HeldUp extends AutoCloseable {
    @Override
    void close() throws SQLException;
  }

  /** Whoever writes to this table from now on waits; looking at it goes on. */
  public HeldUp writingHeldUp(String table) throws SQLException {
    Connection connection = running.stack().migrator().getConnection();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("lock table " + table + " in share row exclusive mode");
    }
    return () -> {
      connection.rollback();
      connection.close();
    };
  }

  /** The tables of a county as their owner has them; closed by whoever asked. */
  public Connection tables() throws SQLException {
    return running.stack().migrator().getConnection();
  }

  /** What the commands beside the product work with. */
  public KeeperSettings keeper() {
    return running.stack().keeper();
  }

  public URI address() {
    return running.stack().address();
  }

  /** What stands in the database; the first column of the first row. */
  public String asked(String sql, Object... values) throws SQLException {
    try (Connection connection = running.stack().migrator().getConnection(); PreparedStatement query = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        query.setObject(i + 1, values[i]);
      }
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? row.getString(1) : "";
      }
    }
  }

  /** The form of this project of 2022 in this county. */
  public UUID formOf(String county, String project) throws SQLException {
    try (Connection connection = running.stack().migrator().getConnection(); PreparedStatement statement = connection.prepareStatement(
        "select id from j_" + county + ".review where form_type = 'SELF_EVALUATION' and title = ? and fiscal_year = 2022")) {
      statement.setString(1, project);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getObject(1, UUID.class);
      }
    }
  }

  /** A form of the unit 101001 of this county in this state, of those the demonstration has. */
  public UUID formIn(String county, String state) throws SQLException {
    try (Connection connection = running.stack().migrator().getConnection(); Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select id from j_" + county + ".review where form_type = 'SELF_EVALUATION' and unit = '101001' and fiscal_year = 2022 and state = '"
            + state + "' order by id limit 1")) {
      row.next();
      return row.getObject(1, UUID.class);
    }
  }
}
