package org.jiheng.infra.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Money for an emergency goes down before its goals (S18, S19): without an exemption it does not; a leader exempts with a reason, the
 * goals are owed on everybody's work list until they follow. At last the document is withdrawn above, and what was broken down below
 * stays to be read.
 */
@ExtendWith(Product.class)
class MoneyForAnEmergencyGoesFirstStory {

  private static final String NUMBER = "新财建〔2023〕77号";
  private static final String SCHOOL = "阿克陶县第一中学";
  private static final String FLOOD = "山洪冲毁校舍,须即时修复";
  private static final String TAKEN_BACK = "自治区收回该项资金";

  @Test
  void moneyForAnEmergencyGoesFirstItsGoalsFollowAndAWithdrawalIsSeenBelow(Product product) {
    try (Person officer = product.signedIn("kizilsu.oversight"); Person boss = product.signedIn("kizilsu.leader")) {
      FundDesk desk = new FundDesk(officer);
      String document = desk.enters(2023, NUMBER, "自然灾害应急修复资金", "100");
      desk.adds("阿克陶县", "100");
      doesNotGoWithoutGoals(officer, boss, document);
      isExemptedForAReason(boss, document);
      goalsAreOwed(desk);
      try (Person office = product.signedIn("akto.office"); Person countyLeader = product.signedIn("akto.leader")) {
        FundDesk county = new FundDesk(office);
        String own = goesOnToTheSchool(county, countyLeader);
        goalsFollow(desk, boss, document);
        isWithdrawn(boss, document);
        theCountySeesWhyAndKeepsWhatItHad(county, own);
        thePrefectureSeesThatItIsTakenBack(desk, countyLeader, document, own);
        assertThat(office.pageErrors()).isEmpty();
        assertThat(countyLeader.pageErrors()).isEmpty();
      }
      assertThat(officer.pageErrors()).isEmpty();
      assertThat(boss.pageErrors()).isEmpty();
    }
  }

  private static void doesNotGoWithoutGoals(Person officer, Person boss, String document) {
    assertThat(officer.page.locator("#move-send")).isDisabled();
    assertThat(officer.page.locator("#move-exempt")).isDisabled();
    officer.isTold("由局领导办理");
    boss.open(document);
    assertThat(boss.page.locator("#move-send")).isDisabled();
    boss.isTold("专项转移支付应随文下达绩效目标");
    boss.picture("emergency-1-without-goals");
  }

  private static void isExemptedForAReason(Person boss, String document) {
    boss.open(document);
    boss.move("exempt");
    Dialogs.chooses(boss, "exemption-kind", "救灾");
    Dialogs.types(boss, "comment", "洪涝");
    Dialogs.refused(boss, "请写明理由,至少 5 个字");
    Dialogs.types(boss, "comment", FLOOD);
    Dialogs.taken(boss);
    assertThat(boss.page.locator(".fund-notice")).containsText("救灾");
    assertThat(boss.page.locator(".fund-notice")).containsText("贺长风");
    assertThat(boss.page.locator(".fund-notice")).containsText(FLOOD);
    boss.move("send");
    boss.sees("已下达");
    assertThat(boss.page.locator(".fund-notice")).containsText("前补报绩效目标");
    boss.picture("emergency-2-exempted");
  }

  private static Locator exempted(Person person, String text) {
    return person.page.locator("vaadin-grid-cell-content", new Page.LocatorOptions().setHasText(text)).first();
  }

  private static void goalsAreOwed(FundDesk desk) {
    desk.person().open("/");
    assertThat(desk.work(NUMBER)).containsText("待补目标");
    desk.person().picture("emergency-3-owed");
    desk.person().open("/transfers/exemptions?year=2023");
    assertThat(exempted(desk.person(), NUMBER)).isVisible();
    assertThat(exempted(desk.person(), FLOOD)).isVisible();
    assertThat(exempted(desk.person(), "贺长风")).isVisible();
    desk.person().picture("emergency-4-exemptions");
  }

  /** The exemption came with the money: the county may send, too, and owes the goals, too. */
  private static String goesOnToTheSchool(FundDesk county, Person countyLeader) {
    String own = county.receives(NUMBER);
    county.person().sees("待下达");
    assertThat(county.person().page.locator(".fund-notice")).containsText(FLOOD);
    county.adds(SCHOOL, "100");
    new FundDesk(countyLeader).decides(own, "send", "", "已下达");
    county.person().open("/");
    assertThat(county.work(NUMBER)).containsText("待补目标");
    return own;
  }

  private static void goalsFollow(FundDesk desk, Person boss, String document) {
    desk.person().open(document);
    desk.person().move("determine");
    Locator day = desk.person().page.locator("#determined-on");
    String today = day.locator("input").inputValue();
    on(day, "2099-01-01");
    desk.person().page.click("#give");
    assertThat(day).containsText("项目确定日期应在收文日期");
    assertThat(Dialogs.isWhole(day)).as("the sentence, above the buttons").isTrue();
    desk.person().picture("emergency-5-no-such-day");
    on(day, today);
    Dialogs.taken(desk.person());
    desk.decides(document, "adjust", "补报绩效目标", "调整中");
    desk.types(desk.person().cell("goal/overall"), "恢复受灾学校教学秩序");
    desk.types(desk.person().cell("goal/regional"), "修复受灾校舍 2000 平方米");
    desk.person().page.locator("button[data-wants=add]").click();
    desk.types(desk.indicator("name"), "修复校舍面积");
    desk.types(desk.indicator("target"), "≥2000平方米");
    desk.indicator("main").selectOption("true");
    desk.person().waitUntilKept();
    desk.types(desk.part("阿克陶县").locator("[data-cell^='target/']"), "2000");
    new FundDesk(boss).decides(document, "send", "", "已下达");
    assertThat(boss.page.locator(".fund-notice")).containsText("补报下达");
    desk.person().open("/");
    assertThat(desk.person().page.locator(".home")).isVisible();
    assertThat(desk.work(NUMBER)).hasCount(0);
    desk.person().picture("emergency-5-followed");
  }

  private static void on(Locator day, String written) {
    day.locator("input").fill(written);
    day.locator("input").press("Enter");
  }

  private static void isWithdrawn(Person boss, String document) {
    new FundDesk(boss).decides(document, "withdraw", TAKEN_BACK, "已撤回");
  }

  /** First the goals that followed reach it, then the withdrawal; what it had broken down is not taken away. */
  private static void theCountySeesWhyAndKeepsWhatItHad(FundDesk county, String own) {
    county.receives(NUMBER);
    county.person().open(own);
    county.person().sees("已撤回");
    assertThat(county.person().page.locator(".fund-notice").first()).containsText(TAKEN_BACK);
    assertThat(county.part(SCHOOL)).containsText("100");
    assertThat(county.person().page.locator("#add-part")).hasCount(0);
    assertThat(county.person().page.locator("[data-cell]")).hasCount(0);
    county.person().picture("emergency-6-withdrawn");
  }

  private static void thePrefectureSeesThatItIsTakenBack(FundDesk desk, Person countyLeader, String document, String own) {
    desk.person().open(document);
    assertThat(desk.part("阿克陶县")).containsText("已撤回 · 由县市收回");
    new FundDesk(countyLeader).decides(own, "take_back", "按州级通知收回", "已撤回");
    desk.person().open(document);
    assertThat(desk.part("阿克陶县")).containsText("收回完毕,共 100.00 万元");
    desk.person().picture("emergency-7-taken-back");
  }
}
