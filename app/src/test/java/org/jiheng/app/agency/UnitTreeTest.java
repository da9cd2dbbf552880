package org.jiheng.app.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jiheng.app.common.CreditCode;
import org.jiheng.app.common.Words;
import org.jiheng.app.review.Refusal;
import org.jiheng.tenants.scope.JurisdictionCode;
import org.junit.jupiter.api.Test;

/** The tree of units: three digits a level, no circles, nobody under itself, no code used twice, nobody from elsewhere. */
class UnitTreeTest {

  private static final LocalDate TODAY = LocalDate.of(2023, 4, 18);

  private static Unit unit(String code, String name) {
    return new Unit(entry(code, name));
  }

  private static UnitEntry entry(String code, String name) {
    return new UnitEntry(code, name, UnitKind.INSTITUTION, Optional.empty(), "陈立峰", Optional.of(LocalDate.of(2022, 1, 1)));
  }

  private static UnitTree tree(Unit... units) {
    return new UnitTree(new JurisdictionCode("653001"), List.of(units));
  }

  private static UnitTree tree() {
    return tree(unit("101", "教育局"), unit("101001", "第一小学"), unit("101001001", "分校"), unit("102", "卫健委"), unit("102001", "人民医院"));
  }

  private static List<String> codes(List<Refusal> refusals) {
    return refusals.stream().map(Refusal::code).toList();
  }

  @Test
  void aUnitStandsUnderOneThatLasts() {
    assertThat(codes(tree().againstAdding(entry("101002", "第二小学")))).isEmpty();
    assertThat(codes(tree().againstAdding(entry("103001", "第二小学")))).containsExactly("unit-without-parent");
    Unit ended = unit("103", "体育局");
    ended.endsOn(TODAY);
    assertThat(codes(tree(ended).againstAdding(entry("103001", "体校")))).containsExactly("unit-without-parent");
  }

  @Test
  void aCodeHasThreeDigitsALevelAndSevenLevelsAtTheMost() {
    for (String malformed : List.of("", "10", "1010", "10A", "101001001001001001001001")) {
      assertThat(codes(tree().againstAdding(entry(malformed, "学校")))).as(malformed).containsExactly("unit-code-malformed");
    }
    assertThat(UnitTree.wellFormed("101001001001001001001")).isTrue();
  }

  @Test
  void aCodeIsNeverGivenTwiceAlsoWhenItsUnitHasEnded() {
    Unit ended = unit("101003", "幼儿园");
    ended.endsOn(TODAY);
    assertThat(codes(tree(unit("101", "教育局"), ended).againstAdding(entry("101003", "新幼儿园")))).containsExactly("unit-code-taken");
  }

  @Test
  void everyUnitHasANameAndAPersonInCharge() {
    UnitEntry nobody = new UnitEntry("101002", " ", UnitKind.INSTITUTION, Optional.empty(), "", Optional.empty());
    assertThat(codes(tree().againstAdding(nobody))).containsExactly("unit-nameless", "unit-without-responsible");
    assertThat(codes(tree().againstAdding(entry("101002", "第一小学")))).containsExactly("unit-name-taken");
    assertThat(codes(tree().againstAdding(entry("102002", "第一小学")))).as("in another department").isEmpty();
  }

  @Test
  void theCorpsIsOutsideTheCountyAndATeachersCollegeIsNotTheCorps() {
    for (String corps : List.of("新疆生产建设兵团第三师", "第三师红旗农场", "四十一团", "农三师医院", "某某团场", "45团2连")) {
      assertThat(codes(tree().againstAdding(entry("101002", corps)))).as(corps).containsExactly("unit-of-the-corps");
    }
    for (String none : List.of("第一师范学校", "文工团", "共青团阿图什市委", "县歌舞团", "教师进修学校")) {
      assertThat(codes(tree().againstAdding(entry("101002", none)))).as(none).isEmpty();
    }
  }

  private static CreditCode creditCode(String beginning) {
    for (char check : "0123456789ABCDEFGHJKLMNPQRTUWXY".toCharArray()) {
      Optional<CreditCode> code = CreditCode.parse(beginning + check).value();
      if (code.isPresent()) {
        return code.get();
      }
    }
    throw new AssertionError(beginning);
  }

