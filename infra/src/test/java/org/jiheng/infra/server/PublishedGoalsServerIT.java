package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Kizilsu.ARTUX;
import static org.jiheng.infra.server.Kizilsu.clerk;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jiheng.app.common.Money;
import org.jiheng.app.goal.GoalCells;
import org.jiheng.app.goal.GoalColumn;
import org.jiheng.app.goal.GoalExchange;
import org.jiheng.app.goal.GoalFile;
import org.jiheng.app.goal.GoalFinding;
import org.jiheng.app.goal.GoalForm;
import org.jiheng.app.goal.Goals;
import org.jiheng.app.goal.MoneyLine;
import org.jiheng.app.review.EditOutcome;
import org.jiheng.app.review.ImportPreview;
import org.junit.jupiter.api.Test;

/**
 * Every published table of goals goes through the import into the database: read, stored, checked and read back. Where what is kept
 * is not what is printed, a table says why; what the checks find in each is in another one, with what is really wrong there.
 */
class PublishedGoalsServerIT extends WholeProduct {

  private static final List<String> CASES = List.of("case-37", "case-39", "case-41", "case-43", "case-45", "case-47", "case-49", "case-59");

  /** Where each column of a line is printed in the file. */
  private static final Map<GoalColumn, String> PRINTED = new LinkedHashMap<>(Map.of(GoalColumn.LEVEL1, "level1", GoalColumn.LEVEL2, "level2",
      GoalColumn.LEVEL3, "level3", GoalColumn.ANNUAL, "target", GoalColumn.WEIGHT, "weight", GoalColumn.NOTE, "deviation_note"));

  @Inject
  private Goals goals;

  @Inject
  private GoalExchange exchange;

  @Inject
  private GoalForms forms;

  /** One case as it lies in the database. */
  private record Entered(String name, JsonObject json, UUID id) {

    List<JsonObject> rows() {
      return json.getJsonArray("indicators").getValuesAs(JsonObject.class);
    }

    Optional<Money> budget() {
      return Optional.of(json.getJsonObject("budget").get("initial")).filter(JsonNumber.class::isInstance).map(one -> Money.ofWan(one.toString()));
    }
  }

  private static byte[] bytes(String file) throws IOException {
    try (InputStream in = Objects.requireNonNull(PublishedGoalsServerIT.class.getResourceAsStream("/org/jiheng/app/cases/" + file), file)) {
      return in.readAllBytes();
    }
  }

  /** Begun for a project whose money is the published one, and imported as the clerk imports a file. */
  private Entered entered(String name) throws IOException {
    byte[] file = bytes(name + ".json");
    JsonObject json;
    try (JsonReader reader = Json.createReader(new ByteArrayInputStream(file))) {
      json = reader.readObject();
    }
    UUID project = Forms.project(ARTUX, json.getInt("year"));
    Entered entered = new Entered(name, json, forms.begun(ARTUX, withMoney(project, json)));
    ImportPreview<GoalFile> preview = as(clerk(ARTUX), () -> exchange.read(entered.id(), name + ".json", file));
    assertThat(preview.refused()).as(name).isEmpty();
    assertThat(preview.newLines()).as(name).isEqualTo(entered.rows().size());
    assertThat(as(clerk(ARTUX), () -> exchange.apply(entered.id(), preview))).as(name).allMatch(EditOutcome.Saved.class::isInstance);
    return entered;
  }

  private static UUID withMoney(UUID project, JsonObject json) {
    String yuan = json.getJsonObject("budget").get("initial") instanceof JsonNumber wan ? Money.ofWan(wan.toString()).toString() : "0";
    Owner.told("update j_653001.project set initial_budget = ?::numeric, annual_budget = ?::numeric where id = ?", yuan, yuan, project);
    return project;
  }

