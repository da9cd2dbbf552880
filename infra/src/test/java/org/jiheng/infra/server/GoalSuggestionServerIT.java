package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.assertRefused;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Kizilsu.AKTO;

import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jiheng.app.common.Reason;
import org.jiheng.app.goal.GoalCells;
import org.jiheng.app.goal.GoalCheck;
import org.jiheng.app.goal.GoalColumn;
import org.jiheng.app.goal.GoalForm;
import org.jiheng.app.goal.GoalSuggestions;
import org.jiheng.app.goal.Goals;
import org.jiheng.app.library.IndicatorLibrary;
import org.jiheng.app.library.LibraryDesk;
import org.jiheng.app.library.LibraryField;
import org.jiheng.app.library.LibraryLine;
import org.jiheng.app.library.LibrarySharing;
import org.jiheng.app.library.LibrarySharing.Wish;
import org.jiheng.app.library.Suggestion;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.Move;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The library beside a goal that is written (S5): what is suggested for a line and why, what taking it does, and what becomes of it later. */
class GoalSuggestionServerIT extends WholeProduct {

  private static final Scope CLERK = Kizilsu.clerk(AKTO);
  private static final Scope OFFICE = Kizilsu.performanceOffice(AKTO);
  private static final AtomicInteger NUMBER = new AtomicInteger();

  @Inject
  private Goals goals;

  @Inject
  private GoalForms forms;

  @Inject
  private GoalSuggestions suggestions;

  @Inject
  private IndicatorLibrary library;

  @Inject
  private LibraryDesk desk;

  @Inject
  private LibrarySharing sharing;

  private final String name = "护眼灯安装数" + NUMBER.incrementAndGet();
  private UUID project;

  @BeforeEach
  void aProject() {
    project = Forms.project(AKTO, Forms.aYearOfItsOwn());
  }

  private Map<LibraryField, String> texts(Map<LibraryField, String> otherwise) {
    Map<LibraryField, String> texts = new EnumMap<>(IndicatorLibraryServerIT.indicator(name));
    texts.putAll(Map.of(LibraryField.UNIT, "盏", LibraryField.EXPLANATION, "教室中更换的护眼灯数", LibraryField.STANDARD, "计划标准"));
    texts.putAll(otherwise);
    return texts;
  }

  private LibraryLine entered(Map<LibraryField, String> otherwise) {
    return newest(as(OFFICE, () -> desk.enter(texts(otherwise))).entry().orElseThrow());
  }

  private LibraryLine newest(UUID entry) {
    return as(OFFICE, () -> library.open(entry)).newest();
  }

  /** A sound goal; its first line is 受益学生人数, ≥735人. */
  private UUID goal() {
    return forms.complete(AKTO, project);
  }

  private GoalForm seen(UUID goal) {
    return forms.seenBy(CLERK, goal);
  }

  private String text(UUID goal, UUID line, GoalColumn column) {
    return seen(goal).cells().text(GoalCells.indicator(line, column));
  }

  private List<Suggestion> suggested(UUID goal, UUID line, String text) {
    return as(CLERK, () -> suggestions.suggest(goals.open(goal), Optional.of(line), "数量指标", text, 5));
  }

  private UUID blankLine(UUID goal) {
    return as(CLERK, () -> goals.addLines(goal, List.of(Map.of(GoalColumn.LEVEL1, "产出指标", GoalColumn.LEVEL2, "数量指标")),
        org.jiheng.app.common.Money.In.WAN)).lines().getFirst();
  }

  @Test
  void whatIsSuggestedKnowsTheProjectAndTheLineAndSaysWhy() {
    entered(Map.of(LibraryField.INDUSTRY, "教育信息化", LibraryField.FUNCTION_CODE, "20502"));
    Owner.told("update j_653022.project set industry = '教育信息化', functional_class = '2050202' where id = ?", project);
    UUID goal = goal();
    UUID line = blankLine(goal);
    does(CLERK, () -> forms.write(goal, GoalCells.indicator(line, GoalColumn.ANNUAL), "≥30盏"));
    Suggestion best = suggested(goal, line, "护眼灯安装").getFirst();
    assertThat(best.names().level3()).isEqualTo(name);
    assertThat(best.reasons()).extracting(Reason::rule).containsExactly(
        "library.name-alike", "library.same-second-level", "library.same-industry", "library.same-function", "library.same-unit");
  }

  @Test
  void takingOneFillsTheLineWhichStaysEditableAndRemembersTheVersion() {
    LibraryLine chosen = entered(Map.of(LibraryField.TARGET, "≥120"));
    UUID goal = goal();
    UUID line = blankLine(goal);
    does(CLERK, () -> goals.take(goal, line, chosen.id()));
    assertThat(text(goal, line, GoalColumn.LEVEL3)).isEqualTo(name);
    assertThat(text(goal, line, GoalColumn.ANNUAL)).as("direction, standard value and unit").isEqualTo("≥120盏");
    assertThat(text(goal, line, GoalColumn.EXPLANATION)).isEqualTo("教室中更换的护眼灯数");
    assertThat(text(goal, line, GoalColumn.STANDARD)).isEqualTo("PLAN");
    assertThat(taken(goal)).containsExactly(chosen.id().toString());
    assertThat(as(CLERK, () -> library.open(chosen.entry())).uses()).hasSize(1);
    does(CLERK, () -> forms.write(goal, GoalCells.indicator(line, GoalColumn.ANNUAL), "≥90盏"));
    assertThat(text(goal, line, GoalColumn.ANNUAL)).isEqualTo("≥90盏");
  }

  private static List<String> taken(UUID goal) {
    return Owner.rows("select taken from j_653022.goal_indicator where goal = ? and taken is not null", goal);
  }

