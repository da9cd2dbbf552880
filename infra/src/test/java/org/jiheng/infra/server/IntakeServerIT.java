package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.assertRefused;
import static org.jiheng.infra.server.Acting.does;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.poi.ss.usermodel.Workbook;
import org.jiheng.app.goal.Goals;
import org.jiheng.app.intake.CellProblem;
import org.jiheng.app.intake.IndicatorColumn;
import org.jiheng.app.intake.Intake;
import org.jiheng.app.intake.IntakePreview;
import org.jiheng.app.intake.IntakePreview.Outcome;
import org.jiheng.app.intake.ProjectColumn;
import org.jiheng.app.intake.Watch;
import org.jiheng.app.review.FormState;
import org.jiheng.tenants.persistence.Schemas;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.Test;

/** A whole library is taken in from one workbook, all of it or nothing, by those whose units it is about. */
class IntakeServerIT extends WholeProduct {

  private static final Jurisdiction HERE = Kizilsu.KASHI;
  private static final Scope OFFICE = Kizilsu.performanceOffice(HERE);
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final List<String> TABLES = List.of("project", "project_rural", "funding_line", "review", "goal", "goal_indicator", "command");

  @Inject
  private Intake intake;

  @Inject
  private Goals goals;

  private final String prefix = "IN" + NUMBER.incrementAndGet() + "-";

  private LibraryFile library(int projects) {
    return new LibraryFile(HERE.code().value(), prefix, 2023, projects, 5);
  }

  private Path sound(int projects) {
    return library(projects).written(_ -> { });
  }

  private IntakePreview preview(Scope person, Path file) {
    return preview(person, file, Optional.of("接续人大已批准的既有预算"));
  }

  private IntakePreview preview(Scope person, Path file, Optional<String> takeOver) {
    return as(person, () -> intake.preview("项目库.xlsx", file, takeOver, Watch.NOBODY));
  }

  private static List<String> rows() {
    return TABLES.stream().map(table -> table + " " + Owner.asked("select count(*) from " + Schemas.of(HERE.code()) + "." + table)).toList();
  }

  private static String asked(String select) {
    return Owner.asked(select.replace("HERE.", Schemas.of(HERE.code()) + "."));
  }

  private static void say(Workbook workbook, int row, ProjectColumn column, String text) {
    workbook.getSheet("项目").getRow(row - 1).createCell(column.ordinal()).setCellValue(text);
  }

  @Test
  void aSoundLibraryIsStoredAsItWasLookedAtWithItsMoneyItsGoalsAndItsTrail() {
    Path file = sound(300);
    IntakePreview seen = preview(OFFICE, file);
    assertThat(seen.problems()).filteredOn(problem -> !problem.warning()).isEmpty();
    assertThat(seen.outcome().entered()).isEqualTo(300);
    assertThat(seen.outcome().indicators()).isEqualTo(1500);
    List<String> before = rows();
    UUID command = UUID.randomUUID();
    assertThat(as(OFFICE, () -> intake.take(command, seen, file, Watch.NOBODY))).isEqualTo(seen.outcome());
    assertThat(rows()).isNotEqualTo(before);

    String mine = " where p.code like '" + prefix + "%'";
    assertThat(asked("select sum(initial_budget) from HERE.project p" + mine)).isEqualTo(seen.outcome().total().toString());
    assertThat(asked("select count(*) from HERE.project p" + mine + " and annual_budget <> (select sum(amount) from HERE.funding_line l "
        + "where l.project = p.id)")).isEqualTo("0");
    assertThat(asked("select count(*) || ' ' || min(r.state) || ' ' || min(g.annual_total - p.annual_budget) || ' ' || min(g.version) from HERE.goal g "
        + "join HERE.review r on r.id = g.id join HERE.project p on p.id = g.project" + mine)).isEqualTo("300 DRAFT 0.00 1");
    assertThat(asked("select count(*) from HERE.goal_indicator i join HERE.goal g on g.id = i.goal join HERE.project p on p.id = g.project" + mine)).isEqualTo("1500");
    assertThat(TrailRows.of(HERE, Intake.SUBJECT + "/" + command)).singleElement().asString()
        .startsWith("IMPORT|DONE||projects 300, goals 300, indicators 1500").contains(seen.digest());
    assertThat(asked("select count(*) from HERE.audit_entry e join HERE.project p on e.subject = 'PROJECT/' || p.id" + mine)).isEqualTo("300");
    assertThat(asked("select count(*) from HERE.audit_entry e join HERE.goal g on e.subject = 'GOAL/' || g.id join HERE.project p on p.id = g.project" + mine))
        .isEqualTo("300");

    UUID goal = UUID.fromString(asked("select g.id from HERE.goal g join HERE.project p on p.id = g.project" + mine + " and p.unit = '101001' order by p.code limit 1"));
    assertThat(as(Kizilsu.clerk(HERE), () -> goals.open(goal)).desk().state()).isEqualTo(FormState.DRAFT);
    assertThat(as(Kizilsu.clerk(HERE), () -> goals.open(goal)).lines()).hasSize(5);
  }

