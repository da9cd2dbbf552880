package org.jiheng.infra.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A form is walked a little; the audit administrator finds every step of it, verifies the chain, exports it and has the file
 * verified without the product, while everybody else is shown nothing and leaves a trace by having tried.
 */
@ExtendWith(Product.class)
class AuditStory {

  private static final String PROJECT = "耕地质量提升";

  @TempDir
  private Path folder;

  @Test
  void whatWasDoneIsFoundVerifiedAndExportedByTheAuditAdministratorAlone(Product product) throws Exception {
    String form;
    try (Person clerk = product.signedIn("artux.clerk2")) {
      clerk.beginForm(PROJECT);
      form = clerk.formAddress().substring("/self-evaluations/".length()).replaceAll("\\?.*", "");
      clerk.type("goal/actual", "第一次填写");
      clerk.type("goal/actual", "第二次填写");
    }
    officeIsDenied(product);
    try (Person audit = product.signedIn("artux.audit")) {
      seesOnlyTheTrail(audit);
      findsTheChange(audit, form);
      findsTheDenial(audit);
      verifies(audit);
      exports(audit);
      assertThat(audit.pageErrors()).isEmpty();
    }
    prefectureSeesItsOwnTrailAlone(product, form);
  }

  private static void officeIsDenied(Product product) {
    try (Person office = product.signedIn("artux.office")) {
      assertThat(office.page.locator(".shell-nav")).not().containsText("审计记录");
      office.open("/audit").isShownNothing();
    }
  }

  private static void seesOnlyTheTrail(Person audit) {
    assertThat(audit.page.locator(".shell-nav")).containsText("审计记录");
    assertThat(audit.page.locator(".shell-nav")).not().containsText("单位自评");
    audit.page.locator(".shell-nav a", new Page.LocatorOptions().setHasText("审计记录")).click();
    assertThat(audit.page.locator("h1")).hasText("审计记录");
    assertThat(rows(audit, "登录").first()).isVisible();
  }

  private static Locator rows(Person audit, String text) {
    return audit.page.locator("vaadin-grid-cell-content").filter(new Locator.FilterOptions().setHasText(text));
  }

  private static void findsTheChange(Person audit, String form) {
    audit.page.locator("#filter-object input").fill(form);
    audit.page.keyboard().press("Enter");
    audit.page.waitForURL(url -> url.contains("object=" + form));
    assertThat(audit.page.locator(".totals")).hasText("共 3 条");
    choose(audit, "act", "修改");
    assertThat(audit.page.locator(".totals")).hasText("共 2 条");
    assertThat(rows(audit, "第二次填写").first()).isVisible();
    audit.page.locator("vaadin-grid a").first().click();
    Locator entry = audit.page.locator("vaadin-dialog").last();
    assertThat(entry).containsText("artux.clerk2");
    assertThat(entry).containsText("127.0.0.1");
    assertThat(entry.locator("table.changes td")).hasText(new String[] {"第一次填写", "第二次填写"});
    audit.picture("audit-entry");
    String address = audit.page.url();
    audit.page.locator("#close-entry").click();
    assertThat(audit.page.locator("table.changes")).hasCount(0);
    assertThat(address).contains("entry=");
  }

  private static void choose(Person audit, String filter, String item) {
    audit.page.locator("vaadin-select#filter-" + filter).click();
    audit.page.locator("vaadin-select-item", new Page.LocatorOptions().setHasText(item)).first().click();
  }

  private static void findsTheDenial(Person audit) {
    audit.open("/audit?outcome=REFUSED&person=artux.office");
    assertThat(rows(audit, "页面 · /audit").first()).isVisible();
    audit.open("/audit?from=2000-01-01&to=2000-01-02");
    assertThat(audit.page.locator(".totals")).hasText("共 0 条");
    audit.open("/audit?from=nonsense&act=NOTHING&entry=1");
    assertThat(audit.page.locator("vaadin-grid a").first()).isVisible();
  }

  private static void verifies(Person audit) {
    audit.open("/audit");
    audit.page.locator("#verify-chain").click();
    audit.page.locator("#close-long-work").click();
    assertThat(audit.page.locator(".audit-standing .sound")).containsText("完整");
    assertThat(audit.page.locator(".audit-standing .sound")).containsText("郭思远");
    audit.picture("audit");
  }

  private void exports(Person audit) throws IOException, InterruptedException {
    Path chain = downloaded(audit, "#export-chain");
    assertThat(chain.getFileName()).hasToString("trail-653001.jsonl");
    Verified intact = verified(chain);
    assertThat(intact.text()).contains("阿图什市").contains("完整:没有改动");
    assertThat(intact.status()).isZero();

    List<String> lines = Files.readAllLines(chain);
    Files.write(chain, lines.stream().map(line -> line.replace("第二次填写", "第二次改写")).toList());
    Verified forged = verified(chain);
    assertThat(forged.status()).isEqualTo(1);
    assertThat(forged.text()).contains("内容在入链后被改动");
    Files.write(chain, lines.subList(0, lines.size() - 1));
    assertThat(verified(chain).text()).contains("被截断");

    audit.open("/audit?act=EXPORT");
    try (Workbook workbook = WorkbookFactory.create(downloaded(audit, "#export").toFile())) {
      assertThat(workbook.getSheetAt(0).getRow(0).getCell(0).getStringCellValue()).isEqualTo("时间");
      assertThat(workbook.getSheetAt(0).getRow(1).getCell(3).getStringCellValue()).isEqualTo("审计记录");
    }
    audit.open("/audit?act=EXPORT&person=artux.audit");
    assertThat(audit.page.locator(".totals")).hasText("共 2 条");
  }

  private Path downloaded(Person audit, String link) {
    Download download = audit.page.waitForDownload(() -> audit.page.locator(link).click());
    Path file = folder.resolve(download.suggestedFilename());
    download.saveAs(file);
    return file;
  }

  private record Verified(int status, String text) {}

  /** By the command, as whoever got the file would. */
  private static Verified verified(Path file) throws IOException, InterruptedException {
    Process process = new ProcessBuilder("./verify-trail", file.toString()).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Verified(process.waitFor(), text);
  }

  private static void prefectureSeesItsOwnTrailAlone(Product product, String form) {
    try (Person prefecture = product.signedIn("kizilsu.audit")) {
      prefecture.open("/audit?object=" + form);
      assertThat(prefecture.page.locator(".totals")).hasText("共 0 条");
      prefecture.open("/audit?person=kizilsu.audit");
      assertThat(rows(prefecture, "登录").first()).isVisible();
    }
  }
}
