package org.jiheng.app.goal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Score;
import org.jiheng.app.goal.GoalSurroundings.CommonIndicator;
import org.jiheng.app.goal.GoalSurroundings.OtherGoal;
import org.jiheng.app.indicator.Aggregation;
import org.jiheng.app.parameter.ParameterSet;
import org.jiheng.app.project.ProjectType;

/** A goal without a fault, and ways to spoil it. */
final class Sample {

  static final String TEXT = "全年为 735 名学生提供营养午餐,资金及时足额到位,食品安全抽检合格率达到 100%,学生体质明显改善。";

  private final List<GoalIndicator> lines = new ArrayList<>();
  private final Map<MoneyLine, Money> money = new HashMap<>();
  private final Map<IndicatorKind.Level1, Score> own = new HashMap<>();
  private final Map<String, ParameterSet.Setting> settings = new HashMap<>();
  private Optional<GoalContent.Period> period = Optional.empty();
  private String text = TEXT;
  private String mediumText = "";
  private Optional<WeightScheme.Family> chosen = Optional.empty();
  private String schemeReason = "";
  private GoalSurroundings around = GoalSurroundings.NONE;

  /** 50 + 30 + 10 by W1. */
  static Sample sound() {
    return new Sample()
        .with(line("产出指标", "数量指标", "受益学生人数", "≥735人", "20"))
        .with(line("产出指标", "质量指标", "食品抽检合格率", "=100%", "20"))
        .with(line("产出指标", "时效指标", "资金到位时间", "2023年6月底前", "10"))
        .with(line("效益指标", "社会效益指标", "学生贫血率", "≤8%", "30"))
        .with(line("满意度指标", "服务对象满意度指标", "学生家长满意度", "≥90%", "10"))
        .money(MoneyLine.ANNUAL_TOTAL, "100").money(MoneyLine.ANNUAL_FISCAL, "100");
  }

  static GoalIndicator line(String level1, String level2, String level3, String annual, String weight) {
    return new GoalIndicator(UUID.randomUUID(), level1, level2, level3, "", annual,
        weight.isEmpty() ? Optional.empty() : Optional.of(Score.of(weight)), "", Optional.empty(), Optional.empty(), "", "");
  }

  Sample with(GoalIndicator line) {
    lines.add(line);
    return this;
  }

  Sample without(String level3) {
    lines.removeIf(line -> line.level3().equals(level3));
    return this;
  }

  private Sample change(String level3, UnaryOperator<GoalIndicator> change) {
    lines.replaceAll(line -> line.level3().equals(level3) ? change.apply(line) : line);
    return this;
  }

  Sample target(String level3, String annual) {
    return change(level3, line -> new GoalIndicator(line.id(), line.level1(), line.level2(), line.level3(), line.medium(), annual,
        line.weight(), line.code(), line.scoring(), line.aggregation(), line.lastYear(), line.note()));
  }

  Sample weight(String level3, String weight) {
    return change(level3, line -> new GoalIndicator(line.id(), line.level1(), line.level2(), line.level3(), line.medium(), line.annual(),
        weight.isEmpty() ? Optional.empty() : Optional.of(Score.of(weight)), line.code(), line.scoring(), line.aggregation(), line.lastYear(), line.note()));
  }

  Sample code(String level3, String code) {
    return change(level3, line -> new GoalIndicator(line.id(), line.level1(), line.level2(), line.level3(), line.medium(), line.annual(),
        line.weight(), code, line.scoring(), line.aggregation(), line.lastYear(), line.note()));
  }

  /** The whole period's target. */
  Sample medium(String level3, String medium) {
    return change(level3, line -> new GoalIndicator(line.id(), line.level1(), line.level2(), line.level3(), medium, line.annual(),
        line.weight(), line.code(), line.scoring(), line.aggregation(), line.lastYear(), line.note()));
  }

  Sample summed(String level3, String medium) {
    return change(level3, line -> new GoalIndicator(line.id(), line.level1(), line.level2(), line.level3(), medium, line.annual(),
        line.weight(), line.code(), line.scoring(), Optional.of(Aggregation.SUM), line.lastYear(), line.note()));
  }

  Sample note(String level3, String note) {
    return change(level3, line -> new GoalIndicator(line.id(), line.level1(), line.level2(), line.level3(), line.medium(), line.annual(),
        line.weight(), line.code(), line.scoring(), line.aggregation(), line.lastYear(), note));
  }

  /** In 万元. */
  Sample money(MoneyLine line, String wan) {
    money.put(line, Money.ofWan(wan));
    return this;
  }

  Sample text(String said) {
    text = said;
    return this;
  }

  Sample mediumText(String said) {
    mediumText = said;
    return this;
  }

  Sample chosen(WeightScheme.Family family) {
    chosen = Optional.of(family);
    return this;
  }

