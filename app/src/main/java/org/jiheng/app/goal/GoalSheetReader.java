package org.jiheng.app.goal;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Parsed;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Words;
import org.jiheng.app.document.Spreadsheet;
import org.jiheng.app.goal.GoalFile.Line;
import org.jiheng.app.goal.GoalFile.RefusedFile;
import org.jiheng.app.goal.GoalFile.Typed;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.form.FilledForms;

/**
 * Reads a filled-in form of goals, the platform's own or one of another office: cells are known by the words beside them, columns by
 * the words above them, as provinces print them (指标值, 年度数值, 指标值及单位; 指标性质 and 计量单位 in columns of their own).
 */
final class GoalSheetReader {

  private static final int MOST_ROWS = FilledForms.MOST_LINES + 60;
  private static final int MOST_COLUMNS = 40;
  /** Columns other forms print that become part of the target. */
  private static final String SIGN = "sign";
  private static final String UNIT = "unit";
  private static final Map<String, String> HEADINGS = headings();

  private final Sheet sheet;
  private final Map<CellKey, Typed> cells = new LinkedHashMap<>();
  private final List<Line> lines = new ArrayList<>();
  private Map<Integer, String> columns = Map.of();
  private String term = "annual";
  private String level1 = "";
  private String level2 = "";

  private GoalSheetReader(Sheet sheet) {
    this.sheet = sheet;
  }

  private static Map<String, String> headings() {
    Map<String, String> headings = new HashMap<>();
    Words words = Words.chinese();
    for (GoalColumn column : GoalColumn.values()) {
      headings.put(plain(words.say("goal-cell.indicator." + column.key())), column.name());
    }
    Map.of(
        GoalColumn.LEVEL1.name(), List.of("一级", "一级目标"),
        GoalColumn.LEVEL2.name(), List.of("二级", "二级目标"),
        GoalColumn.LEVEL3.name(), List.of("三级", "指标名称", "指标内容", "三级目标"),
        GoalColumn.MEDIUM.name(), List.of("中期指标值", "实施期目标值", "总体指标值"),
        GoalColumn.ANNUAL.name(), List.of("指标值", "目标值", "年度目标值", "年度数值", "指标值及单位", "预期指标值", "当年预期实现值", "指标值(包含数字及文字描述)"),
        GoalColumn.WEIGHT.name(), List.of("权重", "指标分值", "指标权重"),
        GoalColumn.EXPLANATION.name(), List.of("指标值说明", "指标说明", "绩效标准", "评价标准"),
        GoalColumn.NOTE.name(), List.of("备注"),
        SIGN, List.of("指标性质", "计算符号", "符号"),
        UNIT, List.of("计量单位", "度量单位", "单位")
    ).forEach((column, written) -> written.forEach(one -> headings.put(plain(one), column)));
    return headings;
  }

  static GoalFile read(String fileName, byte[] content) throws RefusedFile {
    Parsed<XSSFWorkbook> opened = Spreadsheet.open(fileName, content);
    if (opened.problem().isPresent()) {
      throw new RefusedFile(opened.problem().get());
    }
    GoalFile file;
    try (XSSFWorkbook workbook = opened.value().orElseThrow()) {
      file = new GoalSheetReader(workbook.getSheetAt(0)).read(fileName);
    } catch (IOException | RuntimeException broken) {
      // a forged workbook makes the library stumble in many ways; each means the same
      throw new RefusedFile(new Problem("file.broken", Map.of("file", fileName)));
    }
    if (file.lines().isEmpty() && file.cells().isEmpty()) {
      throw new RefusedFile(new Problem("file.not-a-goal", Map.of("file", fileName)));
    }
    return file;
  }

  private GoalFile read(String fileName) throws RefusedFile {
    for (Row row : sheet) {
      if (row.getRowNum() >= MOST_ROWS) {
        throw new RefusedFile(new Problem("file.too-many-rows", Map.of("file", fileName, "most", String.valueOf(MOST_ROWS))));
      }
      Map<Integer, String> heads = heads(row);
      if (heads.containsValue(GoalColumn.LEVEL3.name()) && heads.containsValue(GoalColumn.ANNUAL.name())) {
        columns = heads;
      } else if (columns.isEmpty()) {
        labels(row);
      } else {
        line(row);
      }
    }
    return new GoalFile(cells, lines, Money.In.WAN, "");
  }

  private static Map<Integer, String> heads(Row row) {
    Map<Integer, String> heads = new LinkedHashMap<>();
    for (int i = 0; i < MOST_COLUMNS; i++) {
      String column = HEADINGS.get(plain(Spreadsheet.text(row, i)));
      if (column != null && !heads.containsValue(column)) {
        heads.put(i, column);
      }
    }
    return heads;
  }

