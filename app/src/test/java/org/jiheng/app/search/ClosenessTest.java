package org.jiheng.app.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jiheng.app.search.Found.Hit;
import org.junit.jupiter.api.Test;

/** What is called just as somebody typed it stands before what begins so, and that before what only has it in it. */
class ClosenessTest {

  private static final Wanted SCHOOL = new Wanted(" 第一中学 ", 2023, 3);

  private static Hit hit(String title, String code) {
    return new Hit(title, 2023, title, "", code);
  }

  @Test
  void theSameStandsBeforeWhatBeginsSoAndThatBeforeWhatContainsIt() {
    Found found = new Found("UNIT", List.of(hit("阿图什市第一中学", "1"), hit("第一中学食堂", "2"), hit("第一中学", "3"), hit("新第一中学", "4")), 4);
    Found limited = Search.limited(found, SCHOOL);
    assertThat(limited.hits()).extracting(Hit::title).containsExactly("第一中学", "第一中学食堂", "阿图什市第一中学");
    assertThat(limited.count()).as("those that are not shown count, too").isEqualTo(4);
  }

  @Test
  void aCodeIsAsGoodAsAName() {
    Wanted code = new Wanted("101001", 2023, 10);
    assertThat(hit("第一中学", "101001").closeness(code)).isEqualTo(Closeness.SAME);
    assertThat(hit("第一中学食堂", "101001003").closeness(code)).isEqualTo(Closeness.BEGINS);
    assertThat(hit("项目 101001", "9").closeness(code)).isEqualTo(Closeness.CONTAINS);
  }

  @Test
  void whatIsLookedForIsWithoutSpacesAroundItAndNotLongerThanANameCanBe() {
    assertThat(SCHOOL.text()).isEqualTo("第一中学");
    assertThat(new Wanted("   ", 2023, 3).anything()).isFalse();
    assertThat(new Wanted("长".repeat(5000), 2023, 3).text()).hasSize(Wanted.LONGEST);
  }

  @Test
  void aConditionAsksNamesAnywhereAndCodesAtTheirBeginning() {
    assertThat(SCHOOL.condition(List.of("p.name"), List.of("p.code")))
        .isEqualTo("(p.name like :wantedPart escape '!' or p.code like :wantedStart escape '!')");
    assertThat(SCHOOL.closeness(List.of("p.name"), List.of()))
        .isEqualTo("case when p.name = :wantedWhole then 0 when p.name like :wantedStart escape '!' then 1 else 2 end");
  }
}
