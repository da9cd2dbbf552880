package org.jiheng.infra.server;

import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.does;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jiheng.app.review.CellEdit;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.CellNote;
import org.jiheng.app.review.EditOutcome;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.Move;
import org.jiheng.app.review.Order;
import org.jiheng.app.review.ReturnReason;
import org.jiheng.app.selfevaluation.BudgetLine;
import org.jiheng.app.selfevaluation.FormCells;
import org.jiheng.app.selfevaluation.IndicatorRow;
import org.jiheng.app.selfevaluation.SelfEvaluationForm;
import org.jiheng.app.selfevaluation.SelfEvaluationList;
import org.jiheng.app.selfevaluation.SelfEvaluations;
import org.jiheng.tenants.persistence.Schemas;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.Scope;

/** Brings self-evaluations to where a test begins, through the same use cases the screens call. */
@ApplicationScoped
public class Forms {

  public static final CellKey EXECUTED = FormCells.budget(BudgetLine.TOTAL, BudgetLine.Column.EXECUTED);

  private static final AtomicInteger YEAR = new AtomicInteger(2100);
  private static final AtomicInteger PROJECT = new AtomicInteger();

  @Inject
  private SelfEvaluations selfEvaluations;

  @Inject
  private SelfEvaluationList list;

  /** A fiscal year no other test uses: what is listed or summed up in it is this test's. */
  public static int aYearOfItsOwn() {
    return YEAR.incrementAndGet();
  }

  /** Every form of a year, in the list's usual order. */
  public static SelfEvaluationList.Filter all(int fiscalYear) {
    return new SelfEvaluationList.Filter(fiscalYear, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "",
        SelfEvaluationList.Sort.UNIT, true);
  }

