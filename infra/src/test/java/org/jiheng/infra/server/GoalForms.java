package org.jiheng.infra.server;

import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.does;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiheng.app.common.Grade;
import org.jiheng.app.common.Money;
import org.jiheng.app.goal.GoalCells;
import org.jiheng.app.goal.GoalColumn;
import org.jiheng.app.goal.GoalForm;
import org.jiheng.app.goal.GoalSheets;
import org.jiheng.app.goal.Goals;
import org.jiheng.app.goal.MoneyLine;
import org.jiheng.app.goal.ReviewItem;
import org.jiheng.app.review.CellEdit;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.EditOutcome;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.Move;
import org.jiheng.app.review.Order;
import org.jiheng.app.review.ReturnReason;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.Scope;

/** Brings goals to where a test begins, through the same use cases the screens call. */
@ApplicationScoped
public class GoalForms {

  @Inject
  private Goals goals;

  @Inject
  private GoalSheets sheets;

  public UUID begun(Jurisdiction where, UUID project) {
    return as(Kizilsu.clerk(where), () -> goals.begin(project));
  }

  /** Nothing to mend: five lines by scheme W1, the money of the project's budget of 40 万元. */
  public UUID complete(Jurisdiction where, UUID project) {
    UUID id = begun(where, project);
    does(Kizilsu.clerk(where), () -> fill(id));
    return id;
  }

  /** The same, of a project that has no money in the library yet. @param wan what the goal plans with, in 万元 */
  public UUID completeWith(Jurisdiction where, UUID project, String wan) {
    UUID id = complete(where, project);
    does(Kizilsu.clerk(where), () -> {
      write(id, GoalCells.money(MoneyLine.ANNUAL_TOTAL), wan);
      write(id, GoalCells.money(MoneyLine.ANNUAL_FISCAL), wan);
    });
    return id;
  }

  private void fill(UUID id) {
    goals.removeLines(id, goals.open(id).lines());
    goals.addLines(id, List.of(
        line("产出指标", "数量指标", "受益学生人数", "≥735人", "20"), line("产出指标", "质量指标", "食品抽检合格率", "=100%", "20"),
        line("产出指标", "时效指标", "资金到位时间", "6月底前", "10"), line("效益指标", "社会效益指标", "学生贫血率", "≤8%", "30"),
        line("满意度指标", "服务对象满意度指标", "学生家长满意度", "≥90%", "10")), Money.In.WAN);
    write(id, GoalCells.money(MoneyLine.ANNUAL_TOTAL), "40");
    write(id, GoalCells.money(MoneyLine.ANNUAL_FISCAL), "40");
    write(id, GoalCells.ANNUAL_GOAL, "全年为 735 名学生提供营养午餐,资金及时足额到位,食品安全抽检合格率达到 100%,学生体质明显改善。");
  }

  private static Map<GoalColumn, String> line(String level1, String level2, String level3, String annual, String weight) {
    return Map.of(GoalColumn.LEVEL1, level1, GoalColumn.LEVEL2, level2, GoalColumn.LEVEL3, level3, GoalColumn.ANNUAL, annual, GoalColumn.WEIGHT, weight);
  }

  /** Types into a cell over what stands there now. To be called as somebody. */
  public EditOutcome write(UUID id, CellKey cell, String typed) {
    return goals.write(id, List.of(new CellEdit(cell, goals.open(id).cells().text(cell), typed))).getFirst();
  }

  public GoalForm seenBy(Scope person, UUID id) {
    return as(person, () -> goals.open(id));
  }

  /** The cell of the line of this name. */
  public CellKey cell(Scope person, UUID id, String name, GoalColumn column) {
    GoalForm form = seenBy(person, id);
    UUID line = form.lines().stream().filter(one -> form.cells().text(GoalCells.indicator(one, GoalColumn.LEVEL3)).equals(name)).findFirst().orElseThrow();
    return GoalCells.indicator(line, column);
  }

  /** Walks a move as the person sees the form now. */
  public void walk(Scope person, UUID id, Move move) {
    does(person, () -> goals.walk(id, move, new Order(UUID.randomUUID(), goals.open(id).desk().version(), Optional.empty(), "")));
  }

  /** Finance ticks every item alike. */
  public void tick(Scope finance, UUID id, Grade grade, String opinion) {
    does(finance, () -> sheets.fill(id, seen(id), Arrays.stream(ReviewItem.values()).collect(Collectors.toMap(item -> item, _ -> grade.name())), opinion));
  }

  /** The sheet as the caller is shown it now; for whoever is shown none, one nobody has filled in. To be called as somebody. */
  public GoalSheets.Seen seen(UUID id) {
    GoalForm form = goals.open(id);
    return form.toFill().map(GoalForm.Sheet::seen).orElseGet(() -> new GoalSheets.Seen(form.desk().round(), form.desk().state(), 0));
  }

  public void returnFor(Scope reviewer, UUID id, CellKey cell) {
    does(reviewer, () -> {
      goals.open(id);
      goals.note(id, cell, ReturnReason.UNREASONABLE, "指标值偏低,请按在校生数核定");
      goals.walk(id, Move.RETURN, new Order(UUID.randomUUID(), goals.open(id).desk().version(), Optional.of(ReturnReason.UNREASONABLE), "请修改后重新报送"));
    });
  }

  /** Carried along the whole route as far as this state; finance finds it excellent. */
  public void carry(Jurisdiction where, UUID id, FormState as) {
    for (FormState now = state(where, id); now != as; now = state(where, id)) {
      if (now == FormState.FINANCE_FIRST) {
        tick(Forms.holder(now, where), id, Grade.EXCELLENT, "");
      }
      walk(Forms.holder(now, where), id, now.editable() ? Move.SUBMIT : Move.PASS);
    }
  }

  private FormState state(Jurisdiction where, UUID id) {
    return FormState.valueOf(Owner.asked("select state from j_" + where.code().value() + ".review where id = ?", id));
  }

  public UUID approved(Jurisdiction where, UUID project) {
    UUID id = complete(where, project);
    carry(where, id, FormState.APPROVED);
    return id;
  }

  public UUID adjusted(Jurisdiction where, UUID approved) {
    return as(Kizilsu.clerk(where), () -> goals.adjust(approved,
        new Order(UUID.randomUUID(), goals.open(approved).desk().version(), Optional.empty(), "追加预算,学生人数增加")));
  }
}