  Sample own(IndicatorKind.Level1 level1, String points) {
    own.put(level1, Score.of(points));
    return this;
  }

  Sample because(String reason) {
    schemeReason = reason;
    return this;
  }

  Sample parameter(String key, String value) {
    settings.put(key, new ParameterSet.Setting(value, ParameterSet.Origin.JURISDICTION));
    return this;
  }

  /** In 万元. */
  Sample budget(String wan) {
    return around(new GoalSurroundings(Optional.of(Money.ofWan(wan)), around.applied(), around.type(), around.common(), around.lastYear(),
        around.others(), around.years(), around.unchoosable(), around.adjusting()));
  }

  /** What finance supports of a new project, in 万元. */
  Sample supported(String wan) {
    return applied(new GoalSurroundings.Applied(true, Money.ofWan(wan), Optional.empty(), false));
  }

  /** What the unit of a new project asks for, in 万元. */
  Sample asked(String wan) {
    return applied(new GoalSurroundings.Applied(false, Money.ofWan(wan), Optional.empty(), false));
  }

  /** What of it the evaluation asks for the goal's year, in 万元. */
  Sample ofTheYear(String wan) {
    GoalSurroundings.Applied applied = around.applied().orElseThrow();
    return applied(new GoalSurroundings.Applied(applied.concluded(), applied.amount(), Optional.of(Money.ofWan(wan)), applied.undecided()));
  }

  /** The year's money is only asked for in the library. */
  Sample undecided() {
    GoalSurroundings.Applied applied = around.applied().orElseThrow();
    return applied(new GoalSurroundings.Applied(applied.concluded(), applied.amount(), applied.ofTheYear(), true));
  }

  private Sample applied(GoalSurroundings.Applied applied) {
    return around(new GoalSurroundings(around.budget(), Optional.of(applied), around.type(), around.common(), around.lastYear(), around.others(),
        around.years(), around.unchoosable(), around.adjusting()));
  }

  Sample of(ProjectType type) {
    return around(new GoalSurroundings(around.budget(), around.applied(), type, around.common(), around.lastYear(), around.others(), around.years(),
        around.unchoosable(), around.adjusting()));
  }

  Sample common(CommonIndicator... common) {
    return around(new GoalSurroundings(around.budget(), around.applied(), around.type(), List.of(common), around.lastYear(), around.others(),
        around.years(), around.unchoosable(), around.adjusting()));
  }

  Sample lastYear(String level3, String actual) {
    return around(new GoalSurroundings(around.budget(), around.applied(), around.type(), around.common(), Map.of(GoalIndicator.plain(level3), actual),
        around.others(), around.years(), around.unchoosable(), around.adjusting()));
  }

  Sample others(OtherGoal... others) {
    return around(new GoalSurroundings(around.budget(), around.applied(), around.type(), around.common(), around.lastYear(), List.of(others),
        around.years(), around.unchoosable(), around.adjusting()));
  }

  Sample years(String level3, String... targets) {
    return around(new GoalSurroundings(around.budget(), around.applied(), around.type(), around.common(), around.lastYear(), around.others(),
        Map.of(GoalIndicator.plain(level3), List.of(targets)), around.unchoosable(), around.adjusting()));
  }

  Sample unchoosable(String level3, Problem problem) {
    UUID line = lines.stream().filter(one -> one.level3().equals(level3)).findFirst().orElseThrow().id();
    return around(new GoalSurroundings(around.budget(), around.applied(), around.type(), around.common(), around.lastYear(), around.others(),
        around.years(), Map.of(line, problem), around.adjusting()));
  }

  Sample adjusting(GoalSurroundings.Adjusting adjusting) {
    return around(new GoalSurroundings(around.budget(), around.applied(), around.type(), around.common(), around.lastYear(), around.others(),
        around.years(), around.unchoosable(), Optional.of(adjusting)));
  }

  private Sample around(GoalSurroundings now) {
    around = now;
    return this;
  }

  Sample period(LocalDate from, LocalDate until) {
    period = Optional.of(new GoalContent.Period(from, until));
    return this;
  }

  List<GoalIndicator> lines() {
    return lines;
  }

  List<GoalFinding> findings() {
    return GoalCheck.of(content(), around, rules());
  }

  GoalContent content() {
    return new GoalContent(2023, period, money, mediumText, text, own, schemeReason, chosen, lines);
  }

  GoalRules rules() {
    return new GoalRules(new ParameterSet(settings));
  }

  WeightScheme scheme() {
    return WeightScheme.pick(content(), rules()).value().orElseThrow();
  }

  List<GoalFinding> findings(GoalCheck check) {
    return findings().stream().filter(finding -> finding.check() == check).toList();
  }

  /** Codes of what a check found. */
  List<String> codes(GoalCheck check) {
    return findings(check).stream().map(finding -> finding.problem().code()).toList();
  }
}
