package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.assertRefused;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Kizilsu.AKQI;

import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jiheng.app.goal.GoalProposals;
import org.jiheng.app.goal.Goals;
import org.jiheng.app.library.EntryState;
import org.jiheng.app.library.IndicatorLibrary;
import org.jiheng.app.library.LibraryDesk;
import org.jiheng.app.library.LibraryField;
import org.jiheng.app.library.LibrarySuggestions;
import org.jiheng.app.library.LibrarySuggestions.Alike;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.Test;

/** 提议入库: an indicator of an approved goal becomes a proposal of its department, which finance confirms or sends back (DOMAIN 3.10). */
class GoalProposalServerIT extends WholeProduct {

  private static final Scope CLERK = Kizilsu.clerk(AKQI);
  private static final Scope REVIEWER = Kizilsu.departmentReviewer(AKQI);
  private static final Scope FINANCE = Kizilsu.financeSection(AKQI);
  private static final AtomicInteger NUMBER = new AtomicInteger();

  @Inject
  private GoalProposals proposals;

  @Inject
  private GoalForms forms;

  @Inject
  private Goals goals;

  @Inject
  private IndicatorLibrary library;

  @Inject
  private LibraryDesk desk;

  @Inject
  private LibrarySuggestions suggestions;

  private final String name = "食堂明厨亮灶覆盖数" + NUMBER.incrementAndGet();

  private UUID approved() {
    return forms.approved(AKQI, Forms.project(AKQI, Forms.aYearOfItsOwn()));
  }

  private UUID lineOf(UUID goal, String level3) {
    return as(REVIEWER, () -> proposals.lines(goal)).entrySet().stream().filter(one -> one.getValue().get(LibraryField.LEVEL3).equals(level3))
        .map(Map.Entry::getKey).findFirst().orElseThrow();
  }

  private Map<LibraryField, String> texts(UUID goal, UUID line) {
    Map<LibraryField, String> texts = new EnumMap<>(as(REVIEWER, () -> proposals.lines(goal)).get(line));
    texts.put(LibraryField.LEVEL3, name);
    return texts;
  }

  private UUID proposed(UUID goal, UUID line) {
    return as(REVIEWER, () -> proposals.propose(goal, line, texts(goal, line))).entry().orElseThrow();
  }

  @Test
  void whatTheGoalSaysIsFilledInAlready() {
    UUID project = Forms.project(AKQI, Forms.aYearOfItsOwn());
    Owner.told("update j_653023.project set industry = '交通', functional_class = '20502' where id = ?", project);
    UUID goal = forms.approved(AKQI, project);
    assertThat(as(CLERK, () -> GoalProposals.offered(goals.open(goal)))).isTrue();
    assertThat(as(FINANCE, () -> GoalProposals.offered(goals.open(goal)))).isFalse();
    Map<LibraryField, String> texts = as(REVIEWER, () -> proposals.lines(goal)).get(lineOf(goal, "受益学生人数"));
    assertThat(texts).containsEntry(LibraryField.LEVEL1, "产出指标").containsEntry(LibraryField.LEVEL2, "数量指标").containsEntry(LibraryField.KIND, "定量")
        .containsEntry(LibraryField.SIGN, "≥").containsEntry(LibraryField.UNIT, "人").containsEntry(LibraryField.TARGET, "≥735人")
        .containsEntry(LibraryField.INDUSTRY, "交通").containsEntry(LibraryField.FUNCTION_CODE, "20502");
  }

  @Test
  void aDepartmentProposesInOneActAndFinanceSeesWhereItComesFromAndConfirms() {
    UUID goal = approved();
    UUID line = lineOf(goal, "受益学生人数");
    UUID entry = proposed(goal, line);
    IndicatorLibrary.Page page = as(FINANCE, () -> library.open(entry));
    assertThat(page.newest().state()).isEqualTo(EntryState.PROPOSED);
    assertThat(page.newest().origin()).isEqualTo("GOAL/" + goal + "/" + line);
    assertThat(page.source()).hasValueSatisfying(source -> assertThat(source.form()).isEqualTo(goal));
    does(FINANCE, () -> desk.confirm(entry, page.newest().seen()));
    assertThat(as(CLERK, () -> library.open(entry)).newest().state()).isEqualTo(EntryState.IN_FORCE);
    assertThat(as(Kizilsu.clerkOfAnotherUnit(AKQI), () -> library.open(entry)).source()).as("another unit's goal is not its business").isEmpty();
  }

