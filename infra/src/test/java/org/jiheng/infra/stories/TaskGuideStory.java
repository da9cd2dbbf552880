package org.jiheng.infra.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The performance office says to a task what is asked for (S9) and is told at the field what it fills in wrongly; a unit reads it on its
 * work list and above its form, and finds its work by the search of the shell.
 */
@ExtendWith(Product.class)
class TaskGuideStory {

  private static final String TASK = "2022年度教育系统项目支出绩效自评";

  @Test
  void whatTheOfficeSaysToATaskIsReadWhereTheFormIsFilledIn(Product product) {
    try (Person office = product.signedIn("artux.office"); Person clerk = product.signedIn("artux.clerk")) {
      officeWrites(office);
      clerkReads(clerk);
      clerkSearches(clerk);
      assertThat(clerk.pageErrors()).isEmpty();
      assertThat(office.pageErrors()).isEmpty();
    }
  }

  private static void officeWrites(Person office) {
    office.open("/tasks?year=2022");
    office.page.locator("vaadin-grid a", new Page.LocatorOptions().setHasText(TASK)).click();
    assertThat(office.page.locator(".guide-text")).containsText("年度指标值以批复的绩效目标为准");
    office.picture("task-with-guide");
    office.page.click("#write-guide");
    office.page.locator("vaadin-text-area#guide-text textarea").fill("还没写完");
    office.page.keyboard().press("Escape");
    office.keepsTyped();
    assertThat(office.page.locator("vaadin-text-area#guide-text textarea")).hasValue("还没写完");
    office.page.locator("vaadin-text-area#guide-text textarea").fill("一、指标值以批复的绩效目标为准。\n二、学生人数以 12 月末学籍系统为准。");
    office.picture("write-guide");
    office.page.click("#give");
    assertThat(office.page.locator(".guide-text").first()).containsText("学籍系统");
    office.page.click("#guide-history");
    assertThat(office.page.locator("vaadin-dialog")).containsText("第 1 版");
    office.picture("guide-history");
    office.page.keyboard().press("Escape");

    office.page.click("#change-task");
    Locator due = office.page.locator("vaadin-date-picker#due input");
    due.fill("2023-02-01");
    due.press("Enter");
    office.page.locator("vaadin-text-area#why textarea").fill("提前截止试填");
    office.page.click("#give");
    assertThat(office.page.locator("vaadin-date-picker#due")).hasAttribute("invalid", "");
    assertThat(office.page.locator("vaadin-date-picker#due")).containsText("早于");
    office.picture("task-fields-wrong");
    office.page.keyboard().press("Escape");
    office.page.click("#drop-typed");
    assertThat(office.page.locator("vaadin-date-picker#due")).hasCount(0);
  }

  private static void clerkReads(Person clerk) {
    clerk.open("/");
    Locator guided = clerk.page.locator(".work li").filter(new Locator.FilterOptions().setHas(clerk.page.locator(".guide-link")));
    assertThat(guided.first()).isVisible();
    clerk.picture("home-with-guides");
    guided.locator("a.title[href^='/self-evaluations/']").first().click();
    clerk.isAtAForm();
    Locator guide = clerk.page.locator(".guide");
    assertThat(guide).containsText("编报说明");
    assertThat(guide.locator(".guide-text")).isHidden();
    guide.locator("vaadin-details-summary").focus();
    clerk.page.keyboard().press("Enter");
    assertThat(guide.locator(".guide-text")).isVisible();
    assertThat(guide).containsText("学籍系统");
    clerk.picture("form-with-guide");
  }

  private static void clerkSearches(Person clerk) {
    clerk.open("/?year=2022");
    clerk.page.fill("#search input", "学生营养");
    clerk.page.keyboard().press("Enter");
    assertThat(clerk.page.locator(".search-page")).isVisible();
    clerk.page.fill("#search input", "营养");
    clerk.page.keyboard().press("Enter");
    Locator found = clerk.page.locator(".search-page [data-kind=PROJECT] li");
    assertThat(found.first()).containsText("营养");
    clerk.picture("search");
    clerk.open("/search?q=没有这样的项目&year=2022");
    assertThat(clerk.page.locator(".search-page")).containsText("没有找到");
    clerk.picture("search-nothing");
  }
}
