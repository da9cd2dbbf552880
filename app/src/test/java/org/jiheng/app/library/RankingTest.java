package org.jiheng.app.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiheng.app.common.Reason;
import org.junit.jupiter.api.Test;

/** What is suggested while a goal is written, and why (S5). */
class RankingTest {

  private static Ranking.Candidate candidate(String code, LibraryLevel level, String level2, String name, String unit, String industry, boolean common) {
    return new Ranking.Candidate(UUID.randomUUID(), code, level, "", new Indicator.Names("产出指标", level2, name), unit, industry, "", common);
  }

  private static final Ranking.Candidate TRAINING = candidate("A", LibraryLevel.PREFECTURE, "数量指标", "培训教师人次", "人次", "教育", true);
  private static final Ranking.Candidate FARMERS = candidate("B", LibraryLevel.PREFECTURE, "数量指标", "培训农民人次", "万人次", "农业", false);
  private static final Ranking.Candidate ROADS = candidate("C", LibraryLevel.PREFECTURE, "数量指标", "新建公路里程", "公里", "交通", false);

  private static List<String> codes(Meant asked, Ranking.Candidate... candidates) {
    return Ranking.rank(asked, Stream.of(candidates), 10).stream().map(Suggestion::code).toList();
  }

  @Test
  void theNameCountsMostAndWhatHasNothingInCommonIsNotSuggested() {
    assertThat(codes(new Meant("", "教师培训人次", "", "", "", ""), ROADS, FARMERS, TRAINING)).containsExactly("A", "B");
    assertThat(codes(new Meant("数量指标", "教师培训人次", "交通", "", "公里", ""), ROADS)).isEmpty();
  }

  @Test
  void theIndustryDecidesBetweenNamesThatAreAlike() {
    assertThat(codes(new Meant("", "培训人次", "农业", "", "", ""), TRAINING, FARMERS)).containsExactly("B", "A");
    assertThat(codes(new Meant("", "培训人次", "教育", "", "", ""), TRAINING, FARMERS)).containsExactly("A", "B");
  }

  @Test
  void ofTwoThatFitAsWellTheNearerComesFirst() {
    Ranking.Candidate own = candidate("Z", LibraryLevel.DEPARTMENT, "数量指标", "新建公路里程", "公里", "交通", false);
    Ranking.Candidate county = candidate("Y", LibraryLevel.COUNTY, "数量指标", "新建公路里程", "公里", "交通", false);
    assertThat(codes(new Meant("", "公路里程", "", "", "", ""), ROADS, county, own)).containsExactly("Z", "Y", "C");
  }

  @Test
  void everySuggestionSaysWhy() {
    Ranking.Candidate own = new Ranking.Candidate(UUID.randomUUID(), "D", LibraryLevel.DEPARTMENT, "101",
        new Indicator.Names("产出指标", "数量指标", "培训教师人次"), "人次", "教育", "205", true);
    Suggestion best = Ranking.rank(new Meant("数量指标", "培训教师人次", "教育", "2050803", "万人次", "101"), Stream.of(own), 1).getFirst();
    assertThat(best.points()).isEqualTo(100);
    assertThat(best.reasons()).extracting(Reason::rule).containsExactly("library.name-alike", "library.same-second-level", "library.same-industry",
        "library.same-function", "library.same-unit", "library.own-department", "library.common");
    assertThat(best.reasons().getFirst().inputs()).containsEntry("share", "100.00%");
  }

  @Test
  void aFunctionalClassCountsForTheProjectsBelowItAndNoOthers() {
    Ranking.Candidate schools = new Ranking.Candidate(UUID.randomUUID(), "S", LibraryLevel.COUNTY, "", new Indicator.Names("产出指标", "数量指标", "维修间数"),
        "间", "", "20502", false);
    assertThat(codes(new Meant("", "", "", "2050202", "", ""), schools)).containsExactly("S");
    assertThat(codes(new Meant("", "", "", "2050302", "", ""), schools)).isEmpty();
    assertThat(codes(new Meant("", "", "", "205", "", ""), schools)).as("whatever of 205, perhaps no school").isEmpty();
    assertThat(codes(new Meant("", "", "", "", "", ""), schools)).isEmpty();
  }

  @Test
  void withoutANameTheRestDecides() {
    assertThat(codes(new Meant("数量指标", "", "交通", "", "", ""), TRAINING, ROADS)).containsExactly("C", "A");
    assertThat(codes(new Meant("", "", "", "", "", ""), ROADS)).isEmpty();
  }
}