  /** S15, S17: a list is no door beside the gates. */
  @Test
  void fiscalMoneyOfAListIsAskedForAndEntersNoBudget() {
    Path file = sound(20);
    IntakePreview seen = preview(Kizilsu.performanceOffice(HERE), file, Optional.empty());
    assertThat(seen.problems()).filteredOn(problem -> !problem.warning()).isEmpty();
    assertThat(seen.outcome().money()).isEmpty();
    does(OFFICE, () -> intake.take(UUID.randomUUID(), seen, file, Watch.NOBODY));
    String mine = " where p.code like '" + prefix + "%'";
    assertThat(asked("select sum(initial_budget) || ' ' || sum(annual_budget) || ' ' || sum(asked_budget) from HERE.project p" + mine))
        .isEqualTo("0.00 0.00 " + seen.outcome().totalAsked());
    assertThat(asked("select string_agg(distinct kind, ',') from HERE.funding_line l join HERE.project p on p.id = l.project" + mine)).isEqualTo("ASKED");
    assertThat(asked("select min(g.annual_total - p.asked_budget) from HERE.goal g join HERE.project p on p.id = g.project" + mine)).as("goals plan with what is asked for")
        .isEqualTo("0.00");
    assertThat(preview(OFFICE, file, Optional.empty()).outcome().unchanged()).isEqualTo(20);
  }

  @Test
  void onlyFinanceTakesAnExistingBudgetOverAndItsReasonStaysOnRecord() {
    Path file = sound(3);
    assertRefused(() -> preview(Kizilsu.departmentReviewer(HERE), file, Optional.of("接续人大已批准的既有预算")), "intake-takeover-by-finance");
    assertRefused(() -> preview(OFFICE, file, Optional.of("接")), "project-says-why");
    IntakePreview seen = preview(OFFICE, file);
    assertThat(seen.outcome().asked()).isEmpty();
    // nor by who claims to have been shown such a preview
    assertRefused(() -> does(Kizilsu.departmentReviewer(HERE), () -> intake.take(UUID.randomUUID(), seen, file, Watch.NOBODY)), "intake-takeover-by-finance");
    UUID command = UUID.randomUUID();
    does(OFFICE, () -> intake.take(command, seen, file, Watch.NOBODY));
    assertThat(TrailRows.of(HERE, Intake.SUBJECT + "/" + command)).singleElement().asString().endsWith("|接续人大已批准的既有预算");
    assertThat(asked("select string_agg(distinct kind || l.note, ',') from HERE.funding_line l join HERE.project p on p.id = l.project where p.code like '" + prefix + "%'"))
        .isEqualTo("OPENING接续人大已批准的既有预算");
  }