  /** Identifiers of the forms in the file the person takes out of the list of a year. */
  public List<String> exportedBy(Scope person, int fiscalYear) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    as(person, () -> {
      list.export(all(fiscalYear), "自评表", List.of("标识"), line -> List.of(line.id()), file);
      return null;
    });
    List<String> ids = new ArrayList<>();
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file.toByteArray()))) {
      workbook.getSheetAt(0).forEach(row -> ids.add(String.valueOf(row.getCell(0))));
    }
    return ids;
  }

  /** A project of the clerks' school with a budget of 40 万元. */
  public static UUID project(Jurisdiction where, int fiscalYear) {
    return project(where, fiscalYear, Kizilsu.SCHOOL);
  }

  public static UUID project(Jurisdiction where, int fiscalYear, String unit) {
    UUID id = UUID.randomUUID();
    int number = PROJECT.incrementAndGet();
    Owner.told("insert into " + Schemas.of(where.code()) + ".project (id, code, name, unit, fiscal_year, initial_budget, annual_budget) "
        + "values (?, ?, ?, ?, ?, 400000, 400000)", id, "P" + number, where.name() + "项目" + number, unit, fiscalYear);
    return id;
  }

  /** The same, continuing by the word of its unit and confirmed by finance. */
  public static UUID confirmedProject(Jurisdiction where, int fiscalYear) {
    UUID id = project(where, fiscalYear);
    confirmed(where, id);
    return id;
  }

  /** Finance has confirmed what the project says of itself now. */
  public static void confirmed(Jurisdiction where, UUID project) {
    Owner.told("update " + Schemas.of(where.code()) + ".project set confirmed_attribute = attribute, confirmed_category = category where id = ?", project);
  }

  /** Just begun by the clerk of the school. */
  public UUID begun(Jurisdiction where, int fiscalYear) {
    UUID project = project(where, fiscalYear);
    return as(Kizilsu.clerk(where), () -> selfEvaluations.begin(project));
  }

  /** Filled in so that it can be sent: two lines, all met, 38 of 40 万元 spent: 99.50 points. */
  public UUID complete(Jurisdiction where, int fiscalYear) {
    UUID id = begun(where, fiscalYear);
    does(Kizilsu.clerk(where), () -> fill(id));
    return id;
  }

  private void fill(UUID id) {
    List<UUID> lines = selfEvaluations.open(id).indicators();
    selfEvaluations.removeLines(id, lines.subList(2, lines.size()));
    write(id, EXECUTED, "38");
    write(id, FormCells.GOAL_ACTUAL, "全部完成");
    line(id, lines.get(0), "受资助学生人数", "≥735人", "735", "50");
    line(id, lines.get(1), "资助覆盖率", "≥100%", "100%", "40");
  }

  private void line(UUID id, UUID line, String name, String target, String actual, String weight) {
    write(id, FormCells.indicator(line, IndicatorRow.Column.LEVEL3), name);
    write(id, FormCells.indicator(line, IndicatorRow.Column.TARGET), target);
    write(id, FormCells.indicator(line, IndicatorRow.Column.ACTUAL), actual);
    write(id, FormCells.indicator(line, IndicatorRow.Column.WEIGHT), weight);
  }

  /** Types into a cell over what stands there now. To be called as somebody. */
  public EditOutcome write(UUID id, CellKey cell, String typed) {
    return selfEvaluations.write(id, List.of(new CellEdit(cell, selfEvaluations.open(id).cells().text(cell), typed))).getFirst();
  }

  public SelfEvaluationForm seenBy(Scope person, UUID id) {
    return as(person, () -> selfEvaluations.open(id));
  }

  /** Walks a move as the person sees the form now. */
  public void walk(Scope person, UUID id, Move move) {
    does(person, () -> selfEvaluations.walk(id, move, order(selfEvaluations.open(id))));
  }

  public static Order order(SelfEvaluationForm seen) {
    return new Order(UUID.randomUUID(), seen.desk().version(), Optional.empty(), "");
  }

  public static List<CellNote> notesOf(SelfEvaluationForm form, CellKey cell) {
    return form.desk().notes().stream().filter(note -> note.cell().equals(cell)).toList();
  }

  /** Returns the form for one cell. */
  public void returnFor(Scope reviewer, UUID id, CellKey cell) {
    does(reviewer, () -> {
      selfEvaluations.open(id);
      selfEvaluations.note(id, cell, ReturnReason.DATA_UNTRUE, "与台账不一致,请核实");
      selfEvaluations.walk(id, Move.RETURN, new Order(UUID.randomUUID(), selfEvaluations.open(id).desk().version(),
          Optional.of(ReturnReason.DATA_UNTRUE), "数据与台账不一致"));
    });
  }

  /** Complete and carried along the whole route as far as this state. */
  public UUID at(FormState state, Jurisdiction where, int fiscalYear) {
    UUID id = complete(where, fiscalYear);
    for (FormState next = FormState.DRAFT; next != state; next = seenBy(Kizilsu.auditor(where), id).desk().state()) {
      walk(holder(next, where), id, next == FormState.DRAFT ? Move.SUBMIT : Move.PASS);
    }
    return id;
  }

  /** Whose desk a form in this state lies on. */
  public static Scope holder(FormState state, Jurisdiction where) {
    return switch (state) {
      case DRAFT, RETURNED -> Kizilsu.clerk(where);
      case UNIT_REVIEW -> Kizilsu.approver(where);
      case DEPARTMENT_REVIEW -> Kizilsu.departmentReviewer(where);
      case FINANCE_FIRST -> Kizilsu.financeSection(where);
      case FINANCE_SECOND -> Kizilsu.performanceOffice(where);
      case APPROVED, REJECTED, CANCELLED, SUPERSEDED -> throw new IllegalArgumentException(state + " is nobody's");
    };
  }

  /** Everything the tables of 阿图什市 hold of a form. */
  public static String whole(UUID id) {
    return "" + Owner.rows("select r::text from j_653001.review r where id = ?", id)
        + Owner.rows("select s::text from j_653001.self_evaluation s where id = ?", id)
        + Owner.rows("select i::text from j_653001.self_evaluation_indicator i where self_evaluation = ? order by position", id)
        + Owner.rows("select s::text from j_653001.review_step s where review = ? order by at", id)
        + Owner.rows("select n::text from j_653001.cell_note n where review = ? order by at", id)
        + Owner.rows("select d::text from j_653001.draft d where review = ?", id)
        + Owner.rows("select v::text from j_653001.form_version v where review = ? order by number", id);
  }
}
