package org.jiheng.infra.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** One person at a browser of their own, and what people do at the screens of Jiheng. */
public final class Person implements AutoCloseable {

  private static final AtomicInteger PICTURES = new AtomicInteger();

  public final Page page;

  private final BrowserContext context;
  private final String address;
  private final String username;
  private final String password;
  private final List<String> pageErrors = new ArrayList<>();

  public Person(BrowserContext context, String address, String username, String password) {
    this.context = context;
    this.address = address;
    this.username = username;
    this.password = password;
    this.page = context.newPage();
    page.onPageError(pageErrors::add);
  }

  // --- coming in and getting about

  public Person signIn() {
    open("/");
    isAskedForPassword();
    page.fill("#username", username);
    page.fill("#password", password);
    page.click("#kc-login");
    assertThat(page.locator(".shell-header")).isVisible();
    return this;
  }

  /** With a password that was given for once: another has to be chosen. */
  public Person signInForTheFirstTime(String newPassword) {
    open("/");
    isAskedForPassword();
    page.fill("#username", username);
    page.fill("#password", password);
    page.click("#kc-login");
    // the provider asks for a new password and, of administrators, a second factor, in an order of its own
    Locator asked = page.locator("#password-new, #mode-manual, .shell-header").first();
    for (int pages = 0; pages < 3; pages++) {
      assertThat(asked).isVisible();
      if (page.locator("#password-new").isVisible()) {
        page.fill("#password-new", newPassword);
        page.fill("#password-confirm", newPassword);
        submit("#password-confirm");
      } else if (page.locator("#mode-manual").isVisible()) {
        page.click("#mode-manual");
        page.fill("#totp", new Authenticator(page.locator("#kc-totp-secret-key").textContent()).code());
        page.fill("#userLabel", "手机");
        submit("#totp");
      }
    }
    assertThat(page.locator(".shell-header")).isVisible();
    return this;
  }

  /** The provider's page is there; what is there instead is said, for a picture does not always outlive the run. */
  public void isAskedForPassword() {
    try {
      assertThat(page.locator("#password")).isVisible();
    } catch (AssertionError elsewhere) {
      throw new AssertionError("not asked for the password at " + page.url() + "; there is: " + page.locator("body").innerText(), elsewhere);
    }
  }

  /**
   * After an act of weight: signs in anew if that is asked for; whoever signed in a moment ago is not asked.
   *
   * @param done what is seen then
   * @return whether it waits to be done again
   */
  public boolean isAskedToProve(Locator done) {
    Locator fresh = page.locator("#fresh-login");
    assertThat(fresh.or(done).first()).isVisible();
    if (!fresh.isVisible()) {
      return false;
    }
    fresh.click();
    isAskedForPassword();
    page.fill("#password", password);
    page.click("#kc-login");
    assertThat(page.locator(".shell-header")).isVisible();
    return true;
  }

  /**
   * Opens the page until it shows this: pages are drawn once, and what is made behind them, like reminders, takes a moment.
   *
   * @throws AssertionError if it is not there after half a minute
   */
  public void reopenUntil(String path, Supplier<Locator> there) {
    for (int looks = 0; looks < 30; looks++) {
      open(path);
      assertThat(page.locator(".page, #password").first()).isVisible();
      if (there.get().count() > 0) {
        return;
      }
      page.waitForTimeout(1_000);
    }
    assertThat(there.get()).not().hasCount(0);
  }

  private void submit(String field) {
    String before = page.url();
    page.locator(field).press("Enter");
    page.waitForCondition(() -> !page.url().equals(before) || page.locator(field).count() == 0);
    page.waitForLoadState();
  }

  public Person open(String path) {
    try {
      page.navigate(address + path);
    } catch (PlaywrightException overtaken) {
      // the page was still on its own way somewhere, back for example
      page.navigate(address + path);
    }
    page.waitForLoadState(LoadState.DOMCONTENTLOADED);
    return this;
  }

  /** Opens a form from the work list by the name of its project. */
  public void openFromWorkList(String project) {
    open("/");
    page.locator(".work a.title", new Page.LocatorOptions().setHasText(project)).click();
    isAtAForm();
  }