  /** S15, S17: whoever works with the list has no other door. */
  @Test
  void onceTheBudgetListWasBegunNoBudgetOfThatYearOrALaterOneIsTakenOver() {
    Path file = sound(3);
    UUID entry = UUID.randomUUID();
    UUID project = Forms.project(HERE, 2022);
    Owner.told("insert into " + Schemas.of(HERE.code()) + ".budget_entry (id, project, fiscal_year, step, occasion, amount, person, person_name, at) "
        + "values (?, ?, 2022, 'ENTERED', 'OPENING', 1, ?, '预算股', now())", entry, project, entry);
    try {
      assertThat(preview(OFFICE, file).problems()).filteredOn(problem -> !problem.warning()).extracting(CellProblem::sentence)
          .hasSize(3).containsOnly("refusal.intake-takeover-over");
      assertThat(preview(OFFICE, file, Optional.empty()).problems()).filteredOn(problem -> !problem.warning()).isEmpty();
    } finally {
      Owner.told("delete from " + Schemas.of(HERE.code()) + ".budget_entry where id = ?", entry);
    }
    assertThat(preview(OFFICE, file).problems()).filteredOn(problem -> !problem.warning()).isEmpty();
  }

  @Test
  void theSameCommandAndTheSameFileASecondTimeStoreNothing() {
    Path file = sound(20);
    IntakePreview seen = preview(OFFICE, file);
    UUID command = UUID.randomUUID();
    does(OFFICE, () -> intake.take(command, seen, file, Watch.NOBODY));
    List<String> stored = rows();
    does(OFFICE, () -> intake.take(command, seen, file, Watch.NOBODY));
    assertThat(rows()).isEqualTo(stored);
    // what was looked at before is not what there is now
    assertRefused(() -> does(OFFICE, () -> intake.take(UUID.randomUUID(), seen, file, Watch.NOBODY)), "intake-changed-meanwhile");
    assertThat(rows()).isEqualTo(stored);
    IntakePreview again = preview(OFFICE, file);
    assertThat(again.outcome()).isEqualTo(new Outcome(0, 20, 0, 0, Map.of(), Map.of()));
    assertThat(again.takeable()).isFalse();
    assertRefused(() -> does(OFFICE, () -> intake.take(UUID.randomUUID(), again, file, Watch.NOBODY)), "intake-not-takeable");
  }

  @Test
  void whatDiffersFromTheLibraryIsToldAndNotWrittenOver() {
    Path file = sound(3);
    IntakePreview seen = preview(OFFICE, file);
    does(OFFICE, () -> intake.take(UUID.randomUUID(), seen, file, Watch.NOBODY));
    IntakePreview changed = preview(OFFICE, library(3).written(workbook -> say(workbook, 3, ProjectColumn.LEADER, "另一人")));
    assertThat(changed.problems()).filteredOn(one -> !one.warning()).singleElement().satisfies(one -> {
      assertThat(one.row()).isEqualTo(3);
      assertThat(one.column()).isEqualTo("项目负责人");
      assertThat(one.sentence()).isEqualTo("problem.intake.there-and-different");
    });
    assertThat(changed.outcome().unchanged()).isEqualTo(2);
  }