  @Test
  void financeDeclinesWithAReason() {
    UUID goal = approved();
    UUID entry = proposed(goal, lineOf(goal, "受益学生人数"));
    int seen = as(FINANCE, () -> library.open(entry)).newest().seen();
    assertRefused(() -> does(FINANCE, () -> desk.giveBack(entry, seen, "")), "library-says-why");
    does(FINANCE, () -> desk.giveBack(entry, seen, "与县级指标重复,请直接选用"));
    assertThat(as(REVIEWER, () -> library.open(entry)).newest().stateReason()).isEqualTo("与县级指标重复,请直接选用");
  }

  @Test
  void aLineIsProposedOnceUntilItIsStopped() {
    UUID goal = approved();
    UUID line = lineOf(goal, "受益学生人数");
    UUID entry = proposed(goal, line);
    assertRefused(() -> proposed(goal, line), "library-proposed-already");
    does(FINANCE, () -> desk.confirm(entry, library.open(entry).newest().seen()));
    does(FINANCE, () -> desk.stop(entry, library.open(entry).newest().seen(), "不再适用本年度"));
    assertThat(proposed(goal, line)).isNotEqualTo(entry);
  }

  @Test
  void whatTheLibraryHasOfNearlyTheSameNameIsShownTheLikestFirst() {
    UUID goal = approved();
    UUID entry = proposed(goal, lineOf(goal, "受益学生人数"));
    Optional<Alike> same = as(REVIEWER, () -> suggestions.alike(name, 5)).stream().findFirst();
    assertThat(same).hasValueSatisfying(one -> {
      assertThat(one.entry()).isEqualTo(entry);
      assertThat(one.state()).as("what waits counts as well").isEqualTo(EntryState.PROPOSED);
      assertThat(one.likeness().toString()).isEqualTo("100.00%");
    });
    assertThat(as(REVIEWER, () -> suggestions.alike("食堂明厨亮灶覆盖", 5))).extracting(Alike::entry).contains(entry);
    assertThat(as(REVIEWER, () -> suggestions.alike("新建公路里程", 50))).extracting(Alike::entry).doesNotContain(entry);
    assertThat(as(REVIEWER, () -> suggestions.alike("", 5))).isEmpty();
  }

  @Test
  void onlyOutOfApprovedGoalsAndOnlyByItsDepartment() {
    UUID draft = forms.complete(AKQI, Forms.project(AKQI, Forms.aYearOfItsOwn()));
    assertRefused(() -> as(CLERK, () -> proposals.lines(draft)), "library-out-of-approved-goals");
    UUID goal = approved();
    UUID line = lineOf(goal, "受益学生人数");
    Map<LibraryField, String> texts = texts(goal, line);
    Scope health = Kizilsu.person(AKQI, "卫健审核员", Kizilsu.HEALTH, Role.DEPARTMENT_REVIEWER);
    assertThatThrownBy(() -> as(health, () -> proposals.propose(goal, line, texts))).isInstanceOf(NoSuchFormException.class);
    assertRefused(() -> as(FINANCE, () -> proposals.propose(goal, line, texts)), "library-not-yours");
    assertThatThrownBy(() -> as(REVIEWER, () -> proposals.propose(goal, UUID.randomUUID(), texts))).isInstanceOf(NoSuchFormException.class);
  }

  @Test
  void whatWasTakenFromTheLibraryIsNotProposedAgain() {
    Scope office = Kizilsu.performanceOffice(AKQI);
    UUID entry = as(office, () -> desk.enter(IndicatorLibraryServerIT.indicator(name))).entry().orElseThrow();
    UUID version = as(office, () -> library.open(entry)).newest().id();
    UUID project = Forms.project(AKQI, Forms.aYearOfItsOwn());
    UUID goal = forms.complete(AKQI, project);
    UUID line = forms.seenBy(CLERK, goal).lines().getFirst();
    does(CLERK, () -> goals.take(goal, line, version));
    forms.carry(AKQI, goal, org.jiheng.app.review.FormState.APPROVED);
    assertThat(as(REVIEWER, () -> proposals.lines(goal))).hasSize(4).doesNotContainKey(line);
    Map<LibraryField, String> texts = IndicatorLibraryServerIT.indicator(name);
    assertThatThrownBy(() -> as(REVIEWER, () -> proposals.propose(goal, line, texts))).isInstanceOf(NoSuchFormException.class);
  }
}
