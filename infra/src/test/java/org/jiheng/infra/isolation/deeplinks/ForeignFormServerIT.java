package org.jiheng.infra.isolation.deeplinks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Kizilsu.AKTO;
import static org.jiheng.infra.server.Kizilsu.ARTUX;
import static org.jiheng.infra.server.Kizilsu.clerk;

import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jiheng.app.review.CellEdit;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.Move;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.Order;
import org.jiheng.app.review.ReturnReason;
import org.jiheng.app.rollup.Rollups;
import org.jiheng.app.selfevaluation.FormCells;
import org.jiheng.app.selfevaluation.SelfEvaluationExchange;
import org.jiheng.app.selfevaluation.SelfEvaluations;
import org.jiheng.infra.server.Forms;
import org.jiheng.infra.server.Kizilsu;
import org.jiheng.infra.server.Owner;
import org.jiheng.infra.server.WholeProduct;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.Test;

/** Whoever has the key of a form that is not theirs to see, from a link or a guess, is told it does not exist. */
class ForeignFormServerIT extends WholeProduct {

  private static final List<Scope> STRANGERS = List.of(
      Kizilsu.clerkOfAnotherUnit(ARTUX), clerk(AKTO), Kizilsu.performanceOffice(AKTO), Kizilsu.systemAdministrator(ARTUX), Kizilsu.oversight(),
      Kizilsu.person(ARTUX, "卫健委审核员", Kizilsu.HEALTH, Role.DEPARTMENT_REVIEWER),
      Kizilsu.person(ARTUX, "第三方", "", Role.THIRD_PARTY), Kizilsu.person(ARTUX, "无岗位", ""));

  @Inject
  private SelfEvaluations selfEvaluations;

  @Inject
  private SelfEvaluationExchange exchange;

  @Inject
  private Rollups rollups;

  @Inject
  private Forms forms;

  private final int year = Forms.aYearOfItsOwn();

  /** Every use case that is given the key of a form. */
  private Map<String, Consumer<UUID>> useCases() {
    Map<String, Consumer<UUID>> useCases = new LinkedHashMap<>();
    Order order = new Order(Identifiers.next(), 1, Optional.of(ReturnReason.OTHER), "没有理由的理由");
    useCases.put("open", id -> selfEvaluations.open(id));
    useCases.put("open in English", id -> selfEvaluations.open(id, Locale.ENGLISH));
    useCases.put("write", id -> selfEvaluations.write(id, List.of(new CellEdit(FormCells.STATEMENT, "", "别人的"))));
    useCases.put("dropDraft", id -> selfEvaluations.dropDraft(id, FormCells.STATEMENT));
    useCases.put("addLines", id -> selfEvaluations.addLines(id, List.of(Map.of())));
    useCases.put("removeLines", id -> selfEvaluations.removeLines(id, List.of(UUID.randomUUID())));
    for (Move move : Move.values()) {
      useCases.put(move.name(), id -> selfEvaluations.walk(id, move, order));
    }
    useCases.put("note", id -> selfEvaluations.note(id, FormCells.STATEMENT, ReturnReason.OTHER, "别人的意见"));
    useCases.put("dropNote", id -> selfEvaluations.dropNote(id, UUID.randomUUID()));
    useCases.put("answer", id -> selfEvaluations.answer(id, UUID.randomUUID(), "代答"));
    useCases.put("compare", id -> selfEvaluations.compare(id, 1, 0));
    useCases.put("template", id -> exchange.template(id));
    useCases.put("read a file", id -> exchange.read(id, "x.json", new byte[0]));
    return useCases;
  }

  private void doesNotExistFor(List<Scope> people, UUID id) {
    String before = Forms.whole(id);
    for (Scope stranger : people) {
      useCases().forEach((name, useCase) -> assertThatThrownBy(() -> does(stranger, () -> useCase.accept(id)))
          .as("%s by %s of %s", name, stranger.caller().name(), stranger.jurisdiction().name()).isInstanceOf(NoSuchFormException.class));
    }
    assertThat(Forms.whole(id)).isEqualTo(before);
  }

  @Test
  void aFormUnderReviewDoesNotExistForAnotherUnitAnotherCountyOrAnotherRole() {
    doesNotExistFor(STRANGERS, forms.at(FormState.FINANCE_FIRST, ARTUX, year));
  }

  @Test
  void anApprovedFormDoesNotExistForThemEither() {
    doesNotExistFor(STRANGERS, forms.at(FormState.APPROVED, ARTUX, year));
  }

  @Test
  void aFormNotYetSentDoesNotExistForWhoeverIsNotItsUnit() {
    doesNotExistFor(List.of(Kizilsu.departmentReviewer(ARTUX), Kizilsu.financeSection(ARTUX), Kizilsu.performanceOffice(ARTUX),
        Kizilsu.auditor(ARTUX)), forms.complete(ARTUX, year));
  }

  @Test
  void aKeyNobodyEverUsedIsAnsweredTheSame() {
    UUID nobodys = UUID.randomUUID();
    useCases().forEach((name, useCase) -> assertThatThrownBy(() -> does(clerk(ARTUX), () -> useCase.accept(nobodys)))
        .as(name).isInstanceOf(NoSuchFormException.class).hasMessage("no such form"));
  }

  /** A batch is looked through as a whole: what is not the caller's to see is in it as little as what never was. */
  @Test
  void aBatchLeavesOutWhatIsNotTheCallersToSee() {
    UUID id = forms.at(FormState.FINANCE_FIRST, ARTUX, year);
    for (Scope stranger : STRANGERS) {
      assertThat(as(stranger, () -> selfEvaluations.preview(List.of(id, UUID.randomUUID()), Move.PASS))).as(stranger.caller().name()).isEmpty();
    }
    assertThat(as(Kizilsu.financeSection(ARTUX), () -> selfEvaluations.preview(List.of(id, UUID.randomUUID()), Move.PASS))).hasSize(1);
  }

  @Test
  void aProjectOfAnotherCountyIsNotBegunByItsKey() {
    UUID project = Forms.project(ARTUX, year);
    assertThatThrownBy(() -> as(clerk(AKTO), () -> selfEvaluations.begin(project))).isInstanceOf(NoSuchFormException.class);
    assertThat(Owner.asked("select count(*) from j_653022.self_evaluation where project = ?", project)).isEqualTo("0");
  }

  @Test
  void thePrefecturesEyeIsClosedToWhoeverDoesNotOversee() {
    UUID id = forms.at(FormState.APPROVED, ARTUX, year);
    for (Scope stranger : List.of(clerk(ARTUX), Kizilsu.performanceOffice(AKTO), Kizilsu.person(AKTO, "冒充", "", Role.PREFECTURE_OVERSIGHT),
        Kizilsu.person(Kizilsu.PREFECTURE, "州里其他人", "", Role.PERFORMANCE_OFFICE))) {
      assertThatThrownBy(() -> as(stranger, () -> rollups.approvedForm(ARTUX.code(), id, Locale.CHINESE)))
          .as(stranger.caller().name()).isInstanceOf(NoSuchFormException.class);
    }
  }
}