  /** Lines of a table of this test, without its head. */
  private static List<String> table(String file) throws IOException {
    return new String(bytes(file), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#") && !line.isBlank()).toList();
  }

  @Test
  void everyPublishedTableIsInTheDatabaseAsItIsPrintedAndTheDifferencesAreExplained() throws IOException {
    List<String> differences = new ArrayList<>();
    for (String name : CASES) {
      Entered one = entered(name);
      assertThat(Owner.rows("select level3 from j_653001.goal_indicator where goal = ? order by position", one.id())).as(name)
          .containsExactlyElementsOf(one.rows().stream().map(row -> row.getString("level3")).toList());
      assertThat(Owner.asked("select annual_total from j_653001.goal where id = ?", one.id())).as(name)
          .isEqualTo(one.budget().map(Money::toString).orElse("null"));
      GoalForm form = forms.seenBy(clerk(ARTUX), one.id());
      assertThat(form.source()).as(name).contains(one.json().getString("issuing_body"));
      for (int i = 0; i < one.rows().size(); i++) {
        differences.addAll(differences(one, i, form));
      }
    }
    assertThat(differences).containsExactlyInAnyOrderElementsOf(
        table("goal-differences.tsv").stream().map(line -> line.substring(0, line.lastIndexOf('\t'))).toList());
  }

  /** What of a line is kept otherwise than it is printed: in the database and on the screen alike. */
  private static List<String> differences(Entered one, int row, GoalForm form) {
    List<String> differences = new ArrayList<>();
    UUID line = form.lines().get(row);
    PRINTED.forEach((column, key) -> {
      String printed = printed(one.rows().get(row).get(key));
      String shown = form.cells().text(GoalCells.indicator(line, column));
      String stored = Owner.asked("select coalesce(" + column.key() + "::text, '') from j_653001.goal_indicator where goal = ? and line = ?", one.id(), line);
      assertThat(shown).as(one.name() + " " + row + " " + column).isEqualTo(stored);
      if (!shown.equals(printed)) {
        differences.add(one.name() + "\t" + one.rows().get(row).getString("level3") + "\t" + key + "\t" + printed + "\t" + shown);
      }
    });
    return differences;
  }

  private static String printed(JsonValue value) {
    return value instanceof JsonString text ? text.getString() : value instanceof JsonNumber number ? number.toString() : "";
  }

  @Test
  void whatTheChecksFindInEachIsWhatIsWrongWithIt() throws IOException {
    Set<String> found = new TreeSet<>();
    for (String name : CASES) {
      Entered one = entered(name);
      GoalForm form = forms.seenBy(clerk(ARTUX), one.id());
      form.result().findings().forEach(finding -> found.add(name + "\t" + finding.check().number() + "\t" + place(form, finding) + "\t" + finding.problem().code()));
      // nothing that stops it is left unsaid where the unit is to mend it
      assertThat(form.problems().values().stream().mapToInt(List::size).sum()).as(name).isEqualTo(form.result().stops());
    }
    assertThat(found).containsExactlyInAnyOrderElementsOf(
        table("goal-findings.tsv").stream().map(line -> line.substring(0, line.lastIndexOf('\t'))).toList());
  }

  /** The cell, and which kind or class of indicators it is about. No table prints points: that is said once for all its lines. */
  private static String place(GoalForm form, GoalFinding finding) {
    if (finding.cell().last().equals(GoalColumn.WEIGHT.key())) {
      return "每一行·分值";
    }
    Map<String, String> inputs = finding.problem().inputs();
    String about = inputs.getOrDefault("kind", inputs.getOrDefault("class", ""));
    return form.labels().getOrDefault(finding.cell(), finding.cell().path()) + (about.isEmpty() ? "" : "·" + about);
  }

  @Test
  void outToExcelAndBackIntoTheDatabaseNothingChanges() throws IOException {
    for (String name : CASES) {
      Entered one = entered(name);
      List<String> before = whole(one.id());
      byte[] workbook = as(clerk(ARTUX), () -> exchange.workbook(one.id()));
      ImportPreview<GoalFile> again = as(clerk(ARTUX), () -> exchange.read(one.id(), "申报表.xlsx", workbook));
      assertThat(again.changes()).as(name).isEmpty();
      assertThat(again.findings()).as(name).isEmpty();
      assertThat(again.newLines()).as(name).isZero();
      // into another goal of the same project's year it comes in whole
      UUID other = forms.begun(ARTUX, withMoney(Forms.project(ARTUX, one.json().getInt("year")), one.json()));
      ImportPreview<GoalFile> copy = as(clerk(ARTUX), () -> exchange.read(other, "申报表.xlsx", workbook));
      does(clerk(ARTUX), () -> exchange.apply(other, copy));
      assertThat(whole(other)).as(name).isEqualTo(before);
    }
  }

  private static List<String> whole(UUID goal) {
    List<String> whole = new ArrayList<>(Owner.rows("select annual_total, annual_fiscal, medium_total, annual_goal, medium_goal from j_653001.goal where id = ?", goal));
    whole.addAll(Owner.rows("select level1, level2, level3, medium, annual, weight, note from j_653001.goal_indicator where goal = ? order by position", goal));
    return whole;
  }

  @Test
  void whatATableLacksTheUnitFillsInAndThenItGoesItsWay() throws IOException {
    Entered fog = entered("case-37");
    GoalForm form = forms.seenBy(clerk(ARTUX), fog.id());
    List<String> weights = List.of("15", "15", "10", "5", "5", "30", "10");
    does(clerk(ARTUX), () -> {
      for (int i = 0; i < weights.size(); i++) {
        forms.write(fog.id(), GoalCells.indicator(form.lines().get(i), GoalColumn.WEIGHT), weights.get(i));
      }
      forms.write(fog.id(), GoalCells.ANNUAL_GOAL, "全年租用 10 辆雾炮车开展降尘抑尘服务,风炮射程不低于 80 米,市民满意度达到 90% 以上。");
      forms.write(fog.id(), GoalCells.money(MoneyLine.ANNUAL_FISCAL), "250");
    });
    assertThat(forms.seenBy(clerk(ARTUX), fog.id()).problems()).isEmpty();
    assertThat(as(clerk(ARTUX), () -> goals.open(fog.id())).result().scheme().value().orElseThrow().name()).isEqualTo("W1");
  }
}