  @Test
  void aUnitRegisteredInAnotherCountyIsNotOurs() {
    for (String ours : List.of("653001", "653000", "650000")) {
      assertThat(codes(tree().againstAdding(new UnitEntry("101002", "学校", UnitKind.INSTITUTION, Optional.of(creditCode("12" + ours + "123456789")), "某", Optional.empty()))))
          .as(ours).isEmpty();
    }
    assertThat(codes(tree().againstAdding(new UnitEntry("101002", "学校", UnitKind.INSTITUTION, Optional.of(creditCode("12653022123456789")), "某", Optional.empty()))))
        .containsExactly("unit-of-another-county");
  }

  @Test
  void aDepartmentAndItsOwnOfficeAreOneOrganisationAndNobodyElseSharesTheCode() {
    CreditCode code = creditCode("11653001123456789");
    Unit department = new Unit(new UnitEntry("101", "教育局", UnitKind.ADMINISTRATION, Optional.of(code), "陈立峰", Optional.empty()));
    UnitEntry office = new UnitEntry("101001", "教育局本级", UnitKind.ADMINISTRATION, Optional.of(code), "陈立峰", Optional.empty());
    assertThat(codes(tree(department).againstAdding(office))).isEmpty();
    assertThat(codes(tree(department, new Unit(office)).againstSaying(department.entry()))).as("said again").isEmpty();
    UnitEntry second = new UnitEntry("101002", "教育局二", UnitKind.INSTITUTION, Optional.of(code), "陈立峰", Optional.empty());
    assertThat(codes(tree(department, new Unit(office)).againstAdding(second))).containsExactly("unit-credit-code-taken");
    UnitEntry elsewhere = new UnitEntry("102", "卫健委", UnitKind.ADMINISTRATION, Optional.of(code), "陈立峰", Optional.empty());
    assertThat(codes(tree(department).againstAdding(elsewhere))).containsExactly("unit-credit-code-taken");
  }

  @Test
  void nobodyIsMovedUnderItselfOrOntoACodeThatWasUsedOrTooDeep() {
    assertThat(codes(tree().againstMoving("101001", "102002"))).isEmpty();
    assertThat(codes(tree().againstMoving("101", "101001002"))).containsExactly("unit-under-itself");
    assertThat(codes(tree().againstMoving("101001", "101001002"))).containsExactly("unit-under-itself");
    assertThat(codes(tree().againstMoving("101001", "102001"))).containsExactly("unit-code-taken");
    assertThat(codes(tree().againstMoving("101001", "103001"))).containsExactly("unit-without-parent");
    UnitTree deep = tree(unit("101", "一"), unit("101001", "二"), unit("102", "甲"), unit("102001", "乙"), unit("102001001", "丙"),
        unit("102001001001", "丁"), unit("102001001001001", "戊"), unit("102001001001001001", "己"), unit("101001001", "三"));
    assertThat(codes(deep.againstMoving("101001", "102001001001001001001"))).containsExactly("unit-too-deep");
  }

  @Test
  void aUnitIsMergedIntoAnotherThatLastsAndLeavesNobodyBehind() {
    assertThat(codes(tree().againstMerging("102001", "101001"))).isEmpty();
    assertThat(codes(tree().againstMerging("101001", "102001"))).containsExactly("unit-has-units");
    assertThat(codes(tree().againstMerging("101001", "101001"))).containsExactly("unit-into-itself");
    assertThat(codes(tree().againstMerging("101", "101001"))).containsExactly("unit-under-itself");
    assertThat(codes(tree().againstMerging("102001", "109"))).containsExactly("unit-not-there");
  }

  /** One who has ended is nobody's successor any more, and ends no second time: so the chain never comes back. */
  @Test
  void successorsNeverGoInACircle() {
    Unit first = unit("102001", "人民医院");
    first.goesOnAs("102002", TODAY);
    UnitTree tree = tree(unit("102", "卫健委"), first, unit("102002", "中心医院"), unit("102003", "妇幼院"));
    assertThat(codes(tree.againstMerging("102002", "102001"))).containsExactly("unit-not-there");
    assertThat(codes(tree.againstMerging("102001", "102003"))).containsExactly("unit-not-there");
    assertThat(tree.successors("102001")).containsExactly("102002");
    Unit second = unit("102002", "中心医院");
    second.goesOnAs("102003", TODAY);
    assertThat(tree(first, second, unit("102003", "妇幼院")).successors("102001")).containsExactly("102002", "102003");
    assertThat(tree(first).successors("102003")).isEmpty();
  }

