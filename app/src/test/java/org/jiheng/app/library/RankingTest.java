package org.jiheng.app.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiheng.app.common.Rate;
import org.jiheng.app.common.Reason;
import org.junit.jupiter.api.Test;

/** What is suggested while a goal is written, and why (S5). */
class RankingTest {

  private static Ranking.Candidate candidate(String code, LibraryLevel level, String level2, String name, String unit, String industry, boolean common) {
    return new Ranking.Candidate(UUID.randomUUID(), code, level, new Indicator.Names("产出指标", level2, name), unit, industry, common);
  }

  private static final Ranking.Candidate TRAINING = candidate("A", LibraryLevel.PREFECTURE, "数量指标", "培训教师人次", "人次", "教育", true);
  private static final Ranking.Candidate FARMERS = candidate("B", LibraryLevel.PREFECTURE, "数量指标", "培训农民人次", "万人次", "农业", false);
  private static final Ranking.Candidate ROADS = candidate("C", LibraryLevel.PREFECTURE, "数量指标", "新建公路里程", "公里", "交通", false);

  private static List<String> codes(Ranking.Asked asked, Ranking.Candidate... candidates) {
    return Ranking.rank(asked, Stream.of(candidates), 10).stream().map(Suggestion::code).toList();
  }

  @Test
  void theNameCountsMostAndWhatHasNothingInCommonIsNotSuggested() {
    assertThat(codes(new Ranking.Asked("", "教师培训人次", "", ""), ROADS, FARMERS, TRAINING)).containsExactly("A", "B");
    assertThat(codes(new Ranking.Asked("数量指标", "教师培训人次", "交通", "公里"), ROADS)).isEmpty();
  }

  @Test
  void theIndustryDecidesBetweenNamesThatAreAlike() {
    assertThat(codes(new Ranking.Asked("", "培训人次", "农业", ""), TRAINING, FARMERS)).containsExactly("B", "A");
    assertThat(codes(new Ranking.Asked("", "培训人次", "教育", ""), TRAINING, FARMERS)).containsExactly("A", "B");
  }

  @Test
  void ofTwoThatFitAsWellTheNearerComesFirst() {
    Ranking.Candidate own = candidate("Z", LibraryLevel.DEPARTMENT, "数量指标", "新建公路里程", "公里", "交通", false);
    Ranking.Candidate county = candidate("Y", LibraryLevel.COUNTY, "数量指标", "新建公路里程", "公里", "交通", false);
    assertThat(codes(new Ranking.Asked("", "公路里程", "", ""), ROADS, county, own)).containsExactly("Z", "Y", "C");
  }

  @Test
  void everySuggestionSaysWhy() {
    Suggestion best = Ranking.rank(new Ranking.Asked("数量指标", "培训教师人次", "教育", "万人次"), Stream.of(TRAINING), 1).getFirst();
    assertThat(best.points()).isEqualTo(100);
    assertThat(best.reasons()).extracting(Reason::rule).containsExactly(
        "library.name-alike", "library.same-second-level", "library.same-industry", "library.same-unit", "library.common");
    assertThat(best.reasons().getFirst().inputs()).containsEntry("share", "100.00%");
  }

  @Test
  void withoutANameTheRestDecides() {
    assertThat(codes(new Ranking.Asked("数量指标", "", "交通", ""), TRAINING, ROADS)).containsExactly("C", "A");
    assertThat(codes(new Ranking.Asked("", "", "", ""), ROADS)).isEmpty();
  }

  @Test
  void likenessIsTheShareOfPairsInCommon() {
    assertThat(Similarity.of("培训人次", "培训人次")).isEqualTo(Rate.ONE);
    assertThat(Similarity.of("培训人次", "培训(人 次)")).isEqualTo(Rate.ONE);
    assertThat(Similarity.of("培训人次", "新建公路")).isEqualTo(Rate.of("0"));
    assertThat(Similarity.of("", "")).isEqualTo(Rate.of("0"));
    assertThat(Similarity.of("人", "人")).isEqualTo(Rate.ONE);
    // 培训 训人 人次 of three and three pairs: 培训 and 人次 are shared, of 3 + 4
    assertThat(Similarity.of("培训人次", "培训的人次")).isEqualTo(new Rate(new BigDecimal("4").divide(new BigDecimal("7"), 10, RoundingMode.HALF_UP)));
  }
}
