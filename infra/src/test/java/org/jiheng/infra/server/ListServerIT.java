package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Kizilsu.AKTO;
import static org.jiheng.infra.server.Kizilsu.ARTUX;
import static org.jiheng.infra.server.Kizilsu.HOSPITAL;
import static org.jiheng.infra.server.Kizilsu.clerk;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jiheng.app.common.Grade;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Score;
import org.jiheng.app.review.FormState;
import org.jiheng.app.selfevaluation.SelfEvaluationList;
import org.jiheng.app.selfevaluation.SelfEvaluationList.Filter;
import org.jiheng.app.selfevaluation.SelfEvaluationList.Line;
import org.jiheng.app.selfevaluation.SelfEvaluations;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.Test;

/** A list shows what the caller may see, filtered and sorted as asked, and is exported as it is shown. */
class ListServerIT extends WholeProduct {

  @Inject
  private SelfEvaluationList list;

  @Inject
  private SelfEvaluations selfEvaluations;

  @Inject
  private Forms forms;

  private final int year = Forms.aYearOfItsOwn();

  private List<UUID> seenBy(Scope person) {
    List<UUID> ids = as(person, () -> list.page(Forms.all(year), 0, 100)).stream().map(Line::id).toList();
    assertThat(as(person, () -> list.totals(Forms.all(year))).forms()).isEqualTo(ids.size());
    return ids;
  }

  @Test
  void eachRoleSeesTheFormsThatAreTheirs() {
    UUID draft = forms.begun(ARTUX, year);
    UUID sent = forms.at(FormState.UNIT_REVIEW, ARTUX, year);
    UUID approved = forms.at(FormState.APPROVED, ARTUX, year);
    UUID project = Forms.project(ARTUX, year, HOSPITAL);
    Scope hospital = Kizilsu.person(ARTUX, "医院填报员", HOSPITAL, Role.UNIT_CLERK);
    UUID ofHospital = as(hospital, () -> selfEvaluations.begin(project));

    assertThat(seenBy(clerk(ARTUX))).containsExactlyInAnyOrder(draft, sent, approved);
    assertThat(seenBy(Kizilsu.approver(ARTUX))).containsExactlyInAnyOrder(draft, sent, approved);
    assertThat(seenBy(hospital)).containsExactly(ofHospital);
    for (Scope reader : List.of(Kizilsu.departmentReviewer(ARTUX), Kizilsu.financeSection(ARTUX), Kizilsu.performanceOffice(ARTUX),
        Kizilsu.auditor(ARTUX), Kizilsu.person(ARTUX, "预算股", "", Role.BUDGET_SECTION), Kizilsu.person(ARTUX, "局领导", "", Role.BUREAU_LEADER))) {
      assertThat(seenBy(reader)).as(reader.caller().name()).containsExactlyInAnyOrder(sent, approved);
    }
    for (Role role : List.of(Role.THIRD_PARTY, Role.EXPERT, Role.PREFECTURE_OVERSIGHT, Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN)) {
      assertThat(seenBy(Kizilsu.person(ARTUX, role.name(), "", role))).as(role.name()).isEmpty();
    }
    for (Scope outsider : List.of(clerk(AKTO), Kizilsu.performanceOffice(AKTO), Kizilsu.oversight(), Kizilsu.clerkOfAnotherUnit(ARTUX),
        Kizilsu.person(ARTUX, "卫健委审核员", Kizilsu.HEALTH, Role.DEPARTMENT_REVIEWER))) {
      assertThat(seenBy(outsider)).as(outsider.caller().name()).isEmpty();
    }
  }

  @Test
  void whoHoldsTwoRolesSeesWhatEitherOfThemSees() {
    UUID draft = forms.begun(ARTUX, year);
    UUID sent = forms.at(FormState.UNIT_REVIEW, ARTUX, year);
    assertThat(seenBy(Kizilsu.person(ARTUX, "兼任", Kizilsu.SCHOOL, Role.DEPARTMENT_REVIEWER, Role.UNIT_CLERK)))
        .containsExactlyInAnyOrder(draft, sent);
  }

