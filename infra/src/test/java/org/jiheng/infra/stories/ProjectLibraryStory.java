package org.jiheng.infra.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The library is filled by units, the tree of units kept by the performance office, and what is there twice decided once. */
@ExtendWith(Product.class)
class ProjectLibraryStory {

  private static final String PROJECT = "校园直饮水改造";
  private static final String CONTINUING = "少数民族学生双语辅导";

  @Test
  void aClerkEntersAProjectWithItsMoneyAndASupplementInTheMiddleOfTheYear(Product product) {
    try (Person clerk = product.signedIn("artux.clerk"); Person office = product.signedIn("artux.office")) {
      enters(clerk);
      String project = clerk.formAddress();
      assertThat(clerk.page.locator(".project .status")).containsText("储备");
      assertThat(clerk.page.locator("[data-stage='EX_ANTE'][data-missing='true']")).containsText("未开展");
      clerk.page.click("#add-money");
      clerk.page.locator("#money-amount input").fill("120.5");
      clerk.page.locator("#money-year input").fill("");
      clerk.page.click("#give");
      assertThat(clerk.page.locator("#money-year")).containsText("请填写");
      clerk.page.locator("#money-year input").fill("2023");
      chooses(clerk, "money-kind", "年初预算");
      clerk.page.click("#give");
      assertThat(clerk.page.locator("vaadin-select#money-source")).containsText("单位请选“申报”填写申报数");
      clerk.keep("money-refused-at-its-field");
      chooses(clerk, "money-source", "自筹");
      gives(clerk);
      assertThat(clerk.page.locator(".project .status")).containsText("执行中");
      clerk.page.click("#add-money");
      chooses(clerk, "money-kind", "年中追加");
      chooses(clerk, "money-source", "自筹");
      clerk.page.locator("#money-amount input").fill("30");
      clerk.page.click("#give");
      clerk.isTold("追加、调减请填写文号");
      clerk.page.locator("#money-document input").fill("阿财预〔2023〕18号");
      gives(clerk);
      assertThat(clerk.page.locator("[data-money-of='2023'] tr").last()).containsText("150.50");
      assertThat(clerk.page.locator(".money-lines")).containsText("阿财预〔2023〕18号");
      asks(clerk);
      clerk.keep("project");
      office.open("/projects?year=2023&q=" + PROJECT);
      assertThat(office.page.locator("vaadin-grid a", new Page.LocatorOptions().setHasText(PROJECT))).isVisible();
      assertThat(office.page.locator(".totals")).containsText("150.50");
      office.page.locator(".coverage a[data-stage='EX_ANTE']").click();
      assertThat(office.page).hasURL(Pattern.compile(".*missing=EX_ANTE.*"));
      assertThat(office.page.locator("vaadin-grid a", new Page.LocatorOptions().setHasText(PROJECT))).isVisible();
      office.open("/projects?year=2023");
      assertThat(office.page.locator("vaadin-grid")).containsText("涉密项目,线下管理");
      office.keep("projects");
      office.open(project);
      assertThat(office.page.locator("#add-money")).hasCount(0);
      office.page.click("#mark-project");
      office.page.locator("#key-project input").check();
      office.page.locator("#comment textarea").fill("列入政府民生实事");
      gives(office);
      assertThat(office.page.locator(".form-head")).containsText("重点项目");
      assertThat(clerk.pageErrors()).isEmpty();
      assertThat(office.pageErrors()).isEmpty();
    }
  }

  /** What is asked for stands beside what there is and gives nothing. */
  private static void asks(Person clerk) {
    clerk.page.click("#add-money");
    clerk.page.locator("#money-amount input").fill("200");
    gives(clerk);
    assertThat(clerk.page.locator(".money-lines")).containsText("申报");
    assertThat(clerk.page.locator("[data-money-of='2023'] tr").last()).containsText("200.00");
    assertThat(clerk.page.locator("[data-money-of='2023'] tr").last()).containsText("150.50");
  }

  @Test
  void whatAUnitSaysOfItsProjectCountsWhenFinanceHasConfirmedIt(Product product) {
    try (Person clerk = product.signedIn("artux.clerk"); Person section = product.signedIn("artux.section")) {
      clerk.open("/projects?year=2023");
      clerk.page.click("#enter-project");
      clerk.page.locator("#project-name input").fill(CONTINUING);
      clerk.page.locator("#provisional").locator("input").check();
      clerk.page.locator("#leader input").fill("李明远");
      chooses(clerk, "attribute", "延续");
      clerk.page.click("#give-project");
      clerk.page.waitForURL(Pattern.compile(".*/projects/[0-9a-f-]{36}.*"));
      String project = clerk.formAddress();
      assertThat(clerk.page.locator("#unconfirmed")).hasText("自报延续,未经财政确认,按新增项目把关");
      assertThat(clerk.page.locator("[data-stage='EX_ANTE'][data-missing='true']")).containsText("未开展");
      assertThat(clerk.page.locator("[data-gate='B1'][data-open='false']")).containsText("按新增项目把关");
      assertThat(clerk.page.locator("[data-gate='B2'][data-open='false']")).containsText("没有绩效目标");
      // no earmarked transfer is in it: what gates of fund documents say is none of its business
      assertThat(clerk.page.locator("[data-gate='B3'], [data-gate='B4']")).hasCount(0);
      assertThat(clerk.page.locator("#confirm-CONFIRMED")).hasCount(0);
      section.open("/projects?year=2023&flag=UNCONFIRMED");
      section.page.locator("vaadin-grid a", new Page.LocatorOptions().setHasText(CONTINUING)).first().click();
      section.keep("project-unconfirmed");
      section.page.click("#confirm-CONFIRMED");
      section.page.locator("#comment textarea").fill("2021年起连续实施,有批复");
      gives(section);
      assertThat(section.page.locator("#confirmations")).containsText("2021年起连续实施,有批复");
      assertThat(section.page.locator("#unconfirmed")).hasCount(0);
      section.keep("project-confirmed");
      clerk.open(project);
      assertThat(clerk.page.locator("#unconfirmed")).hasCount(0);
      assertThat(clerk.page.locator("[data-gate='B1'][data-open='true']")).hasCount(1);
      assertThat(clerk.page.locator("[data-stage='EX_ANTE']").first()).containsText("不是新增项目");
      assertThat(clerk.pageErrors()).isEmpty();
      assertThat(section.pageErrors()).isEmpty();
    }
  }