  @Test
  void oneErrorAndNothingIsWritten() {
    Path file = library(300).written(workbook ->
        workbook.getSheet("绩效指标").getRow(1400).createCell(IndicatorColumn.WEIGHT.ordinal()).setCellValue("一成"));
    List<String> before = rows();
    IntakePreview seen = preview(OFFICE, file);
    assertThat(seen.problems()).filteredOn(one -> !one.warning()).singleElement().satisfies(one -> {
      assertThat(one.sheet()).isEqualTo("绩效指标");
      assertThat(one.row()).isEqualTo(1401);
      assertThat(one.column()).isEqualTo("分值");
      assertThat(one.typed()).isEqualTo("一成");
    });
    assertRefused(() -> does(OFFICE, () -> intake.take(UUID.randomUUID(), seen, file, Watch.NOBODY)), "intake-not-takeable");
    // nor by who claims to have seen another preview of it
    IntakePreview claimed = new IntakePreview(seen.fileName(), seen.digest(), seen.takenOver(), new Outcome(300, 0, 300, 1500, seen.outcome().money(), Map.of()), seen.units(), List.of(), 0, 0);
    assertRefused(() -> does(OFFICE, () -> intake.take(UUID.randomUUID(), claimed, file, Watch.NOBODY)), "intake-changed-meanwhile");
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void stoppedInTheMiddleNothingIsLeftBehind() {
    Path file = sound(600);
    IntakePreview seen = preview(OFFICE, file);
    List<String> before = rows();
    long[] stored = new long[1];
    Watch inTheMiddle = new Watch(reached -> stored[0] = reached.stored(), () -> stored[0] > 0);
    assertThatThrownBy(() -> does(OFFICE, () -> intake.take(UUID.randomUUID(), seen, file, inTheMiddle))).isInstanceOf(Watch.StoppedException.class);
    assertThat(stored[0]).isEqualTo(250);
    assertThat(rows()).isEqualTo(before);
    assertThat(asked("select count(*) from HERE.audit_entry where title like '%标段%' and subject in (select 'PROJECT/' || id from HERE.project "
        + "where code like '" + prefix + "%')")).isEqualTo("0");
    // and it goes in afterwards, whole
    assertThat(as(OFFICE, () -> intake.take(UUID.randomUUID(), seen, file, Watch.NOBODY)).entered()).isEqualTo(600);
  }

  @Test
  void aFileThatWasChangedSinceItWasLookedAtIsNotTaken() {
    Path file = sound(3);
    IntakePreview seen = preview(OFFICE, file);
    Path other = library(3).written(workbook -> say(workbook, 2, ProjectColumn.LEADER, "另一人"));
    assertRefused(() -> does(OFFICE, () -> intake.take(UUID.randomUUID(), seen, other, Watch.NOBODY)), "intake-another-file");
  }

  @Test
  void anotherCountysListAndUnitsAreToldAtTheirCells() {
    Path theirs = new LibraryFile(Kizilsu.AKTO.code().value(), prefix, 2023, 2, 5).written(_ -> { });
    assertThat(preview(OFFICE, theirs).problems()).extracting(one -> one.row() + " " + one.column() + " " + one.sentence())
        .contains("2 区划代码 problem.intake.another-jurisdiction", "3 区划代码 problem.intake.another-jurisdiction");
    Path unit = library(2).written(workbook -> say(workbook, 2, ProjectColumn.UNIT, "301001"));
    assertThat(preview(OFFICE, unit).problems()).filteredOn(one -> !one.warning()).extracting(one -> one.row() + " " + one.column() + " " + one.sentence())
        .containsExactly("2 单位编码 problem.intake.unit-unknown");
  }

  @Test
  void aDepartmentTakesInItsOwnUnitsAndNobodyElseAnything() {
    Path all = sound(5);
    IntakePreview ofDepartment = preview(Kizilsu.departmentReviewer(HERE), all, Optional.empty());
    assertThat(ofDepartment.problems()).filteredOn(one -> !one.warning()).hasSize(2).allMatch(one -> one.sentence().equals("problem.intake.unit-not-yours"));
    for (Scope other : List.of(Kizilsu.clerk(HERE), Kizilsu.financeSection(HERE), Kizilsu.auditor(HERE), Kizilsu.systemAdministrator(HERE))) {
      assertRefused(() -> preview(other, all, Optional.empty()), "intake-not-yours");
    }
  }

  @Test
  void whatIsNoWorkbookIsSaidInOneSentence() throws IOException {
    Path text = Files.writeString(Files.createTempFile("no", ".xlsx"), "no workbook");
    assertThat(preview(OFFICE, text).problems()).singleElement().satisfies(one -> assertThat(one.sentence()).isEqualTo("problem.file.not-excel"));
    Path other = library(1).written(workbook -> workbook.setSheetName(workbook.getSheetIndex("绩效指标"), "指标"));
    assertThat(preview(OFFICE, other).problems()).singleElement().satisfies(one -> assertThat(one.sentence()).isEqualTo("problem.intake.sheet-missing"));
  }
}
