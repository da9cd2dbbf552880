package org.jiheng.infra.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.sql.Connection;
import java.util.Map;
import java.util.UUID;
import org.jiheng.infra.server.LargeCounty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Lists of ten thousand projects open, scroll to their end and are filtered. In a year nobody else looks at; what it needs goes again. */
@ExtendWith(Product.class)
class ListsOfThousandsStory {

  private static final String COUNTY = "j_653024";
  private static final int YEAR = 2031;
  private static final int PROJECTS = 10_000;

  @BeforeEach
  void thousands(Product product) throws Exception {
    try (Connection tables = product.tables()) {
      UUID nobody = new UUID(0, 1);
      LargeCounty.fill(tables, COUNTY, new LargeCounty.Size(PROJECTS, YEAR, false), Map.of("template", "{}", "need", ""),
          Map.of("clerk", nobody, "reviewer", nobody, "office", nobody, "leader", nobody));
    }
  }

  @AfterEach
  void gone(Product product) throws Exception {
    try (Connection tables = product.tables()) {
      LargeCounty.empty(tables, COUNTY);
    }
  }

  private static Locator row(Person person, String project) {
    return person.page.locator("vaadin-grid a", new Page.LocatorOptions().setHasText(project));
  }

  private static void scrollsTo(Person person, int line) {
    person.page.locator("vaadin-grid").evaluate("(grid, line) => grid.scrollToIndex(line)", line);
  }

  @Test
  void theOfficeLooksThroughTenThousandProjects(Product product) {
    try (Person office = product.signedIn("ulugqat.office")) {
      office.open("/");
      assertThat(office.page.locator(".work li")).hasCount(100);
      office.keep("home-of-thousands");

      office.open("/budget?year=" + YEAR);
      assertThat(office.page.locator(".totals")).containsText(String.valueOf(PROJECTS));
      assertThat(row(office, "第0号")).isVisible();
      scrollsTo(office, PROJECTS - 1);
      assertThat(row(office, "第9999号")).isVisible();
      scrollsTo(office, PROJECTS / 2);
      assertThat(row(office, "第5000号")).isVisible();
      office.keep("budget-of-thousands");
      office.open("/budget?year=" + YEAR + "&standing=MAY_NOT_ENTER&q=水库");
      assertThat(row(office, "水库").first()).isVisible();
      assertThat(office.page.locator("vaadin-grid-cell-content", new Page.LocatorOptions().setHasText("■").setHasNotText("○")).first()).isVisible();

      office.open("/projects?year=" + YEAR);
      assertThat(office.page.locator(".totals")).containsText(String.valueOf(PROJECTS));
      scrollsTo(office, PROJECTS - 1);
      assertThat(row(office, "第9999号")).isVisible();
      office.keep("library-of-thousands");
      office.page.locator(".coverage a[data-stage='GOAL']").click();
      // every third has an ex-ante evaluation and no goal yet
      assertThat(row(office, "第1号")).isVisible();
      assertThat(row(office, "第0号")).hasCount(0);
      assertThat(office.pageErrors()).isEmpty();
    }
  }
}
