package org.jiheng.infra.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Money in the middle of the year (S12, S16; DOMAIN 15): a unit asks, the gates answer for each project, the budget section supplements
 * one document after the other, and list and project tell the same; what is not evaluated stays out in the middle of the year, too.
 */
@ExtendWith(Product.class)
class SupplementInMidYearStory {

  private static final String TEACHERS = "寄宿生活教师聘用";
  private static final String TRACK = "操场跑道新建";
  private static final String FIRST = "合财预〔2023〕31号";
  private static final String SECOND = "合财预〔2023〕46号";
  private static final int YEAR = 2023;

  @Test
  void aSupplementPassesTheGatesIsAllocatedByItsDocumentAndTheNextOneByAnother(Product product) {
    try (Person clerk = product.signedIn("akqi.clerk"); Person budgetSection = product.signedIn("akqi.budget")) {
      BudgetDesk budget = new BudgetDesk(budgetSection, YEAR);
      String teachers = asks(clerk, TEACHERS, "人员类", "一次性", "24");
      asks(clerk, TRACK, "特定目标类", "新增", "60");
      isKeptOut(budget);
      isSupplemented(budget);
      isSupplementedByAnotherDocument(budget);
      seesBoth(clerk, teachers);
      assertThat(clerk.pageErrors()).isEmpty();
      assertThat(budgetSection.pageErrors()).isEmpty();
    }
  }

  private static String asks(Person clerk, String project, String category, String attribute, String wan) {
    clerk.open("/projects?year=" + YEAR);
    clerk.page.click("#enter-project");
    Dialogs.types(clerk, "project-name", project);
    clerk.page.locator("#provisional input").check();
    Dialogs.chooses(clerk, "category", category);
    Dialogs.chooses(clerk, "attribute", attribute);
    Dialogs.types(clerk, "leader", "徐文静");
    Dialogs.types(clerk, "content", "下半年开学前完成。");
    Dialogs.types(clerk, "investment", wan);
    clerk.page.click("#give-project");
    clerk.page.waitForURL(Pattern.compile(".*/projects/[0-9a-f-]{36}.*"));
    assertThat(clerk.page.locator(".project .status")).hasAttribute("data-state", "RESERVE");
    return clerk.formAddress();
  }

  private static void isKeptOut(BudgetDesk budget) {
    budget.beginsToEnter(TRACK, "60");
    assertThat(budget.person().page.locator("vaadin-select#occasion")).containsText("年中追加");
    Dialogs.refused(budget.person(), "新增项目未开展事前绩效评估,不得进入预算");
    budget.looksAt(TRACK);
    budget.reads("不得进入");
    budget.reads("60.00");
  }

  private static void isSupplemented(BudgetDesk budget) {
    budget.looksAt(TEACHERS);
    budget.reads("可入预算");
    budget.reads("24.00");
    budget.beginsToEnter(TEACHERS, "-12");
    Dialogs.gives(budget.person());
    assertThat(budget.person().page.locator("#amount")).containsText("金额不能为负数");
    Dialogs.types(budget.person(), "amount", "0");
    Dialogs.refused(budget.person(), "入预算金额须大于零");
    Dialogs.types(budget.person(), "amount", "12");
    Dialogs.taken(budget.person());
    budget.reads("已入预算");
    budget.reads("人员类、公用经费不单设项目绩效目标");
    budget.beginsToEnter(TEACHERS, "6");
    Dialogs.refused(budget.person(), "尚未安排,安排后方可再追加");
    budget.beginsToAllocate(TEACHERS, "");
    Dialogs.refused(budget.person(), "请填写文号");
    Dialogs.types(budget.person(), "document", FIRST);
    Dialogs.taken(budget.person());
    budget.reads("已安排");
  }

  private static void isSupplementedByAnotherDocument(BudgetDesk budget) {
    budget.beginsToEnter(TEACHERS, "6");
    Dialogs.taken(budget.person());
    budget.reads("已入预算");
    budget.beginsToAllocate(TEACHERS, FIRST);
    Dialogs.refused(budget.person(), "文号 " + FIRST + " 已用于该项目的一笔追加");
    Dialogs.types(budget.person(), "document", SECOND);
    Dialogs.taken(budget.person());
    budget.reads("已安排");
    budget.reads("年中追加");
    budget.reads("18.00");
    budget.person().picture("supplement-list");
  }

  /** What the list adds up to is what the project has: nothing at the beginning of the year, both supplements now. */
  private static void seesBoth(Person clerk, String project) {
    clerk.open(project);
    assertThat(clerk.page.locator(".project .status")).hasAttribute("data-state", "EXECUTING");
    Locator sum = clerk.page.locator("[data-money-of='" + YEAR + "'] tr").last().locator("td.number");
    assertThat(sum).containsText(new String[] {"0.00", "18.00"});
    Locator lines = clerk.page.locator(".money-lines li").filter(new Locator.FilterOptions().setHasText("年中追加"));
    assertThat(lines).hasCount(2);
    assertThat(clerk.page.locator(".money-lines li", new Page.LocatorOptions().setHasText(FIRST))).containsText("12.00");
    assertThat(clerk.page.locator(".money-lines li", new Page.LocatorOptions().setHasText(SECOND))).containsText("6.00");
    clerk.picture("supplement-project");
  }
}
