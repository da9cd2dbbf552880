package org.jiheng.infra.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every screen can be used by keyboard and screen reader (WCAG 2.1 AA, checked by axe), in Chinese and in English. */
@ExtendWith(Product.class)
class ScreensAreForEverybodyStory {

  private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");

  /** Of all screens that were looked at, so that one does not hide the next. */
  private final List<String> faults = new ArrayList<>();

  @Test
  void noScreenHasAFaultAxeFinds(Product product) throws Exception {
    try (Person clerk = product.signedIn("artux.clerk"); Person office = product.signedIn("artux.office");
        Person prefecture = product.signedIn("kizilsu.oversight"); Person audit = product.signedIn("artux.audit");
        Person system = product.signedIn("kizilsu.system"); Person guest = product.signedIn("zhonghui.evaluator")) {
      sound(clerk, "/");
      sound(clerk, "/self-evaluations?year=2022");
      sound(clerk, "/self-evaluations/" + product.formIn("653001", "DRAFT"));
      sound(clerk, "/self-evaluations/" + product.formIn("653001", "RETURNED"));
      clerk.page.click("#help");
      sound(clerk, "the help");
      sound(office, "/self-evaluations?year=2022");
      sound(office, "/self-evaluations/" + product.formIn("653001", "APPROVED"));
      sound(prefecture, "/rollup?year=2022");
      sound(prefecture, "/rollup/653001?year=2022");
      sound(audit, "/audit");
      sound(audit, "/audit?act=SIGN_IN&outcome=DONE&from=2020-01-01");
      sound(prefecture, "/there-is-no-such-page");
      sound(system, "/jurisdictions");
      system.page.click("#onboard");
      sound(system, "the dialog of a new county");
      sound(office, "/engagements");
      office.page.click("#register");
      sound(office, "the contract");
      sound(office, "/tasks?year=2022");
      office.page.click("#issue-task");
      sound(office, "the dialog of a task");
      office.open("/tasks?year=2022");
      office.page.click("#from-template");
      sound(office, "the template");
      sound(office, "/overdue");
      sound(office, "/holidays");
      office.page.click("#known-days");
      sound(office, "the holidays of a year");
      sound(office, "/parameters?year=2022");
      office.page.locator("vaadin-grid a").first().click();
      sound(office, "a parameter");
      office.page.click("#change-parameter");
      sound(office, "the dialog of a parameter");
      office.open("/parameters?year=2022&key=task.remind.before");
      office.page.click("#change-parameter");
      sound(office, "a value in rows");
      sound(prefecture, "/parameters?year=2022&level=TEMPLATE");
      sound(clerk, "/notices");
      sound(prefecture, "/firms");
      sound(prefecture, "/experts");
      sound(prefecture, "/library");
      prefecture.page.click("#sharing");
      sound(prefecture, "what is shared of the library");
      sound(clerk, "/library?level=COUNTY");
      clerk.page.locator("vaadin-grid a").first().click();
      sound(clerk, "an indicator");
      clerk.page.click("#close-entry");
      clerk.page.click("#propose");
      sound(clerk, "the proposal of an indicator");
      sound(prefecture, "/transfers?year=2023");
      sound(prefecture, "/transfers/" + product.asked("select id::text from j_653000.fund_document where state = 'DRAFT' order by id limit 1"));
      sound(office, "/transfers/inbox");
      sound(office, "/transfers/exemptions?year=2023");
      sound(office, "/transfers/execution?year=2023");
      sound(guest, "/");
      guest.page.locator(".engaged .title").first().click();
      sound(guest, "the engagement");
      assertThat(faults).isEmpty();
    }
  }

  /** The planning of a year, from the library of projects to its money. */
  @Test
  void noScreenOfPlanningHasAFaultAxeFinds(Product product) throws Exception {
    try (Person clerk = product.signedIn("artux.clerk"); Person office = product.signedIn("artux.office");
        Person section = product.signedIn("artux.section"); Person budget = product.signedIn("artux.budget")) {
      projectsAndUnits(product, clerk, office);
      evaluations(product, clerk, office);
      goals(product, clerk, section);
      sound(budget, "/budget?year=2023");
      new BudgetDesk(budget, 2023).beginsToEnter("学生课后服务补助", "1");
      sound(budget, "the dialog of a budget entry");
      sound(clerk, "/transfers?year=2023");
      sound(clerk, "/search?q=" + URLEncoder.encode("校园", StandardCharsets.UTF_8));
      sound(office, "/tasks/" + product.asked("select id::text from j_653001.task order by id limit 1"));
      assertThat(faults).isEmpty();
    }
  }

  private void projectsAndUnits(Product product, Person clerk, Person office) throws SQLException {
    sound(office, "/projects?year=2023");
    sound(clerk, "/projects/" + product.asked("select id::text from j_653001.project where name = '乡村振兴教育帮扶'"));
    clerk.open("/projects?year=2023");
    clerk.page.click("#enter-project");
    sound(clerk, "the dialog of a project");
    sound(office, "/project-duplicates?year=2023");
    sound(office, "/project-import");
    sound(office, "/units");
    office.page.click("#add-unit");
    sound(office, "the dialog of a unit");
    office.open("/units/101");
    office.page.click("#move-unit");
    sound(office, "the dialog of a unit that is moved");
    sound(office, "/units/101001");
  }