  private static Filter filter(Filter all, Optional<FormState> state, Optional<Grade> grade, Optional<Score> below, String text) {
    return new Filter(all.fiscalYear(), state, Optional.empty(), grade, below, text, SelfEvaluationList.Sort.CHANGED, false);
  }

  @Test
  void itIsFilteredByStateGradeScoreAndText() {
    UUID draft = forms.begun(ARTUX, year);
    UUID approved = forms.at(FormState.APPROVED, ARTUX, year);
    Filter all = Forms.all(year);
    assertThat(found(filter(all, Optional.of(FormState.APPROVED), Optional.empty(), Optional.empty(), ""))).containsExactly(approved);
    assertThat(found(filter(all, Optional.empty(), Optional.of(Grade.EXCELLENT), Optional.empty(), ""))).containsExactly(approved);
    assertThat(found(filter(all, Optional.empty(), Optional.of(Grade.POOR), Optional.empty(), ""))).isEmpty();
    assertThat(found(filter(all, Optional.empty(), Optional.empty(), Optional.of(Score.of("99.51")), ""))).containsExactly(approved);
    assertThat(found(filter(all, Optional.empty(), Optional.empty(), Optional.of(Score.of("99.50")), ""))).isEmpty();
    assertThat(found(filter(all, Optional.empty(), Optional.empty(), Optional.empty(), "阿图什"))).containsExactly(approved, draft);
    for (String ofTheUnit : List.of("第一小", Kizilsu.SCHOOL, Kizilsu.EDUCATION, "101001\u0000")) {
      assertThat(found(filter(all, Optional.empty(), Optional.empty(), Optional.empty(), ofTheUnit))).as(ofTheUnit).containsExactly(approved, draft);
    }
    assertThat(found(filter(all, Optional.empty(), Optional.empty(), Optional.empty(), "人民医院"))).isEmpty();
    for (String literal : List.of("%", "_", "!", "' or 1=1 --")) {
      assertThat(found(filter(all, Optional.empty(), Optional.empty(), Optional.empty(), literal))).as(literal).isEmpty();
    }
  }

  private List<UUID> found(Filter filter) {
    return as(clerk(ARTUX), () -> list.page(filter, 0, 100)).stream().map(Line::id).toList();
  }

  @Test
  void pageAfterPageEveryLineIsShownOnceInWhateverOrder() {
    IntStream.range(0, 7).forEach(_ -> forms.begun(ARTUX, year));
    for (SelfEvaluationList.Sort sort : SelfEvaluationList.Sort.values()) {
      Filter filter = new Filter(year, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "", sort, true);
      List<UUID> shown = new ArrayList<>();
      for (int offset = 0; offset < 9; offset += 3) {
        int from = offset;
        as(clerk(ARTUX), () -> list.page(filter, from, 3)).forEach(line -> shown.add(line.id()));
      }
      assertThat(shown).as(sort.name()).hasSize(7).doesNotHaveDuplicates();
    }
  }

  @Test
  void itAddsUpWhatItShows() {
    forms.at(FormState.UNIT_REVIEW, ARTUX, year);
    forms.begun(ARTUX, year);
    assertThat(as(clerk(ARTUX), () -> list.totals(Forms.all(year))))
        .isEqualTo(new SelfEvaluationList.Totals(2, 0, Money.ofYuan("800000"), Money.ofYuan("380000")));
  }

  @Test
  void theExportHoldsTheLinesOfTheListInItsOrder() throws IOException {
    forms.begun(ARTUX, year);
    forms.at(FormState.UNIT_REVIEW, ARTUX, year);
    List<Line> shown = as(clerk(ARTUX), () -> list.page(Forms.all(year), 0, 100));
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    as(clerk(ARTUX), () -> {
      list.export(Forms.all(year), "自评表", List.of("项目编码", "项目名称"), line -> List.of(line.projectCode(), line.title()), file);
      return null;
    });
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file.toByteArray()))) {
      Sheet sheet = workbook.getSheetAt(0);
      List<String> exported = new ArrayList<>();
      sheet.forEach(row -> exported.add(row.getCell(0) + " " + row.getCell(1)));
      assertThat(exported).containsSubsequence(shown.stream().map(line -> line.projectCode() + " " + line.title()).toList());
    }
  }
}
