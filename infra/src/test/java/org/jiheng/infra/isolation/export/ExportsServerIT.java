package org.jiheng.infra.isolation.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Kizilsu.AKTO;
import static org.jiheng.infra.server.Kizilsu.ARTUX;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jiheng.app.budget.BudgetList;
import org.jiheng.app.calendar.TaskKind;
import org.jiheng.app.calendar.TaskScope;
import org.jiheng.app.calendar.TaskTerms;
import org.jiheng.app.common.Words;
import org.jiheng.app.document.TableWorkbook;
import org.jiheng.app.goal.GoalExchange;
import org.jiheng.app.goal.GoalList;
import org.jiheng.app.library.LibraryDesk;
import org.jiheng.app.library.LibraryExchange;
import org.jiheng.app.library.LibraryField;
import org.jiheng.app.library.LibraryFilter;
import org.jiheng.app.parameter.ParameterDesk;
import org.jiheng.app.parameter.ParameterFilter;
import org.jiheng.app.parameter.ParameterLevel;
import org.jiheng.app.parameter.ParameterLine;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.selfevaluation.SelfEvaluationExchange;
import org.jiheng.app.task.LateLine;
import org.jiheng.app.task.LateList;
import org.jiheng.app.task.Tasks;
import org.jiheng.app.transfer.FundExecutions;
import org.jiheng.app.transfer.FundList;
import org.jiheng.infra.server.Contracts;
import org.jiheng.infra.server.ExAntes;
import org.jiheng.infra.server.Forms;
import org.jiheng.infra.server.Funds;
import org.jiheng.infra.server.GoalForms;
import org.jiheng.infra.server.Kizilsu;
import org.jiheng.infra.server.Owner;
import org.jiheng.infra.server.WholeProduct;
import org.jiheng.tenants.audit.AuditTrail;
import org.jiheng.tenants.audit.TrailFilter;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.NoScopeException;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.Test;

/** A file that is taken out of the product holds the own county's forms, and there is no file of a foreign one. */
class ExportsServerIT extends WholeProduct {

  @Inject
  private SelfEvaluationExchange exchange;

  @Inject
  private GoalExchange goalExchange;

  @Inject
  private GoalList goals;

  @Inject
  private GoalForms goalForms;

  @Inject
  private BudgetList budget;

  @Inject
  private LateList late;

  @Inject
  private Tasks tasks;

  @Inject
  private ParameterDesk parameters;

  @Inject
  private LibraryExchange library;

  @Inject
  private LibraryDesk libraryDesk;

  @Inject
  private FundList funds;

  @Inject
  private FundExecutions executions;

  @Inject
  private Funds documents;

  @Inject
  private AuditTrail trail;

  @Inject
  private Forms forms;

  private final int year = Forms.aYearOfItsOwn();

  @Test
  void anExportedListHoldsTheOwnCountysForms() throws IOException {
    UUID ours = forms.at(FormState.APPROVED, ARTUX, year);
    UUID theirs = forms.at(FormState.APPROVED, AKTO, year);
    assertThat(forms.exportedBy(Kizilsu.performanceOffice(ARTUX), year)).contains(ours.toString()).doesNotContain(theirs.toString());
    assertThat(forms.exportedBy(Kizilsu.performanceOffice(AKTO), year)).contains(theirs.toString()).doesNotContain(ours.toString());
    assertThat(forms.exportedBy(Kizilsu.oversight(), year)).doesNotContain(ours.toString(), theirs.toString());
  }

  @Test
  void thereIsNoFileOfAForeignForm() {
    UUID theirs = forms.begun(AKTO, year);
    for (Scope foreign : new Scope[] {Kizilsu.clerk(ARTUX), Kizilsu.performanceOffice(ARTUX), Kizilsu.oversight(), Kizilsu.clerkOfAnotherUnit(AKTO)}) {
      assertThatThrownBy(() -> as(foreign, () -> exchange.template(theirs))).as(foreign.caller().name()).isInstanceOf(NoSuchFormException.class);
    }
  }

  private interface Writing {
    void to(OutputStream out) throws IOException;
  }

