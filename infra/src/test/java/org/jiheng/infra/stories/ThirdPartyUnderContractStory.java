package org.jiheng.infra.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The performance office engages a third party (财监〔2021〕4号): without a declaration nothing, a conflict stops it, another firm is
 * let in, sees what the contract names and nothing else, hands in its report, and is gone at the next click when it is ended.
 */
@ExtendWith(Product.class)
class ThirdPartyUnderContractStory {

  private static final String PROJECT = "体育器材更新";
  private static final String CONTRACT = "阿财绩委〔2023〕9号";
  private static final FilePayload PDF = new FilePayload("独立性声明.pdf", "application/pdf",
      "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));

  @Test
  void aThirdPartySeesExactlyWhatTheContractCoversForExactlyAsLong(Product product) throws Exception {
    UUID named = product.formOf("653001", PROJECT);
    UUID other = product.formIn("653001", "FINANCE_FIRST");
    try (Person office = product.signedIn("artux.office")) {
      String engagement = registers(office);
      needsADeclaration(office);
      isStoppedByAConflict(office);
      engagesAnotherFirm(office);
      makesTheWindowLonger(office);
      try (Person evaluator = product.signedIn("zhonghui.evaluator")) {
        seesItsProjectsAndNothingElse(evaluator, named, other);
        handsInItsReport(evaluator, engagement);
        office.open(engagement);
        assertThat(office.page.locator(".reports")).containsText("工作方案 · 体育器材更新评价工作方案");
        assertThat(office.page.locator(".accesses")).containsText("方卓然 查看表单 " + PROJECT);
        ends(office);
        evaluator.open("/self-evaluations/" + named).isShownNothing();
        evaluator.open(engagement).isShownNothing();
        assertThat(evaluator.pageErrors()).isEmpty();
      }
      assertThat(office.pageErrors()).isEmpty();
    }
  }

  private static String registers(Person office) {
    office.open("/engagements");
    assertThat(office.page.locator("vaadin-grid a", new Page.LocatorOptions().setHasText("阿财绩委〔2023〕3号"))).isVisible();
    office.page.click("#register");
    office.page.locator("#contract input").fill(CONTRACT);
    office.page.locator("#client input").fill("阿图什市财政局");
    chooses(office, "firm", "博远会计师事务所");
    chooses(office, "people", "祁慕白");
    chooses(office, "projects", PROJECT);
    office.page.click("#give-terms");
    office.page.waitForURL(java.util.regex.Pattern.compile(".*/engagements/[0-9a-f-]{36}.*"));
    office.sees("已登记");
    return office.formAddress();
  }

  private static void chooses(Person office, String field, String what) {
    Locator input = office.page.locator("#" + field + " input");
    input.fill(what);
    office.page.locator("vaadin-combo-box-item, vaadin-multi-select-combo-box-item").filter(new Locator.FilterOptions().setHasText(what)).first().click();
    input.press("Tab");
  }

  private static void needsADeclaration(Person office) {
    assertThat(office.page.locator("#move-open")).isDisabled();
    assertThat(office.page.locator("#move-check")).isDisabled();
    office.isTold("尚未提交独立性声明");
    declares(office);
    office.sees("已声明");
    office.isTold("尚未进行利益冲突核查");
  }

  private static void declares(Person office) {
    office.page.click("#move-declare");
    office.page.locator("vaadin-upload input[type=file]").setInputFiles(PDF);
    assertThat(office.page.locator("vaadin-upload-file")).containsText("独立性声明.pdf");
    gives(office);
  }

  private static void gives(Person person) {
    person.page.click("#give");
    assertThat(person.page.locator("vaadin-dialog[opened]")).hasCount(0);
  }

  private static void isStoppedByAConflict(Person office) {
    office.page.locator(".add-party").click();
    office.page.locator("#party-code input").fill("91653022MA7D4E5F65");
    office.page.locator("#party-name input").fill("博远会计师事务所");
    office.page.click("#give");
    assertThat(office.page.locator("#party-code")).containsText("校验码不符");
    office.page.locator("#party-code input").fill("91653022MA7D4E5F64");
    gives(office);
    assertThat(office.page.locator(".party")).containsText("供应或施工单位:博远会计师事务所");
    office.page.click("#move-check");
    assertThat(office.page.locator(".verdict")).hasText("存在利益冲突,不得委托");
    office.sees("已声明");
    assertThat(office.page.locator("#move-open")).isDisabled();
    office.isTold("利益冲突核查未通过");
    office.page.click("#why-check");
    assertThat(office.page.locator("vaadin-dialog").last()).containsText("财监〔2021〕4号");
    office.keep("conflict");
    office.page.keyboard().press("Escape");
  }

  private static void engagesAnotherFirm(Person office) {
    office.page.click("#move-revise");
    chooses(office, "firm", "中汇天山");
    chooses(office, "people", "方卓然");
    office.keep("terms");
    office.page.click("#give-terms");
    office.sees("已登记");
    declares(office);
    office.sees("已声明");
    office.page.click("#move-check");
    office.sees("已核查");
    office.page.click("#move-open");
    office.sees("开放中");
    office.keep("engagement");
  }

  /** It is checked anew, and the days of reporting stay what they are. */
  private static void makesTheWindowLonger(Person office) {
    office.page.click("#move-extend");
    String reports = office.page.locator("#report-until input").inputValue();
    Locator closes = office.page.locator("#closes input");
    String last = LocalDate.parse(closes.inputValue()).plusDays(7).toString();
    closes.fill(last);
    closes.press("Enter");
    // a calendar that is still open takes the next click for itself
    assertThat(office.page.locator("vaadin-date-picker[opened], vaadin-date-picker-overlay[opened]")).hasCount(0);
    office.page.locator("#comment textarea").fill("项目资料未齐,延期一周。");
    office.keep("extension");
    gives(office);
    assertThat(office.page.locator(".form-head .deadline")).containsText(last);
    assertThat(office.page.locator(".engagement")).containsText(" – " + reports);
    assertThat(office.page.locator(".engagement li", new Page.LocatorOptions().setHasText("延长"))).containsText(last + ", " + reports + " → " + reports);
  }

  private static void seesItsProjectsAndNothingElse(Person evaluator, UUID named, UUID other) {
    evaluator.open("/");
    assertThat(evaluator.page.locator(".engaged .title")).hasCount(2);
    assertThat(evaluator.page.locator(".engaged")).containsText("阿财绩委〔2023〕3号");
    evaluator.keep("guest-home");
    evaluator.open("/self-evaluations?year=2022");
    assertThat(evaluator.page.locator(".totals")).containsText("共 4 份");
    for (String project : new String[] {"图书馆藏书补充", "校园文化建设", "实验室建设", PROJECT}) {
      assertThat(evaluator.page.locator("vaadin-grid a", new Page.LocatorOptions().setHasText(project))).isVisible();
    }
    evaluator.keep("guest-list");
    evaluator.open("/self-evaluations/" + named);
    evaluator.sees("单位审核中");
    assertThat(evaluator.page.locator("[data-cell]")).hasCount(0);
    assertThat(evaluator.page.locator(".actions vaadin-button")).hasCount(0);
    evaluator.open("/self-evaluations/" + other).isShownNothing();
    for (String closed : new String[] {"/engagements", "/firms", "/experts", "/rollup"}) {
      evaluator.open(closed).isShownNothing();
    }
  }

  private static void handsInItsReport(Person evaluator, String engagement) {
    evaluator.open(engagement);
    evaluator.page.click("#hand-in");
    evaluator.page.locator("#report-title input").fill("体育器材更新评价工作方案");
    evaluator.page.locator("#report-text textarea").fill("评价指标体系、抽样方案与时间安排见附件。");
    evaluator.page.locator("vaadin-upload input[type=file]").setInputFiles(new FilePayload("方案.pdf", "application/pdf", "not a pdf".getBytes(StandardCharsets.US_ASCII)));
    assertThat(evaluator.page.locator("vaadin-upload-file")).containsText("方案.pdf");
    evaluator.page.click("#give");
    evaluator.isTold("不是完整的 PDF");
    evaluator.page.locator("vaadin-upload-file [part='remove-button']").click();
    evaluator.page.locator("vaadin-upload input[type=file]").setInputFiles(PDF);
    assertThat(evaluator.page.locator("vaadin-upload-file")).containsText("独立性声明.pdf");
    gives(evaluator);
    assertThat(evaluator.page.locator(".reports")).containsText("体育器材更新评价工作方案");
    assertThat(evaluator.page.locator(".accesses")).hasCount(0);
    evaluator.keep("guest-engagement");
  }

  private static void ends(Person office) {
    office.page.click("#move-end");
    office.page.locator("#comment textarea").fill("机构违反合同约定,提前终止。");
    gives(office);
    office.sees("已关闭");
  }

  @Test
  void theRegisterIsKeptByThePrefectureAndReadInTheCounties(Product product) {
    try (Person prefecture = product.signedIn("kizilsu.oversight"); Person office = product.signedIn("akto.office")) {
      prefecture.open("/firms");
      assertThat(prefecture.page.locator("#enter-firm")).isVisible();
      prefecture.keep("firms");
      prefecture.page.locator("vaadin-grid a", new Page.LocatorOptions().setHasText("中汇天山")).click();
      assertThat(prefecture.page.locator(".engagement")).containsText("叶知秋");
      assertThat(prefecture.page.locator(".engagement")).containsText("653022");
      prefecture.keep("firm");
      prefecture.open("/experts");
      assertThat(prefecture.page.locator("vaadin-grid")).containsText("兰若溪");
      office.open("/firms");
      assertThat(office.page.locator("vaadin-grid a", new Page.LocatorOptions().setHasText("中汇天山"))).isVisible();
      assertThat(office.page.locator("#enter-firm")).hasCount(0);
      assertThat(office.pageErrors()).isEmpty();
      assertThat(prefecture.pageErrors()).isEmpty();
    }
  }

  @Test
  void aContractThatIsNotOpenYetOrOverOpensNothing(Product product) throws Exception {
    UUID later = product.formOf("653001", "学校食堂改造");
    UUID before = product.formOf("653001", "运动场改造");
    try (Person evaluator = product.signedIn("zhonghui.evaluator")) {
      evaluator.open("/self-evaluations/" + later).isShownNothing();
      evaluator.open("/self-evaluations/" + before).isShownNothing();
    }
  }
}