  @Test
  void aChangeCountsFromADayOfThisYearAfterTheUnitBegan() {
    assertThat(tree().againstDay("101001", TODAY, TODAY)).isEmpty();
    assertThat(codes(tree().againstDay("101001", TODAY.plusDays(1), TODAY))).containsExactly("unit-day-out-of-reach");
    assertThat(codes(tree().againstDay("101001", LocalDate.of(2022, 12, 31), TODAY))).containsExactly("unit-day-out-of-reach");
    Unit young = new Unit(new UnitEntry("105", "新局", UnitKind.ADMINISTRATION, Optional.empty(), "某", Optional.of(TODAY)));
    assertThat(codes(tree(young).againstDay("105", TODAY, TODAY))).containsExactly("unit-day-out-of-reach");
  }

  // --- the sheet

  private static byte[] sheet(UnitTree tree, String... cells) throws IOException {
    ByteArrayOutputStream template = new ByteArrayOutputStream();
    UnitSheet.write(template, tree.branch(""));
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(template.toByteArray())); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      for (String cell : cells) {
        String[] parts = cell.split("=", 2);
        var reference = new org.apache.poi.ss.util.CellReference(parts[0]);
        var row = workbook.getSheetAt(0).getRow(reference.getRow());
        row = row == null ? workbook.getSheetAt(0).createRow(reference.getRow()) : row;
        row.createCell(reference.getCol()).setCellValue(parts[1]);
      }
      workbook.write(out);
      return out.toByteArray();
    }
  }

  @Test
  void whatIsHandedOutAndHandedBackChangesNothing() throws IOException {
    UnitSheet.Preview preview = UnitSheet.read(tree(), "单位.xlsx", sheet(tree()));
    assertThat(preview.refused()).isEmpty();
    assertThat(preview.findings()).isEmpty();
    assertThat(preview.unchanged()).isEqualTo(5);
    assertThat(preview.applicable()).isFalse();
  }

  @Test
  void linesAddAndChangeUnitsAlsoUnderUnitsOfTheSameFile() throws IOException {
    UnitSheet.Preview preview = UnitSheet.read(tree(), "单位.xlsx", sheet(tree(), "E3=努尔兰",
        "A7=104", "B7=文旅局", "C7=机关", "E7=王思源", "A8=104001", "B8=图书馆", "E8=韩雪松"));
    assertThat(preview.findings()).isEmpty();
    assertThat(preview.added()).extracting(UnitEntry::code).containsExactly("104", "104001");
    assertThat(preview.added().getFirst().kind()).isEqualTo(UnitKind.ADMINISTRATION);
    assertThat(preview.changed()).extracting(UnitEntry::responsible).containsExactly("努尔兰");
    assertThat(preview.applicable()).isTrue();
  }

  @Test
  void whatIsWrongIsSaidAtItsCell() throws IOException {
    UnitSheet.Preview preview = UnitSheet.read(tree(), "单位.xlsx", sheet(tree(), "A7=1040", "B7=文旅局", "E7=某", "A8=101009", "B8=体校", "C8=学校",
        "D8=116530010100001609", "F8=去年", "A9=101001", "B9=第一小学", "E9=某"));
    assertThat(preview.findings()).extracting(UnitSheet.Finding::place).containsExactly("A7", "D8", "C8", "F8", "E8", "A9");
    assertThat(preview.findings().getFirst().in(Words.chinese())).contains("1040");
    assertThat(preview.applicable()).isFalse();
  }

  @Test
  void aSheetWithOtherColumnsIsNotGuessedAt() throws IOException {
    assertThat(UnitSheet.read(tree(), "单位.xlsx", sheet(tree(), "B1=名字")).refused().orElseThrow().code()).isEqualTo("unit-sheet.heading");
  }
}