  /** Every label the form knows, with what stands right of it. */
  private void labels(Row row) {
    for (int i = 0; i < MOST_COLUMNS; i++) {
      String label = plain(Spreadsheet.text(row, i));
      if (label.matches("(实施期|中期|项目).*(资金总额|总投资).*")) {
        term = "medium";
      } else if (label.matches("(年度|本年度?|当年).*(资金总额|金额|预算).*")) {
        term = "annual";
      }
      Optional<CellKey> key = key(label);
      if (key.isPresent()) {
        value(row, i).ifPresent(typed -> cells.putIfAbsent(key.get(), typed));
      }
    }
  }

  private Optional<CellKey> key(String label) {
    String part = label.matches(".*(资金总额|年度金额|本级预算金额|总投资)") ? "total"
        : label.matches("(其中[::])?(本年|当年)?财政拨款") ? "fiscal"
        : label.matches("(其中[::])?上年结转(资金)?") ? "carried"
        : label.matches("(其中[::])?其他资金") ? "other" : "";
    if (!part.isEmpty()) {
      return term.equals("medium") && part.equals("carried") ? Optional.empty() : Optional.of(CellKey.of("money", term, part));
    }
    if (label.matches("(实施期|中期|长期)(绩效|总体)?目标")) {
      return Optional.of(GoalCells.MEDIUM_GOAL);
    }
    if (label.matches("(本?年度)(绩效|总体)?目标|总体目标(\\(年度目标\\))?")) {
      return Optional.of(GoalCells.ANNUAL_GOAL);
    }
    return label.matches("项目开始(日期|时间)") ? Optional.of(GoalCells.PERIOD_FROM)
        : label.matches("项目(结束|完成)(日期|时间)") ? Optional.of(GoalCells.PERIOD_UNTIL) : Optional.empty();
  }

  private Optional<Typed> value(Row row, int label) {
    for (int i = label + 1; i < MOST_COLUMNS; i++) {
      String text = Spreadsheet.text(row, i);
      if (!text.isEmpty()) {
        // what is a label itself is no value: the cell between the two is empty
        return key(plain(text)).isPresent() ? Optional.empty() : Optional.of(new Typed(text, place(row, i)));
      }
    }
    return Optional.empty();
  }

  private static String place(Row row, int column) {
    return CellReference.convertNumToColString(column) + (row.getRowNum() + 1);
  }

  private void line(Row row) {
    Map<GoalColumn, Typed> texts = new EnumMap<>(GoalColumn.class);
    Map<String, String> besides = new HashMap<>();
    columns.forEach((index, column) -> {
      String text = Spreadsheet.text(row, index);
      if (column.equals(SIGN) || column.equals(UNIT)) {
        besides.put(column, text);
      } else if (!text.isEmpty()) {
        GoalColumn one = GoalColumn.valueOf(column);
        texts.put(one, new Typed(chosen(one, text), place(row, index)));
      }
    });
    boolean named = texts.containsKey(GoalColumn.LEVEL3);
    // merged cells hold their text in the first row, which some forms print as a heading of its own; what is signed below is none
    if (named || Optional.ofNullable(texts.get(GoalColumn.LEVEL1)).flatMap(typed -> IndicatorKind.Level1.of(typed.text())).isPresent()) {
      level2 = Optional.ofNullable(texts.get(GoalColumn.LEVEL2)).map(Typed::text).orElse(texts.containsKey(GoalColumn.LEVEL1) ? "" : level2);
      level1 = Optional.ofNullable(texts.get(GoalColumn.LEVEL1)).map(Typed::text).orElse(level1);
    }
    if (!named) {
      return;
    }
    texts.put(GoalColumn.LEVEL1, new Typed(level1, place(row, 0)));
    texts.put(GoalColumn.LEVEL2, new Typed(level2, place(row, 1)));
    Optional.ofNullable(texts.get(GoalColumn.ANNUAL)).ifPresent(target ->
        texts.put(GoalColumn.ANNUAL, new Typed(whole(target.text(), besides.getOrDefault(SIGN, ""), besides.getOrDefault(UNIT, "")), target.place())));
    lines.add(new Line(lineKey(row), texts).completed());
  }

  /** Sign, number and unit from columns of their own; 定性 is no sign. */
  private static String whole(String target, String sign, String unit) {
    String signed = sign.isEmpty() || sign.contains("定性") || target.startsWith(sign) ? target : sign + target;
    return unit.isEmpty() || signed.endsWith(unit) || !signed.matches(".*[0-9]") ? signed : signed + unit;
  }

  private static String chosen(GoalColumn column, String text) {
    return Choice.of(column).stream().filter(code -> Words.chinese().say("goal-choice." + column.key() + "." + code).equals(text))
        .findFirst().orElse(text);
  }

  private static Optional<UUID> lineKey(Row row) {
    String key = Spreadsheet.text(row, GoalWorkbook.KEY_COLUMN);
    return key.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? Optional.of(UUID.fromString(key)) : Optional.empty();
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s、。]|\\(万元\\)|\\(元\\)", "").replaceAll("[::]$", "");
  }
}