  @Test
  void withoutAStandardValueTheUnitPutsItsNumberBetweenDirectionAndUnit_G5() {
    LibraryLine chosen = entered(Map.of());
    UUID goal = goal();
    UUID line = blankLine(goal);
    does(CLERK, () -> goals.take(goal, line, chosen.id()));
    assertThat(text(goal, line, GoalColumn.ANNUAL)).isEqualTo("≥ 盏");
    assertThat(seen(goal).result().at(GoalCells.indicator(line, GoalColumn.ANNUAL))).extracting(finding -> finding.problem().code())
        .contains("goal.not-a-number");
  }

  @Test
  void takingAnotherOneLetsGoOfTheFirstAndKeepsATargetThatIsWritten() {
    LibraryLine first = entered(Map.of(LibraryField.TARGET, "≥120"));
    LibraryLine second = entered(Map.of(LibraryField.LEVEL3, name + "(更换)", LibraryField.TARGET, "≥60"));
    UUID goal = goal();
    UUID line = blankLine(goal);
    does(CLERK, () -> goals.take(goal, line, first.id()));
    does(CLERK, () -> goals.take(goal, line, second.id()));
    assertThat(text(goal, line, GoalColumn.LEVEL3)).isEqualTo(name + "(更换)");
    assertThat(text(goal, line, GoalColumn.ANNUAL)).isEqualTo("≥120盏");
    assertThat(taken(goal)).containsExactly(second.id().toString());
    assertThat(as(CLERK, () -> library.open(first.entry())).uses()).isEmpty();
    assertThat(as(CLERK, () -> library.open(second.entry())).uses()).hasSize(1);
  }

  @Test
  void whoMayNotWriteTheLineTakesNothingIntoIt() {
    LibraryLine chosen = entered(Map.of());
    UUID goal = goal();
    UUID line = seen(goal).lines().getFirst();
    forms.walk(CLERK, goal, Move.SUBMIT);
    assertThat(forms.seenBy(Kizilsu.approver(AKTO), goal).desk().state()).isEqualTo(FormState.UNIT_REVIEW);
    for (Scope person : List.of(CLERK, Kizilsu.approver(AKTO))) {
      org.assertj.core.api.Assertions.assertThatThrownBy(() -> does(person, () -> goals.take(goal, line, chosen.id())))
          .isInstanceOf(org.jiheng.app.review.RefusedException.class);
    }
    assertThat(taken(goal)).isEmpty();
    assertThat(text(goal, line, GoalColumn.LEVEL3)).isEqualTo("受益学生人数");
  }

  @Test
  void anExpiredOneIsRefusedAtItsCellAndItsSuccessorIsOfferedFirstAndTaken() {
    LibraryLine old = entered(Map.of());
    UUID goal = goal();
    UUID line = blankLine(goal);
    does(CLERK, () -> goals.take(goal, line, old.id()));
    as(OFFICE, () -> desk.change(old.entry(), old.seen(), texts(Map.of(LibraryField.VALID_FROM, "2023-02-20", LibraryField.UNIT, "套")), "计量单位改为套"));
    LibraryLine now = newest(old.entry());
    assertRefused(() -> does(CLERK, () -> goals.take(goal, line, old.id())), "library-expired");
    assertThat(seen(goal).problems().get(GoalCells.indicator(line, GoalColumn.LEVEL3))).singleElement().satisfies(problem -> {
      assertThat(problem.code()).isEqualTo("goal.indicator-succeeded");
      assertThat(problem.inputs()).containsEntry("last", "2023-02-19").containsEntry("number", "2").containsEntry("from", "2023-02-20");
    });
    Suggestion first = suggested(goal, line, "").getFirst();
    assertThat(first.version()).isEqualTo(now.id());
    assertThat(first.reasons()).extracting(Reason::rule).containsExactly("library.successor");
    does(CLERK, () -> goals.take(goal, line, now.id()));
    assertThat(seen(goal).result().findings()).noneMatch(finding -> finding.check() == GoalCheck.STILL_IN_THE_LIBRARY);
  }

  /** What the prefecture shows no more, a county's goal that took it goes on saying: it is read, reviewed, approved and let go of. */
  @Test
  void anIndicatorWhoseSharingEndedStaysReadableInGoalsThatTookIt() {
    Scope oversight = Kizilsu.oversight();
    UUID entry = as(oversight, () -> desk.enter(texts(Map.of(LibraryField.LEVEL3, name + "(州)")))).entry().orElseThrow();
    UUID version = as(CLERK, () -> library.open(entry)).newest().id();
    UUID goal = goal();
    UUID line = blankLine(goal);
    does(CLERK, () -> goals.take(goal, line, version));
    List<LibrarySharing.Shown> whole = as(oversight, sharing::all);
    try {
      whole.forEach(one -> does(oversight, () -> sharing.withdraw(one.share().id())));
      assertThat(text(goal, line, GoalColumn.LEVEL3)).isEqualTo(name + "(州)");
      assertThat(text(goal, line, GoalColumn.EXPLANATION)).isEqualTo("教室中更换的护眼灯数");
      assertThat(seen(goal).result().findings()).noneMatch(finding -> finding.check() == GoalCheck.STILL_IN_THE_LIBRARY);
      assertThat(suggested(goal, line, name)).extracting(Suggestion::version).doesNotContain(version);
      does(CLERK, () -> forms.write(goal, GoalCells.indicator(line, GoalColumn.ANNUAL), "≥90盏"));
      does(CLERK, () -> goals.removeLines(goal, List.of(line)));
      assertThat(Owner.rows("select title from j_653022.library_use where indicator_version = ?", version)).isEmpty();
    } finally {
      whole.forEach(one -> does(oversight, () -> sharing.share(new Wish(one.share().county(), one.share().industry(), one.share().entry()))));
    }
  }
}