  private static void enters(Person clerk) {
    clerk.open("/projects?year=2023");
    clerk.page.click("#enter-project");
    clerk.page.locator("#project-name input").fill(PROJECT);
    clerk.page.locator("#provisional").locator("input").check();
    clerk.page.click("#give-project");
    clerk.isTold("请填写项目负责人");
    clerk.page.locator("#leader input").fill("李明远");
    clerk.page.locator("#content textarea").fill("更换饮水设备 20 台,改造管路。");
    clerk.keep("project-entry");
    clerk.page.click("#give-project");
    clerk.page.waitForURL(Pattern.compile(".*/projects/[0-9a-f-]{36}.*"));
  }

  private static void chooses(Person person, String field, String what) {
    person.page.locator("vaadin-select#" + field + " vaadin-select-value-button").click();
    person.page.locator("vaadin-select-item:visible", new Page.LocatorOptions().setHasText(what)).first().click();
  }

  private static void gives(Person person) {
    person.page.click("#give");
    assertThat(person.page.locator("vaadin-dialog[opened]")).hasCount(0);
  }

  @Test
  void thePerformanceOfficeMergesTwoUnitsAndSeesWhatGoesOver(Product product) {
    try (Person office = product.signedIn("artux.office")) {
      office.open("/units");
      assertThat(office.page.locator("vaadin-grid")).containsText("第一中学");
      adds(office, "198", "综合事务中心");
      adds(office, "198001", "信息科");
      adds(office, "198002", "后勤科");
      office.page.click("#import-units");
      office.page.locator("vaadin-upload input[type=file]").setInputFiles(new FilePayload("单位.xlsx", "application/octet-stream", "no".getBytes(StandardCharsets.US_ASCII)));
      assertThat(office.page.locator(".import-preview .problem")).isVisible();
      office.page.keyboard().press("Escape");
      office.open("/units?q=198");
      assertThat(office.page.locator("vaadin-grid a", new Page.LocatorOptions().setHasText("后勤科"))).isVisible();
      office.keep("units");
      office.page.locator("vaadin-grid a", new Page.LocatorOptions().setHasText("信息科")).click();
      office.page.click("#merge-unit");
      Locator into = office.page.locator("#into input");
      into.fill("后勤科");
      office.page.locator("vaadin-combo-box-item", new Page.LocatorOptions().setHasText("后勤科")).first().click();
      assertThat(office.page.locator(".prospect")).containsText("项目:0 项转到承继单位");
      office.page.locator("#comment textarea").fill("机构改革,职能合并");
      office.keep("unit-merger");
      gives(office);
      assertThat(office.page.locator(".form-head")).containsText("已停用");
      assertThat(office.page.locator(".unit-changes")).containsText("合并");
      office.keep("unit");
      office.page.fill("#search input", "后勤科");
      office.page.keyboard().press("Enter");
      assertThat(office.page.locator(".search-page")).containsText("198002");
      assertThat(office.pageErrors()).isEmpty();
    }
  }

  private static void adds(Person office, String code, String name) {
    office.page.click("#add-unit");
    office.page.locator("#unit-code input").fill(code);
    office.page.locator("#unit-name input").fill(name);
    office.page.locator("#responsible input").fill("陈立峰");
    Locator from = office.page.locator("#valid-from input");
    from.fill("2023-01-01");
    from.press("Enter");
    assertThat(office.page.locator("vaadin-date-picker[opened]")).hasCount(0);
    office.page.locator("#comment textarea").fill("机构设置批复");
    gives(office);
    assertThat(office.page.locator("vaadin-grid")).containsText(name);
  }

  @Test
  void whatWasCutIntoPiecesIsMergedAndWhatIsNoDuplicateIsLeft(Product product) {
    try (Person office = product.signedIn("artux.office")) {
      office.open("/project-duplicates?year=2023");
      Locator pieces = office.page.locator(".duplicate", new Page.LocatorOptions().setHasText("校舍维修改造"));
      assertThat(pieces).hasCount(1);
      assertThat(pieces).containsText("疑似一事拆分");
      office.keep("duplicates");
      pieces.locator(".merge-pair").click();
      office.page.locator("#comment textarea").fill("同一校舍分两次申报,予以归并");
      gives(office);
      assertThat(office.page.locator(".decided")).containsText("校舍维修改造(二期)");
      Locator alike = office.page.locator(".duplicate", new Page.LocatorOptions().setHasText("班班通设备更新"));
      alike.first().locator(".different-pair").click();
      office.page.locator("#comment textarea").fill("两所学校分别更新");
      gives(office);
      assertThat(office.page.locator(".duplicate", new Page.LocatorOptions().setHasText("班班通设备更新"))).hasCount(0);
      assertThat(office.page.locator(".decided")).containsText("不重复");
      office.keep("duplicates-decided");
      assertThat(office.pageErrors()).isEmpty();
    }
  }
}
