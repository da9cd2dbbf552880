package org.jiheng.infra.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Money of a transfer on its way to a project and back (S11, S15, S17): a project without evaluation and goal is given none, and the
 * part says which gate is closed; a unit is; the document is withdrawn, and its money is taken back with a reason. How another one was
 * carried out is reported once every figure is there.
 */
@ExtendWith(Product.class)
class TransferIsTakenBackStory {

  private static final String NUMBER = "新财教〔2023〕88号";
  private static final String PROJECT = "智慧校园平台建设";
  private static final String SCHOOL = "阿图什市第一中学";

  @Test
  void aClosedGateStopsTheMoneyAndWhatIsWithdrawnIsTakenBack(Product product) {
    try (Person office = product.signedIn("artux.office"); Person leader = product.signedIn("artux.leader"); Person clerk = product.signedIn("artux.clerk")) {
      String document = enters(office);
      theGatesOfAProjectAreClosed(office, leader, document);
      goesToTheSchool(office, leader, document);
      isWithdrawnAndTakenBack(office, leader, clerk, document);
      isFound(office);
      assertThat(office.pageErrors()).isEmpty();
      assertThat(leader.pageErrors()).isEmpty();
    }
  }

  private static String enters(Person office) {
    office.open("/transfers?year=2023");
    assertThat(office.page.locator("#region-package")).isVisible();
    office.page.click("#enter-fund");
    office.page.locator("#fund-number input").fill(NUMBER);
    office.page.locator("#transfer-name input").fill("教育事业发展补助");
    office.page.locator("#fund-from input").fill("自治区财政厅");
    office.page.locator("#fund-amount input").fill("30");
    office.page.locator("#fund-kind").click();
    office.page.locator("vaadin-select-item", new Page.LocatorOptions().setHasText("一般")).click();
    office.page.click("#give");
    office.page.waitForURL(Pattern.compile(".*/transfers/[0-9a-f-]{36}.*"));
    office.sees("待下达");
    return office.formAddress();
  }

  private static Locator part(Person person, String name) {
    return person.page.locator("tr[data-part='" + name + "']");
  }

  private static void adds(Person office, String name) {
    office.page.click("#add-part");
    Dialogs.picksAmongMany(office, "part", name);
    office.page.click("#give");
    assertThat(office.page.locator("vaadin-dialog[opened]")).hasCount(0);
    Locator amount = part(office, name).locator("[data-cell$='/amount']");
    amount.fill("30");
    amount.blur();
    office.waitUntilKept();
  }

  private static void theGatesOfAProjectAreClosed(Person office, Person leader, String document) {
    adds(office, PROJECT);
    assertThat(part(office, PROJECT)).containsText("绩效目标关口 未通过");
    office.picture("transfer-gate-closed");
    leader.open(document);
    assertThat(leader.page.locator("#move-send")).isDisabled();
    leader.isTold("以下项目未通过预算关口,不得下达资金:" + PROJECT);
  }

  private static void goesToTheSchool(Person office, Person leader, String document) {
    part(office, PROJECT).locator("button[data-wants=remove]").click();
    assertThat(part(office, PROJECT)).hasCount(0);
    adds(office, SCHOOL);
    leader.open(document);
    leader.move("send");
    leader.sees("已下达");
  }

  private static void isWithdrawnAndTakenBack(Person office, Person leader, Person clerk, String document) {
    decides(leader, "withdraw", "自治区收回该项资金");
    leader.sees("已撤回");
    assertThat(part(leader, SCHOOL)).containsText("已撤回 · 资金待收回");
    leader.picture("transfer-withdrawn");
    clerk.open(document);
    assertThat(clerk.page.locator("table.figures")).containsText("已撤回 · 资金待收回");
    office.open("/");
    assertThat(office.page.locator(".work li", new Page.LocatorOptions().setHasText(NUMBER))).containsText("待收回资金");
    decides(leader, "take_back", "按上级通知收回");
    assertThat(part(leader, SCHOOL)).containsText("资金已于");
    leader.picture("transfer-taken-back");
    office.open("/overdue");
    assertThat(office.page.locator("vaadin-grid")).containsText("待办方");
    assertThat(office.page.locator("vaadin-grid")).not().containsText(NUMBER);
    office.picture("transfers-overdue");
  }

  private static void decides(Person leader, String move, String reason) {
    leader.move(move);
    leader.page.locator("#comment textarea").fill(reason);
    leader.page.click("#give");
    assertThat(leader.page.locator("vaadin-dialog[opened]")).hasCount(0);
  }

  private static void isFound(Person office) {
    office.open("/transfers?year=2023");
    office.page.locator("#search input").fill("〔2023〕88号");
    office.page.locator("#search input").press("Enter");
    assertThat(office.page.locator(".search-page [data-kind=FUND_DOCUMENT] li", new Page.LocatorOptions().setHasText(NUMBER)).first()).isVisible();
    office.picture("search-funds");
  }

  @Test
  void whatWasPaidIsWrittenDownAndReportedOnceNothingIsMissing(Product product) {
    try (Person office = product.signedIn("artux.office")) {
      office.open("/transfers/execution?year=2022");
      office.page.locator("vaadin-grid a", new Page.LocatorOptions().setHasText("新财建〔2022〕77号")).click();
      office.page.waitForURL(Pattern.compile(".*/transfers/execution/[0-9a-f-]{36}.*"));
      office.isTold("缺少支付数,不能上报:阿图什市道路运输服务中心。");
      assertThat(office.page.locator("#report-execution")).isDisabled();
      office.picture("transfer-execution");
      assertThat(office.page.locator("table.changes").first()).containsText("尚未登记支付数。");
      office.page.getByLabel("登记 阿图什市道路运输服务中心 的支付数").click();
      office.page.locator("#paid-amount input").fill("39.2");
      office.page.locator("#comment textarea").fill("国库集中支付明细账");
      office.page.click("#give");
      assertThat(office.page.locator("vaadin-dialog[opened]")).hasCount(0);
      office.page.click("#report-execution:not([disabled])");
      assertThat(office.page.locator(".box").filter(new Locator.FilterOptions().setHasText("上报记录"))).containsText("已支付 400.70 万元,执行率 95.40%");
      office.picture("transfer-execution-reported");
      assertThat(office.pageErrors()).isEmpty();
    }
  }
}