  /** The form is drawn and takes what is typed. */
  public void isAtAForm() {
    assertThat(page.locator(".form-root[data-ready] table.official")).isVisible();
  }

  public boolean hasWork(String project) {
    open("/");
    assertThat(page.locator(".home")).isVisible();
    return page.locator(".work a.title", new Page.LocatorOptions().setHasText(project)).count() > 0;
  }

  public String formAddress() {
    return page.url().substring(address.length());
  }

  // --- a form

  public void beginForm(String project) {
    open("/self-evaluations");
    page.click("#begin");
    Locator choice = page.locator("vaadin-combo-box#project input");
    choice.fill(project);
    page.locator("vaadin-combo-box-item", new Page.LocatorOptions().setHasText(project)).first().click();
    page.click("#begin-form");
    page.waitForURL(Pattern.compile(".*/self-evaluations/[0-9a-f-]{36}.*"));
    isAtAForm();
  }

  public Locator cell(String key) {
    return page.locator(".form-root[data-ready] [data-cell='" + key + "']");
  }

  public void type(String key, String text) {
    cell(key).fill(text);
    cell(key).blur();
    waitUntilKept();
  }

  /** The indicator line with this third-level name. */
  public Locator line(String name) {
    return page.locator("tr[data-line]").filter(new Locator.FilterOptions().setHas(
        page.locator("[data-key$='/level3'] [data-text='" + name + "'], [data-key$='/level3'] span.cell-text:text-is('" + name + "')")));
  }

  public Locator cell(String line, String column) {
    return line(line).locator("[data-key$='/" + column + "']");
  }

  public void type(String line, String column, String text) {
    Locator field = cell(line, column).locator("[data-cell]");
    field.fill(text);
    field.blur();
    waitUntilKept();
  }

  /** Until the server has everything that was typed. */
  public void waitUntilKept() {
    page.waitForFunction("() => !Object.keys(localStorage).some(key => key.startsWith('jiheng:typed:'))");
  }

  public void importFile(Path file) {
    page.click("#import");
    page.locator("vaadin-upload input[type=file]").setInputFiles(file);
  }

  public void takeImport() {
    page.locator("#take-import:not([disabled])").click();
    assertThat(page.locator("vaadin-dialog[opened]")).hasCount(0);
  }

  public void move(String move) {
    page.locator("#move-" + move + ":not([disabled])").click();
  }

  public void give(String reason, String comment) {
    page.locator("vaadin-select#reason").click();
    page.locator("vaadin-select-item", new Page.LocatorOptions().setHasText(reason)).click();
    page.locator("vaadin-text-area#comment textarea").fill(comment);
    page.locator("#give-reason:not([disabled])").click();
  }

  public void isAskedWhetherToDropTyped() {
    assertThat(page.locator("#drop-typed")).isVisible();
  }

  /** Answers the question whether to drop what was typed, and is back at it. */
  public void keepsTyped() {
    page.click("#keep-typed");
    assertThat(page.locator("#keep-typed")).hasCount(0);
  }

  public void sees(String state) {
    assertThat(page.locator(".form-head .status")).containsText(state);
  }

  public void isTold(String sentence) {
    assertThat(page.locator("vaadin-notification-card, .findings, .refusal, .problem, .cell-problem")
        .filter(new Locator.FilterOptions().setHasText(sentence)).first()).isVisible();
  }

  public void isShownNothing() {
    assertThat(page.locator(".page h1")).hasText("没有这个页面");
  }

  /** Leaves a picture of what is seen after a step. */
  public void picture(String name, Runnable step) {
    step.run();
    picture(name);
  }

  /** Leaves a picture of this screen. */
  public void picture(String name) {
    screenshot(Path.of("target/stories", name + ".png"));
  }

  private void screenshot(Path file) {
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
  }

  /** Keeps a picture of what is on the screen now. */
  public void keep(String name) {
    screenshot(Path.of("target/stories", username + "-" + name + ".png"));
  }

  public List<String> pageErrors() {
    return pageErrors;
  }

  public BrowserContext context() {
    return context;
  }

  /** Leaves a picture of the last screen, to be looked at when a story ended badly. */
  @Override
  public void close() {
    screenshot(Path.of("target/stories", username + "-" + PICTURES.incrementAndGet() + ".png"));
    context.close();
  }
}
