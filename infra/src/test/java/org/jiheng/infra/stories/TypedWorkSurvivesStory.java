package org.jiheng.infra.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jiheng.tenants.scope.Role;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nothing a person typed is lost: not by a cut line, an ended session, a restarted server, the back button or a colleague. */
@ExtendWith(Product.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TypedWorkSurvivesStory {

  private static final String GOAL = "goal/actual";
  private static final String STATEMENT = "statement";

  private static Person atAForm(Product product, String username, String project) {
    Person clerk = product.signedIn(username);
    clerk.beginForm(project);
    return clerk;
  }

  @Test
  @Order(1)
  void whatIsTypedWhileTheLineIsCutArrivesWhenItIsBack(Product product) {
    try (Person clerk = atAForm(product, "akqi.clerk", "义务教育营养改善计划专项资金")) {
      clerk.context().setOffline(true);
      clerk.cell(GOAL).fill("断线时写下的情况说明");
      clerk.cell(GOAL).blur();
      clerk.page.waitForTimeout(1500);
      clerk.context().setOffline(false);
      clerk.waitUntilKept();
      clerk.page.reload();
      assertThat(clerk.cell(GOAL)).hasValue("断线时写下的情况说明");
      // a text nobody can read is as good as lost
      clerk.page.waitForFunction("() => [...document.querySelectorAll('textarea[data-cell]')].every(field =>"
          + " field.getClientRects().length === 0 || field.clientHeight > 15 && field.scrollHeight <= field.clientHeight + 2)");
    }
  }

  @Test
  @Order(2)
  void whatIsTypedAfterTheSessionEndedIsThereAfterTheNextSignIn(Product product) {
    try (Person clerk = atAForm(product, "akqi.clerk", "城乡义务教育公用经费补助")) {
      clerk.context().clearCookies(new com.microsoft.playwright.BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
      clerk.cell(GOAL).fill("会话已经过期时写下的说明");
      clerk.cell(GOAL).blur();
      // the page finds out, signs in again by itself and comes back to the same form
      assertThat(clerk.page.locator(".shell-header")).isVisible();
      clerk.page.waitForFunction("() => document.querySelector(\".form-root[data-ready] [data-cell='goal/actual']\")?.value === '会话已经过期时写下的说明'");
      clerk.waitUntilKept();
      clerk.page.reload();
      assertThat(clerk.cell(GOAL)).hasValue("会话已经过期时写下的说明");
    }
  }

  @Test
  @Order(3)
  void theBackButtonLosesNothing(Product product) {
    try (Person clerk = atAForm(product, "akqi.clerk", "校园安防设施建设")) {
      String form = clerk.formAddress();
      clerk.cell(STATEMENT).fill("还没离开这一格就按了后退");
      clerk.page.goBack();
      clerk.open(form);
      assertThat(clerk.cell(STATEMENT)).hasValue("还没离开这一格就按了后退");
      clerk.waitUntilKept();
    }
  }

  @Test
  @Order(4)
  void aTextTheFormCannotTakeStaysInItsCellWithASentence(Product product) {
    try (Person clerk = atAForm(product, "akqi.clerk", "教学仪器设备购置")) {
      clerk.type("budget/total/executed", "三十八万");
      clerk.isTold("“三十八万”不是金额");
      clerk.page.reload();
      assertThat(clerk.cell("budget/total/executed")).hasValue("三十八万");
      clerk.isTold("“三十八万”不是金额");
      clerk.type("budget/total/executed", "38.77");
      assertThat(clerk.page.locator("td.pressing")).hasCount(0);
    }
  }

  @Test
  @Order(5)
  void twoPeopleInOneFormKeepBothTextsAndAreAskedOnlyWhereTheyMeet(Product product) throws Exception {
    product.givePost("akqi.clerk3", Role.UNIT_CLERK, "101001");
    try (Person clerk = atAForm(product, "akqi.clerk", "普通高中国家助学金"); Person colleague = product.signedIn("akqi.clerk3")) {
      colleague.open(clerk.formAddress()).isAtAForm();
      clerk.type(GOAL, "甲写的完成情况");
      // the colleague's page is older than that: what stands there now has not been seen
      colleague.type(GOAL, "乙也写了完成情况");
      assertThat(colleague.page.locator("button[data-wants='theirs']")).containsText("甲写的完成情况");
      colleague.page.locator("button[data-wants='mine']").click();
      assertThat(colleague.page.locator("button[data-wants='theirs']")).hasCount(0);
      colleague.type(STATEMENT, "乙写的其他问题");
      clerk.page.reload();
      assertThat(clerk.cell(GOAL)).hasValue("乙也写了完成情况");
      assertThat(clerk.cell(STATEMENT)).hasValue("乙写的其他问题");
    }
  }

  @Test
  @Order(6)
  void aBlockFromExcelFillsCellsAndAddsLines(Product product) {
    try (Person clerk = atAForm(product, "akqi.clerk", "教师培训专项经费")) {
      int lines = clerk.page.locator("tr[data-line]").count();
      clerk.cell(lineKey(clerk, lines - 1, "level1")).evaluate(PASTE, String.join("\n",
          "产出指标\t数量指标\t新建教室\t≥12间\t12\t20\t\t", "产出指标\t数量指标\t购置课桌椅\t≥480套\t480\t20\t\t", "满意度指标\t服务对象满意度指标\t师生满意度\t≥95%\t97%\t10\t\t"));
      assertThat(clerk.page.locator("tr[data-line]")).hasCount(lines + 2);
      clerk.waitUntilKept();
      clerk.page.reload();
      assertThat(clerk.cell("购置课桌椅", "weight").locator("[data-cell]")).hasValue("20.00");
      assertThat(clerk.cell("师生满意度", "actual").locator("[data-cell]")).hasValue("97%");
      assertThat(clerk.line("师生满意度").locator("td.number").nth(1)).containsText("10.00");
    }
  }

  @Test
  @Order(6)
  void whoAddsALineGoesOnTypingInIt(Product product) {
    try (Person clerk = atAForm(product, "akqi.clerk2", "高素质农民培育")) {
      int lines = clerk.page.locator("tr[data-line]").count();
      clerk.page.click("button[data-wants='add']");
      assertThat(clerk.page.locator("tr[data-line]")).hasCount(lines + 1);
      // its levels are those of the line above
      assertThat(clerk.cell(lineKey(clerk, lines, "level3"))).isFocused();
      clerk.page.keyboard().type("新增指标");
      clerk.page.keyboard().press("Enter");
      clerk.waitUntilKept();
      assertThat(clerk.line("新增指标")).hasCount(1);
    }
  }

  private static final String PASTE = "(field, text) => { const data = new DataTransfer(); data.setData('text/plain', text); field.focus();"
      + "field.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true})); }";

  private static String lineKey(Person person, int line, String column) {
    return "indicator/" + person.page.locator("tr[data-line]").nth(line).getAttribute("data-line") + "/" + column;
  }

  @Test
  @Order(7)
  void aFormSentTwiceAtOnceIsSentOnce(Product product) {
    try (Person clerk = product.signedIn("akto.clerk2"); Person sameAgain = product.signedIn("akto.clerk2")) {
      String form = readyToSend(clerk);
      clerk.open(form);
      sameAgain.open(form);
      clerk.page.locator("#move-submit").evaluate("button => { button.click(); button.click(); }");
      sameAgain.move("submit");
      clerk.sees("单位审核中");
      sameAgain.sees("单位审核中");
      clerk.open(form);
      clerk.page.click("#history");
      assertThat(clerk.page.locator("vaadin-dialog ol li")).hasCount(1);
    }
  }

  /** A form a clerk has filled in so far that it can be sent. */
  private static String readyToSend(Person clerk) {
    clerk.beginForm("高素质农民培育");
    String form = clerk.formAddress();
    clerk.importFile(Path.of("src/test/resources/org/jiheng/infra/stories/published-self-evaluation.json"));
    clerk.takeImport();
    clerk.type("政策知晓率", "deviation", "抽样中两户未答全,下年度入户宣讲。");
    clerk.type(GOAL, "年度任务全部完成。");
    return form;
  }

  /** Last, because every other person's session ends with it. */
  @Test
  @Order(8)
  void whatIsTypedWhileTheServerRestartsIsThereAfterwards(Product product) throws Exception {
    try (Person clerk = atAForm(product, "ulugqat.clerk", "义务教育营养改善计划专项资金")) {
      String form = clerk.formAddress();
      clerk.type(GOAL, "重启之前已经保存");
      product.restartServer(() -> {
        clerk.cell(STATEMENT).fill("服务器重启时写下的内容");
        clerk.cell(STATEMENT).blur();
      });
      clerk.open(form);
      assertThat(clerk.cell(GOAL)).hasValue("重启之前已经保存");
      assertThat(clerk.cell(STATEMENT)).hasValue("服务器重启时写下的内容");
      clerk.waitUntilKept();
      clerk.page.reload();
      assertThat(clerk.cell(STATEMENT)).hasValue("服务器重启时写下的内容");
      assertThat(clerk.pageErrors()).isEmpty();
    }
  }
}
