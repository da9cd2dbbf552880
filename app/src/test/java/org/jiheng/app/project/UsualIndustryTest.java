package org.jiheng.app.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jiheng.app.project.UsualIndustry.Named;
import org.junit.jupiter.api.Test;

/** Which industry is taken for granted of a unit's new project (S5). */
class UsualIndustryTest {

  @Test
  void itIsTheOneMostOfItsProjectsName() {
    UsualIndustry usual = new UsualIndustry(List.of(new Named("101001", "教育", 2), new Named("101001", "信息化", 1)));
    assertThat(usual.of("101001")).contains("教育");
  }

  @Test
  void halfOfThemIsNotMost() {
    UsualIndustry usual = new UsualIndustry(List.of(new Named("101001", "教育", 2), new Named("101001", "信息化", 2)));
    assertThat(usual.of("101001")).isEmpty();
  }

  @Test
  void aUnitThatNamesNoneWorksWhereItsDepartmentWorks() {
    UsualIndustry usual = new UsualIndustry(List.of(new Named("101001", "教育", 2), new Named("101002", "教育", 1), new Named("101002", "信息化", 2)));
    assertThat(usual.of("101003")).contains("教育");
    assertThat(usual.of("101")).contains("教育");
    assertThat(usual.of("101002")).as("its own come first").contains("信息化");
  }

  @Test
  void anotherDepartmentSaysNothingAboutIt() {
    assertThat(new UsualIndustry(List.of(new Named("101001", "教育", 9))).of("102001")).isEmpty();
  }
}
