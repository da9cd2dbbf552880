package org.jiheng.infra.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A transfer on its way down (S18, S20): the prefecture breaks it down to two counties, first so that it does not add up, and is
 * refused with the sentence at the place; mended, it goes down, a county receives its part, breaks it down to a school, and the
 * school sees its money and its goal.
 */
@ExtendWith(Product.class)
class TransferGoesDownStory {

  private static final String NUMBER = "新财社〔2023〕44号";

  @Test
  void aTransferGoesDownWithItsGoalsOnceTheyAddUp(Product product) {
    String document;
    try (Person desk = product.signedIn("kizilsu.oversight"); Person leader = product.signedIn("kizilsu.leader")) {
      document = enters(desk);
      breaksDown(desk);
      isStoppedByTheDifference(desk, leader, document);
      goesDown(desk, leader, document);
      assertThat(desk.pageErrors()).isEmpty();
      assertThat(leader.pageErrors()).isEmpty();
    }
    try (Person county = product.signedIn("artux.office"); Person countyLeader = product.signedIn("artux.leader"); Person clerk = product.signedIn("artux.clerk")) {
      String own = receives(county);
      breaksDownToASchool(county);
      countyLeader.open(own);
      countyLeader.move("send");
      countyLeader.sees("已下达");
      seesItsOwn(clerk);
      assertThat(county.pageErrors()).isEmpty();
      assertThat(clerk.pageErrors()).isEmpty();
    }
    try (Person desk = product.signedIn("kizilsu.oversight"); Person other = product.signedIn("akto.office")) {
      desk.open(document);
      assertThat(part(desk, "阿图什市")).containsText("已回执");
      assertThat(part(desk, "阿克陶县")).containsText("待回执");
      other.open(document).isShownNothing();
    }
  }

  private static String enters(Person desk) {
    desk.open("/transfers?year=2023");
    assertThat(desk.page.locator("vaadin-grid a", new Page.LocatorOptions().setHasText("新财农〔2023〕18号"))).isVisible();
    desk.picture("transfers");
    desk.page.click("#enter-fund");
    desk.page.locator("#fund-number input").fill(NUMBER);
    desk.page.locator("#transfer-name input").fill("困难群众救助补助资金");
    desk.page.locator("#fund-from input").fill("自治区财政厅");
    desk.page.locator("#fund-amount input").fill("一千");
    desk.page.click("#give");
    assertThat(desk.page.locator("#fund-amount")).containsText("不是金额");
    desk.page.locator("#fund-amount input").fill("1000");
    desk.page.click("#give");
    desk.page.waitForURL(Pattern.compile(".*/transfers/[0-9a-f-]{36}.*"));
    desk.sees("待下达");
    desk.isTold("专项转移支付应随文下达绩效目标");
    return desk.formAddress();
  }

  private static Locator part(Person person, String name) {
    return person.page.locator("tr[data-part='" + name + "']");
  }

  private static Locator indicator(Person person, String column) {
    return person.page.locator("tr[data-indicator] [data-cell$='/" + column + "']").first();
  }

  private static void types(Person person, Locator field, String text) {
    field.fill(text);
    field.blur();
    person.waitUntilKept();
  }

  private static void adds(Person person, String... parts) {
    person.page.click("#add-part");
    Dialogs.picksAmongMany(person, "part", parts);
    person.picture("transfer-parts-chosen");
    Dialogs.taken(person);
    for (String part : parts) {
      assertThat(part(person, part)).isVisible();
    }
  }

  private static void breaksDown(Person desk) {
    types(desk, desk.cell("goal/overall"), "保障困难群众基本生活");
    types(desk, desk.cell("goal/regional"), "全州救助困难群众 1.2 万人");
    desk.page.locator("button[data-wants=add]").click();
    types(desk, indicator(desk, "name"), "救助困难群众人数");
    types(desk, indicator(desk, "target"), "≥1.2万人");
    indicator(desk, "main").selectOption("true");
    desk.waitUntilKept();
    adds(desk, "阿图什市", "阿克陶县");
    types(desk, part(desk, "阿图什市").locator("[data-cell$='/amount']"), "600");
    types(desk, part(desk, "阿克陶县").locator("[data-cell$='/amount']"), "400");
    types(desk, part(desk, "阿图什市").locator("[data-cell^='target/']"), "0.7");
  }

  private static void isStoppedByTheDifference(Person desk, Person leader, String document) {
    Locator last = part(desk, "阿克陶县").locator("[data-cell^='target/']");
    types(desk, last, "若干人");
    assertThat(part(desk, "阿克陶县")).containsText("不是可与“≥1.2万人”核对的数值");
    types(desk, last, "4900人");
    assertThat(desk.page.locator("[data-verdict=SHORT]")).hasText("■ 不足");
    desk.isTold("“救助困难群众人数”分解后为 11900人,比上级目标 ≥1.2万人 少 100人。");
    desk.picture("transfer-short");
    leader.open(document);
    assertThat(leader.page.locator("#move-send")).isDisabled();
    leader.isTold("主要数量指标与上级目标不一致:救助困难群众人数。");
    types(desk, last, "5000人");
    assertThat(desk.page.locator("[data-foot=VERDICT][data-verdict=OK]")).hasCount(2);
  }

  private static void goesDown(Person desk, Person leader, String document) {
    assertThat(desk.page.locator("#move-send")).isDisabled();
    desk.isTold("由局领导办理");
    leader.open(document);
    leader.move("send");
    leader.sees("已下达");
    leader.picture("transfer-sent");
  }

  private static String receives(Person county) {
    county.open("/");
    county.page.locator(".work a.title", new Page.LocatorOptions().setHasText(NUMBER)).click();
    Locator line = county.page.locator("vaadin-grid-cell-content", new Page.LocatorOptions().setHasText(NUMBER)).first();
    assertThat(line).isVisible();
    county.picture("transfers-inbox");
    // the checkboxes of a list stand in its order; what came last is first
    county.page.locator("vaadin-grid vaadin-checkbox").nth(1).click();
    county.page.click("#batch-receive");
    county.page.waitForURL(Pattern.compile(".*/transfers/[0-9a-f-]{36}.*"));
    county.sees("待下达");
    assertThat(county.page.locator(".fund-facts")).containsText("克孜勒苏柯尔克孜自治州");
    assertThat(county.page.locator(".fund-tables")).containsText("≥0.7万人");
    return county.formAddress();
  }

  private static void breaksDownToASchool(Person county) {
    adds(county, "阿图什市第一中学");
    types(county, part(county, "阿图什市第一中学").locator("[data-cell$='/amount']"), "600");
    types(county, part(county, "阿图什市第一中学").locator("[data-cell^='target/']"), "7000人");
    assertThat(county.page.locator("[data-foot=VERDICT][data-verdict=OK]")).hasCount(2);
  }

  private static void seesItsOwn(Person clerk) {
    clerk.open("/transfers?year=2023");
    clerk.page.locator("vaadin-grid a", new Page.LocatorOptions().setHasText(NUMBER)).click();
    assertThat(clerk.page.locator("table.figures")).containsText("≥7000人");
    assertThat(clerk.page.locator("table.figures")).containsText("600.00");
    assertThat(clerk.page.locator("#move-send")).hasCount(0);
    clerk.picture("transfer-of-the-unit");
  }
}
