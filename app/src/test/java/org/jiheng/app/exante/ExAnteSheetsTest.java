package org.jiheng.app.exante;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jiheng.app.common.Words;
import org.jiheng.app.parameter.ValueFlaw;
import org.jiheng.app.parameter.ValueTable;
import org.junit.jupiter.api.Test;

/** The rule for third parties and the template of the evaluation, filled in by people who do not know how they are written. */
class ExAnteSheetsTest {

  private static final ThirdPartySheet RULE = new ThirdPartySheet();
  private static final TemplateSheet TEMPLATE = new TemplateSheet();
  private static final String STANDARD = ExAnteParameters.THIRD_PARTY.standard();
  private static final int ITEMS = 2;
  private static final int POINTS = 3;

  private static List<ValueTable> rule(String text, String key, int column, String typed) {
    ValueTable table = RULE.read(text).getFirst();
    int row = table.rows().stream().map(ValueTable.Row::key).toList().indexOf(key);
    return List.of(table.with(row, column, typed));
  }

  // --- third parties

  @Test
  void theRuleIsReadConditionByConditionAndWrittenAsItWas() {
    assertThat(RULE.write(RULE.read(STANDARD))).isEqualTo(STANDARD);
    assertThat(RULE.write(RULE.read("never"))).isEqualTo("never");
    assertThat(RULE.write(RULE.read("flagged or type in {科研、工程} or total >= 3,000,000"))).isEqualTo("total >= 3000000 or type in {工程, 科研} or flagged");
    assertThat(RULE.write(RULE.read("total >= 9 or total >= 8"))).as("the lower of two says all").isEqualTo("total >= 8");
    assertThat(RULE.write(RULE.read("type in {水利}"))).as("a type the platform does not know").isEqualTo("type in {水利}");
  }

  @Test
  void conditionsAreSwitchedOnAndOff() {
    assertThat(RULE.write(rule(STANDARD, "工程", 1, "false"))).isEqualTo("total >= 5000000 or annual >= 1000000 or type in {信息化, 大型修缮, 科研} or flagged");
    assertThat(RULE.write(rule(STANDARD, "TOTAL_FROM", 2, "300 万元"))).startsWith("total >= 3000000 or ");
    assertThat(RULE.write(rule("never", "MAJOR", 1, "true"))).isEqualTo("flagged");
    assertThat(RULE.said(Words.chinese(), STANDARD)).isEqualTo("总投资达到 500 万元、年度财政资金达到 100 万元、信息化项目、工程项目、大型修缮项目、科研项目、重点项目");
    assertThat(RULE.said(Words.chinese(), "never")).isEqualTo("都不需要");
  }

  @Test
  void anAmountIsAskedForOnlyWhereItCounts() {
    assertThat(RULE.flaws(rule("never", "TOTAL_FROM", 1, "true"))).singleElement().satisfies(flaw -> {
      assertThat(flaw.row()).isZero();
      assertThat(flaw.column()).isEqualTo(2);
      assertThat(flaw.problem().code()).isEqualTo("parameter-cell-empty");
    });
    assertThat(RULE.flaws(RULE.read("never"))).isEmpty();
    assertThat(RULE.flaws(rule(STANDARD, "TOTAL_FROM", 2, "五百"))).hasSize(1);
  }

  // --- templates

  private static List<ValueTable> chosen(String before, String template) {
    List<ValueTable> tables = TEMPLATE.read(before);
    List<ValueTable> changed = new ArrayList<>(tables);
    changed.set(0, tables.getFirst().with(0, 0, template));
    return TEMPLATE.followed(tables, changed);
  }

  private static List<ValueTable> with(List<ValueTable> tables, int number, ValueTable table) {
    List<ValueTable> changed = new ArrayList<>(tables);
    changed.set(number, table);
    return changed;
  }