  /** Everything that stands in the cells of the file the person takes out. */
  private static List<String> taken(Scope person, Writing writing) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    as(person, () -> {
      writing.to(file);
      return null;
    });
    List<String> cells = new ArrayList<>();
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file.toByteArray()))) {
      workbook.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> cells.add(String.valueOf(cell)))));
    }
    return cells;
  }

  private static void isRefused(Scope person, Writing writing) {
    assertThatThrownBy(() -> taken(person, writing)).as(person.caller().name() + " of " + person.jurisdiction().name()).isInstanceOf(NoSuchFormException.class);
  }

  @Test
  void goalsAreTheOwnCountys() throws IOException {
    UUID ours = goalForms.begun(ARTUX, Forms.project(ARTUX, year));
    UUID theirs = goalForms.begun(AKTO, Forms.project(AKTO, year));
    GoalList.Filter all = new GoalList.Filter(year, Optional.empty(), Optional.empty(), Optional.empty(), false, "", GoalList.Sort.UNIT, true);
    Writing list = out -> goals.export(all, "绩效目标", List.of("标识"), line -> List.of(line.id()), out);
    assertThat(taken(Kizilsu.clerk(ARTUX), list)).contains(ours.toString()).doesNotContain(theirs.toString());
    assertThat(taken(Kizilsu.clerk(AKTO), list)).contains(theirs.toString()).doesNotContain(ours.toString());
    for (Scope foreign : List.of(Kizilsu.clerk(ARTUX), Kizilsu.performanceOffice(ARTUX), Kizilsu.oversight())) {
      isRefused(foreign, out -> out.write(goalExchange.workbook(theirs)));
    }
  }

  @Test
  void theBudgetListIsTheOwnCountys() throws IOException {
    UUID ours = ExAntes.newProject(ARTUX, year, "SUBSIDY");
    UUID theirs = ExAntes.newProject(AKTO, year, "SUBSIDY");
    BudgetList.Filter all = new BudgetList.Filter(year, Optional.empty(), Optional.empty(), "");
    Writing list = out -> budget.export(all, "预算清单", List.of("标识"), line -> List.of(line.project()), out);
    assertThat(taken(ExAntes.budgetSection(ARTUX), list)).contains(ours.toString()).doesNotContain(theirs.toString());
    assertThat(taken(ExAntes.budgetSection(AKTO), list)).contains(theirs.toString()).doesNotContain(ours.toString());
    isRefused(Kizilsu.clerk(ARTUX), list);
  }

  private UUID issued(Jurisdiction where, String title) {
    Scope office = Kizilsu.performanceOffice(where);
    does(office, () -> assertThat(tasks.issue(new TaskTerms(year, TaskKind.SELF_EVALUATION, title, Contracts.TODAY.minusDays(40), Contracts.TODAY.minusDays(10),
        Optional.empty(), TaskScope.ALL, Set.of()))).isEmpty());
    return as(office, () -> tasks.list(year)).getFirst().task().id();
  }

  private void noTaskIsLeft() {
    for (String schema : List.of("j_653001", "j_653022")) {
      Owner.told("delete from " + schema + ".task_unit where task in (select id from " + schema + ".task where fiscal_year = ?)", year);
      Owner.told("delete from " + schema + ".reminder where fiscal_year = ?", year);
      Owner.told("delete from " + schema + ".task where fiscal_year = ?", year);
    }
  }

  @Test
  void tasksAndWhatIsLateAreTheOwnCountys() throws IOException {
    Forms.project(ARTUX, year);
    Forms.project(AKTO, year);
    UUID ours = issued(ARTUX, "阿图什的自评任务" + year);
    UUID theirs = issued(AKTO, "阿克陶的自评任务" + year);
    try {
      Scope office = Kizilsu.performanceOffice(ARTUX);
      assertThat(taken(office, out -> late.export(late.lines(), "逾期清单", List.of("名称"), line -> List.of(line.title()), out)).toString())
          .contains("阿图什").doesNotContain("阿克陶");
      assertThat(as(office, late::lines).stream().map(LateLine::toString)).noneMatch(line -> line.contains(AKTO.name()));
      assertThat(taken(office, out -> tasks.export(ours, as(office, () -> tasks.open(ours)).units(), "任务", List.of("单位"), unit -> List.of(unit.unit()), out)))
          .isNotEmpty();
      isRefused(office, out -> tasks.export(theirs, tasks.open(theirs).units(), "任务", List.of("单位"), unit -> List.of(unit.unit()), out));
    } finally {
      noTaskIsLeft();
    }
  }

  @Test
  void parametersAreTheOwnCountys() throws IOException {
    ExAntes.set(AKTO, "grade.cut", year, "93/83/63");
    try {
      Writing list = out -> TableOf.values(as(Kizilsu.performanceOffice(ARTUX), () -> parameters.list(ParameterLevel.OWN, year, ParameterFilter.ALL, Words.chinese())), out);
      assertThat(taken(Kizilsu.performanceOffice(ARTUX), list)).isNotEmpty().doesNotContain("93/83/63");
      Writing theirs = out -> TableOf.values(as(Kizilsu.performanceOffice(AKTO), () -> parameters.list(ParameterLevel.OWN, year, ParameterFilter.ALL, Words.chinese())), out);
      assertThat(taken(Kizilsu.performanceOffice(AKTO), theirs)).contains("93/83/63");
    } finally {
      Owner.told("delete from j_653022.parameter where key = 'grade.cut' and fiscal_year = ?", year);
    }
  }

  /** Lines of parameters as the screen hands them to the file. */
  private static final class TableOf {
    static void values(List<ParameterLine> lines, OutputStream out) throws IOException {
      TableWorkbook.write(out, "参数", List.of("值"), lines.stream().map(line -> List.of((Object) line.value())));
    }
  }

  @Test
  void theLibraryIsTheOwnCountysAndWhatIsShared() throws IOException {
    String name = "出口核验指标" + year;
    as(Kizilsu.performanceOffice(AKTO), () -> libraryDesk.enter(Map.of(LibraryField.LEVEL1, "产出指标", LibraryField.LEVEL2, "数量指标", LibraryField.LEVEL3, name,
        LibraryField.KIND, "定量", LibraryField.SIGN, "≥", LibraryField.UNIT, "人次", LibraryField.VALID_FROM, "2023-01-01")));
    Writing all = out -> library.export(LibraryFilter.ALL, "指标库", out);
    assertThat(taken(Kizilsu.performanceOffice(AKTO), all)).contains(name);
    assertThat(taken(Kizilsu.performanceOffice(ARTUX), all)).isNotEmpty().doesNotContain(name);
  }

  @Test
  void fundDocumentsAndTheirExecutionAreTheOwnCountys() throws IOException {
    Scope artux = Kizilsu.performanceOffice(ARTUX);
    Scope akto = Kizilsu.performanceOffice(AKTO);
    Funds.Split split = documents.sent();
    UUID ours = documents.received(artux, split.document());
    UUID theirs = documents.received(akto, split.document());
    FundList.Filter all = new FundList.Filter(2031, Optional.empty(), "");
    Writing list = out -> funds.export(all, "资金文件", List.of("标识"), line -> List.of(line.id()), out);
    assertThat(taken(artux, list)).contains(ours.toString()).doesNotContain(theirs.toString(), split.document().toString());
    assertThat(taken(akto, list)).contains(theirs.toString()).doesNotContain(ours.toString(), split.document().toString());
    for (UUID foreign : List.of(theirs, split.document())) {
      isRefused(artux, out -> executions.export(foreign, "执行情况", List.of("部分"), line -> List.of(String.valueOf(line)), out));
    }
  }

  @Test
  void theTrailIsTheOwnCountysAndItsAuditAdministratorsAlone() {
    forms.begun(ARTUX, year);
    UUID theirs = forms.begun(AKTO, year);
    ByteArrayOutputStream chain = new ByteArrayOutputStream();
    does(Kizilsu.auditAdministrator(ARTUX), () -> trail.exportChain(chain));
    assertThat(chain.toString(StandardCharsets.UTF_8)).contains("653001").doesNotContain("SELF_EVALUATION/" + theirs);
    List<String> subjects = new ArrayList<>();
    does(Kizilsu.auditAdministrator(ARTUX), () -> trail.export(TrailFilter.ALL, lines -> lines.forEach(line -> subjects.add(line.entry().subject()))));
    assertThat(subjects).isNotEmpty().noneMatch(subject -> subject.contains(theirs.toString()));
    for (Scope other : List.of(Kizilsu.oversight(), Kizilsu.performanceOffice(ARTUX), Kizilsu.systemAdministrator(ARTUX))) {
      ByteArrayOutputStream nothing = new ByteArrayOutputStream();
      assertThatThrownBy(() -> does(other, () -> trail.exportChain(nothing))).as(other.caller().name()).isInstanceOf(NoScopeException.class);
      assertThat(nothing.size()).as(other.caller().name()).isZero();
    }
  }
}