  private void evaluations(Product product, Person clerk, Person office) throws SQLException {
    String form = "select id::text from j_653001.review where form_type = 'EX_ANTE' and title = ?";
    sound(office, "/ex-ante?year=2023");
    sound(clerk, "/ex-ante/" + product.asked(form, "校园安全监控更新"));
    sound(office, "/ex-ante/" + product.asked(form, "智慧课堂系统建设"));
    office.page.click("#conclude");
    sound(office, "the dialog of a conclusion");
    sound(clerk, "/ex-ante-conditions?year=2023");
  }

  private void goals(Product product, Person clerk, Person section) throws SQLException {
    String form = "select id::text from j_653001.review where form_type = 'GOAL' and title = ?";
    sound(clerk, "/goals?year=2022");
    sound(clerk, "/goals/missing?year=2023");
    sound(clerk, "/goals/" + product.asked(form, "学生宿舍取暖设施改造"));
    sound(section, "/goals/" + product.asked(form, "体育器材更新"));
    section.page.click("#sheet");
    sound(section, "the sheet of a goal");
    sound(clerk, "/disclosure?year=2022");
  }

  private void sound(Person person, String place) {
    if (place.startsWith("/") && !person.page.url().endsWith(place)) {
      person.open(place);
    }
    assertThat(person.page.locator("main h1").first()).isVisible();
    List<Rule> found = new AxeBuilder(person.page).withTags(RULES).analyze().getViolations();
    found.forEach(fault -> faults.add(place + " " + fault.getId() + ": " + fault.getNodes().getFirst().getHtml()));
  }

  /** WCAG 2.1, 1.4.13: what the mouse is shown the keyboard is shown, too, and Escape takes it away. */
  @Test
  void theExactYuanIsOneFocusAwayAndGoesWithEscape(Product product) throws Exception {
    try (Person office = product.signedIn("artux.office"); Person clerk = product.signedIn("artux.clerk");
        Person prefecture = product.signedIn("kizilsu.oversight")) {
      prefecture.open("/rollup?year=2022");
      Locator budget = prefecture.page.locator("tr[data-county='653001'] td[data-hint]").first();
      budget.focus();
      shownAndDismissed(prefecture, budget);
      budget.blur();
      prefecture.picture("hint-rollup", () -> budget.focus());

      office.open("/self-evaluations/" + product.formIn("653001", "APPROVED")).isAtAForm();
      Locator read = office.page.locator("td[data-key='budget/total/annual']");
      read.focus();
      shownAndDismissed(office, read);

      clerk.open("/self-evaluations/" + product.formIn("653001", "DRAFT")).isAtAForm();
      Locator typed = clerk.cell("budget/total/annual");
      String text = typed.inputValue();
      typed.fill("12345");
      typed.focus();
      shownAndDismissed(clerk, typed);
      assertThat(typed.inputValue()).as("the first Escape is for the bubble alone").isEqualTo("12345");
      typed.fill(text);
      clerk.waitUntilKept();

      office.open("/self-evaluations?year=2022");
      assertThat(office.page.locator("vaadin-grid [data-hint$='元']").first()).isVisible();
      office.page.locator("vaadin-grid [data-hint$='元']").first().click();
      office.page.keyboard().press("ArrowDown");
      assertThat(office.page.locator("#hint")).hasText(YUAN);
      office.page.mouse().move(5, 5);
      office.picture("hint-list", () -> office.page.keyboard().press("ArrowDown"));
    }
  }

  private static final Pattern YUAN = Pattern.compile("[0-9,]+\\.[0-9]{2} 元");

  private static void shownAndDismissed(Person person, Locator focused) {
    Locator bubble = person.page.locator("#hint");
    assertThat(bubble).hasText(YUAN);
    assertThat(focused).hasAttribute("aria-describedby", Pattern.compile(".*hint.*"));
    person.page.keyboard().press("Escape");
    assertThat(bubble).isHidden();
    assertThat(focused).isFocused();
  }

  @Test
  void aPersonMayWorkInEnglishAndGoBack(Product product) {
    try (Person clerk = product.signedIn("artux.clerk")) {
      clerk.open("/");
      switchLanguage(clerk, "English");
      assertThat(clerk.page.locator(".shell-nav")).containsText("Self-evaluation");
      assertThat(clerk.page.locator("html")).hasAttribute("lang", "en");
      switchLanguage(clerk, "中文");
      assertThat(clerk.page.locator(".shell-nav")).containsText("单位自评");
    }
  }

  private static void switchLanguage(Person clerk, String language) {
    clerk.page.locator(".shell-header vaadin-menu-bar-button").first().click();
    clerk.page.locator("vaadin-menu-bar-item", new com.microsoft.playwright.Page.LocatorOptions().setHasText(language)).last().click();
  }
}