  @Test
  void aTemplateOfTheHouseIsChosenByItsName() {
    assertThat(TEMPLATE.write(TEMPLATE.read("lasting-2023"))).isEqualTo("lasting-2023");
    assertThat(TEMPLATE.write(chosen("standard-2023", "four-foci-2023"))).isEqualTo("four-foci-2023");
    assertThat(chosen(TEMPLATE.write(chosen("standard-2023", "OWN_TEMPLATE")), "lasting-2023")).as("nothing of one's own stays").hasSize(1);
  }

  @Test
  void oneOfYourOwnBeginsAsACopyOfTheOneBefore() {
    for (String name : List.of("standard-2023", "four-foci-2023", "lasting-2023")) {
      List<ValueTable> own = chosen(name, "OWN_TEMPLATE");
      ExAnteTemplate was = ExAnteTemplate.read(name);
      ExAnteTemplate is = ExAnteTemplate.read(TEMPLATE.write(own));
      assertThat(TEMPLATE.flaws(own)).isEmpty();
      assertThat(is.code()).isEqualTo("own");
      assertThat(is.dimensions()).isEqualTo(was.dimensions());
      assertThat(is.vetoes()).isEqualTo(was.vetoes());
      assertThat(is.evidence()).isEqualTo(was.evidence());
      assertThat(TEMPLATE.write(TEMPLATE.read(is.toJson()))).isEqualTo(is.toJson());
    }
  }

  @Test
  void pointsMakeAHundredAndItIsSaidUnderTheTable() {
    List<ValueTable> own = chosen("standard-2023", "OWN_TEMPLATE");
    List<ValueTable> wrong = with(own, ITEMS, own.get(ITEMS).with(0, POINTS, "6"));
    assertThat(TEMPLATE.flaws(wrong)).singleElement().satisfies(flaw -> {
      assertThat(flaw.row()).isEqualTo(ValueFlaw.WHOLE);
      assertThat(Words.chinese().say(flaw.problem())).isEqualTo("各项分值合计 101 分,须为 100 分。");
    });
    assertThat(TEMPLATE.flaws(with(own, ITEMS, own.get(ITEMS).with(0, POINTS, "五")))).singleElement()
        .satisfies(flaw -> assertThat(flaw.row() + "/" + flaw.column()).isEqualTo("0/3"));
    ValueTable mended = own.get(ITEMS).with(0, POINTS, "6").with(1, POINTS, "4");
    assertThat(ExAnteTemplate.read(TEMPLATE.write(with(own, ITEMS, mended))).item("need-plans").orElseThrow().points()).hasToString("4.00");
  }

  @Test
  void whatIsNewGetsAKeyOfItsOwnAndWhatWasThereKeepsItsOwn() {
    List<ValueTable> own = chosen("standard-2023", "OWN_TEMPLATE");
    ValueTable items = own.get(ITEMS).with(0, POINTS, "3").added();
    int last = items.rows().size() - 1;
    ValueTable more = items.with(last, 0, "可持续性").with(last, 2, "有长效管护机制").with(last, POINTS, "2");
    ExAnteTemplate template = ExAnteTemplate.read(TEMPLATE.write(with(own, ITEMS, more)));
    assertThat(template.dimensions()).hasSize(6);
    assertThat(template.dimensions().getLast().name()).isEqualTo("可持续性");
    assertThat(template.dimensions().getLast().items()).singleElement().satisfies(item -> assertThat(item.key()).isEqualTo("item-1"));
    assertThat(template.item("need-unique").orElseThrow().system()).containsExactly(SystemCheck.DUPLICATES);
    assertThat(ExAnteTemplate.read(TEMPLATE.write(with(own, ITEMS, own.get(ITEMS).raised(5)))).items()).hasSize(20);
  }

  @Test
  void gradesAreWorthNoMoreThanTheWholeItem() {
    assertThat(ExAnteParameters.sharesOfTheWhole("1/0.8/0.6/0")).isTrue();
    assertThat(ExAnteParameters.sharesOfTheWhole("1.1/0.8/0.6/0")).isFalse();
    assertThat(ExAnteParameters.sharesOfTheWhole("1/0.8/0.6/-0.1")).isFalse();
  }
}
