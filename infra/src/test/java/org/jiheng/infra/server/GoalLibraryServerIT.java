package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Kizilsu.ARTUX;
import static org.jiheng.infra.server.Kizilsu.clerk;

import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jiheng.app.goal.GoalCells;
import org.jiheng.app.goal.GoalCheck;
import org.jiheng.app.goal.GoalColumn;
import org.jiheng.app.goal.GoalFinding;
import org.jiheng.app.goal.GoalForm;
import org.jiheng.app.goal.Goals;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.FormState;
import org.junit.jupiter.api.Test;

/** What a goal takes from the indicator library: what every such project has to have, and what becomes of it when it expires (S5, S16). */
class GoalLibraryServerIT extends WholeProduct {

  @Inject
  private Goals goals;

  @Inject
  private GoalForms forms;

  private final int year = Forms.aYearOfItsOwn();

  private UUID project() {
    return Forms.project(ARTUX, year);
  }

  @Test
  void theIndicatorsEverySuchProjectHasToHaveAreThereFromTheBeginning_S16() {
    UUID entry = UUID.randomUUID();
    String code = "T" + year;
    Owner.told("insert into j_653001.library_entry (id, code, state, newest, changed_at, changed_by, version) values (?, ?, 'IN_FORCE', 1, now(), '测试', 1)", entry, code);
    Owner.told("insert into j_653001.library_version (id, entry, number, level1, level2, level3, common, kind, sign, unit, scoring, required, for_type, valid_from, "
        + "changed_at, changed_by) values (?, ?, 1, '产出指标', '数量指标', '发表论文数', true, 'QUANT', 'AT_LEAST', '篇', 'PROPORTION', true, '科研', date '2023-01-01', now(), '测试')",
        UUID.randomUUID(), entry);
    UUID project = project();
    Owner.told("update j_653001.project set type = 'RESEARCH' where id = ?", project);
    UUID id = forms.begun(ARTUX, project);
    GoalForm form = forms.seenBy(clerk(ARTUX), id);
    assertThat(form.common()).hasSize(1);
    UUID line = form.common().iterator().next();
    assertThat(form.cells().text(GoalCells.indicator(line, GoalColumn.LEVEL3))).isEqualTo("发表论文数");
    assertThat(commonFindings(id)).isEmpty();
    assertThat(Owner.rows("select title from j_653001.library_use where entry = ?", entry)).hasSize(1);
    does(clerk(ARTUX), () -> forms.write(id, GoalCells.indicator(line, GoalColumn.ANNUAL), "=3篇"));
    assertThat(commonFindings(id)).containsExactly("goal.common-edited");
    does(clerk(ARTUX), () -> goals.removeLines(id, List.of(line)));
    assertThat(commonFindings(id)).containsExactly("goal.common-missing");
    assertThat(Owner.rows("select title from j_653001.library_use where entry = ?", entry)).as("nothing uses it any more").isEmpty();
    Owner.told("update j_653001.library_entry set state = 'STOPPED', state_reason = '测试已经结束' where id = ?", entry);
  }

  @Test
  void whatExpiredInTheLibraryIsNoticedAndTheYearAfterTakesTheNewestVersion_S5() {
    UUID entry = UUID.randomUUID();
    UUID old = UUID.randomUUID();
    UUID newer = UUID.randomUUID();
    Owner.told("insert into j_653001.library_entry (id, code, state, newest, changed_at, changed_by, version) values (?, ?, 'IN_FORCE', 1, now(), '测试', 1)", entry, "V" + year);
    Owner.told(VERSION.formatted(1), old, entry);
    UUID project = project();
    UUID id = forms.complete(ARTUX, project);
    UUID line = as(clerk(ARTUX), () -> goals.take(id, old));
    assertThat(libraryFindings(id)).isEmpty();
    Owner.told("update j_653001.library_version set valid_until = date '2023-02-19' where id = ?", old);
    Owner.told(VERSION.formatted(2), newer, entry);
    Owner.told("update j_653001.library_entry set newest = 2 where id = ?", entry);
    assertThat(libraryFindings(id)).singleElement().satisfies(finding -> {
      assertThat(finding.problem().code()).isEqualTo("goal.indicator-succeeded");
      assertThat(finding.problem().inputs()).containsEntry("number", "2").containsEntry("last", "2023-02-19");
      assertThat(finding.cell()).isEqualTo(GoalCells.indicator(line, GoalColumn.LEVEL3));
      assertThat(finding.stops()).isTrue();
    });
    does(clerk(ARTUX), () -> {
      forms.write(id, GoalCells.indicator(line, GoalColumn.NOTE), "学校已按原口径统计,本年沿用");
      forms.write(id, GoalCells.indicator(line, GoalColumn.ANNUAL), "≥3次");
      forms.write(id, GoalCells.indicator(line, GoalColumn.WEIGHT), "5");
    });
    CellKey weight = forms.cell(clerk(ARTUX), id, "食品抽检合格率", GoalColumn.WEIGHT);
    does(clerk(ARTUX), () -> forms.write(id, weight, "15"));
    forms.carry(ARTUX, id, FormState.APPROVED);
    assertThat(libraryFindings(id)).as("what was approved is shown as it was judged: asked about, and answered").singleElement()
        .matches(finding -> finding.answered() && !finding.stops());
    assertThat(Forms.aYearOfItsOwn()).isGreaterThan(year);
    UUID now = Forms.project(ARTUX, year + 1);
    Owner.told("update j_653001.project set code = (select code from j_653001.project where id = ?) where id = ?", project, now);
    UUID next = forms.begun(ARTUX, now);
    assertThat(Owner.rows("select taken from j_653001.goal_indicator where goal = ? and taken is not null", next)).containsExactly(newer.toString());
    assertThat(libraryFindings(next)).isEmpty();
    Owner.told("update j_653001.library_entry set state = 'STOPPED', state_reason = '测试已经结束' where id = ?", entry);
    assertThat(libraryFindings(next)).extracting(finding -> finding.problem().code()).containsExactly("goal.indicator-stopped");
  }

  private static final String VERSION = "insert into j_653001.library_version (id, entry, number, level1, level2, level3, common, kind, sign, unit, scoring, "
      + "required, valid_from, changed_at, changed_by) values (?, ?, %d, '产出指标', '数量指标', '营养知识宣传次数', false, 'QUANT', 'AT_LEAST', '次', 'PROPORTION', "
      + "false, date '2023-01-01', now(), '测试')";

  private List<GoalFinding> libraryFindings(UUID id) {
    return forms.seenBy(clerk(ARTUX), id).result().findings().stream().filter(finding -> finding.check() == GoalCheck.STILL_IN_THE_LIBRARY).toList();
  }

  private List<String> commonFindings(UUID id) {
    return forms.seenBy(clerk(ARTUX), id).result().findings().stream().filter(finding -> finding.check() == GoalCheck.COMMON_INDICATORS)
        .map(finding -> finding.problem().code()).toList();
  }
}
