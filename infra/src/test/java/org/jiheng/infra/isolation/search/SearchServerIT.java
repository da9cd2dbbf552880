package org.jiheng.infra.isolation.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Kizilsu.AKTO;
import static org.jiheng.infra.server.Kizilsu.ARTUX;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiheng.app.common.Money;
import org.jiheng.app.review.FormState;
import org.jiheng.app.search.Found;
import org.jiheng.app.search.Search;
import org.jiheng.app.selfevaluation.SelfEvaluationList;
import org.jiheng.app.transfer.FundDocuments;
import org.jiheng.app.transfer.FundHead;
import org.jiheng.app.transfer.FundKind;
import org.jiheng.app.transfer.FundLevel;
import org.jiheng.infra.server.Contracts;
import org.jiheng.infra.server.Forms;
import org.jiheng.infra.server.GoalForms;
import org.jiheng.infra.server.Kizilsu;
import org.jiheng.infra.server.Owner;
import org.jiheng.infra.server.WholeProduct;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.Test;

/** Whatever is searched for, another county's forms are not among what is found, and not to be told by what is not. */
class SearchServerIT extends WholeProduct {

  @Inject
  private SelfEvaluationList list;

  @Inject
  private Forms forms;

  @Inject
  private Search search;

  @Inject
  private GoalForms goals;

  @Inject
  private Contracts contracts;

  @Inject
  private FundDocuments documents;

  private final int year = Forms.aYearOfItsOwn();

  private List<UUID> found(Jurisdiction where, String text) {
    SelfEvaluationList.Filter filter = new SelfEvaluationList.Filter(year, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), text,
        SelfEvaluationList.Sort.CHANGED, false);
    return as(Kizilsu.clerk(where), () -> list.page(filter, 0, 100)).stream().map(SelfEvaluationList.Line::id).toList();
  }

  @Test
  void theSameWordFindsTheOwnCountysFormsAlone() {
    UUID ours = forms.begun(ARTUX, year);
    UUID theirs = forms.begun(AKTO, year);
    for (String word : List.of("项目", Kizilsu.SCHOOL, "第一小学")) {
      assertThat(found(ARTUX, word)).as(word).containsExactly(ours);
      assertThat(found(AKTO, word)).as(word).containsExactly(theirs);
    }
  }

  @Test
  void aWordThatOnlyAnotherCountysFormsHaveFindsWhatAWordFindsThatNobodyHas() {
    forms.begun(ARTUX, year);
    UUID theirs = forms.begun(AKTO, year);
    for (String word : List.of(AKTO.name(), theirs.toString(), "653022", "j_653022", "' or 1=1 --", "%", "没有这个词")) {
      assertThat(found(ARTUX, word)).as(word).isEmpty();
    }
  }

  // --- the search of the shell, of every kind

  private Map<String, List<String>> shell(Scope person, String text) {
    return as(person, () -> search.find(text, year)).stream()
        .collect(Collectors.toMap(Found::kind, found -> found.hits().stream().map(Found.Hit::key).toList()));
  }

  private static String codeOf(UUID project, Jurisdiction where) {
    return Owner.asked("select code from j_" + where.code().value() + ".project where id = ?", project);
  }

  @Test
  void aProjectItsFormsOfAllTypesAndItsUnitAreFoundInTheOwnCountyAlone() {
    UUID ours = Forms.project(ARTUX, year);
    UUID goal = goals.begun(ARTUX, ours);
    UUID theirs = Forms.project(AKTO, year);
    UUID theirGoal = goals.begun(AKTO, theirs);
    UUID form = forms.begun(ARTUX, year);
    Scope clerk = Kizilsu.clerk(ARTUX);
    assertThat(shell(clerk, codeOf(ours, ARTUX))).isEqualTo(Map.of("PROJECT", List.of(ours.toString()), "GOAL", List.of(goal.toString())));
    assertThat(shell(clerk, "第一小学").get("GOAL")).containsExactly(goal.toString());
    assertThat(shell(clerk, "第一小学").get("SELF_EVALUATION")).containsExactly(form.toString());
    assertThat(shell(clerk, "第一小学")).as("a unit's clerk does not read the tree").doesNotContainKey("UNIT");
    assertThat(shell(Kizilsu.performanceOffice(ARTUX), Kizilsu.SCHOOL).get("UNIT")).containsExactly(Kizilsu.SCHOOL);
    for (String word : List.of(codeOf(theirs, AKTO), AKTO.name(), theirs.toString(), theirGoal.toString(), "653022", "' or 1=1 --", "%", "_", "")) {
      assertThat(shell(clerk, word)).as(word).isEmpty();
    }
  }

  @Test
  void whatIsNotTheOwnUnitsOrNotSentInYetIsNeitherFoundNorCounted() {
    UUID project = Forms.project(ARTUX, year);
    goals.begun(ARTUX, project);
    Scope elsewhere = Kizilsu.person(ARTUX, "卫生填报员", Kizilsu.HEALTH, Role.UNIT_CLERK);
    assertThat(shell(elsewhere, codeOf(project, ARTUX))).isEmpty();
    assertThat(shell(Kizilsu.performanceOffice(ARTUX), codeOf(project, ARTUX))).as("a draft is its unit's own business").containsOnlyKeys("PROJECT");
    for (Scope person : List.of(Kizilsu.systemAdministrator(ARTUX), Kizilsu.auditAdministrator(ARTUX), Kizilsu.oversight())) {
      assertThat(shell(person, codeOf(project, ARTUX))).isEmpty();
    }
    assertThat(as(Kizilsu.systemAdministrator(ARTUX), search::offered)).as("who reads nothing is shown no search").isFalse();
  }

  @Test
  void somebodyFromOutsideFindsTheFormsOfItsContractThatItMayOpenAndIsOnRecord() {
    UUID shown = forms.at(FormState.FINANCE_FIRST, ARTUX, year);
    UUID other = forms.at(FormState.FINANCE_FIRST, ARTUX, year);
    UUID goal = goals.approved(ARTUX, Contracts.projectOf(shown));
    Contracts.Company company = contracts.company();
    contracts.open(ARTUX, company, Contracts.projectOf(shown));
    Scope guest = contracts.scope(company.person(), ARTUX);
    assertThat(shell(guest, "第一小学")).isEqualTo(Map.of("SELF_EVALUATION", List.of(shown.toString())));
    assertThat(shell(guest, codeOf(Contracts.projectOf(other), ARTUX))).isEmpty();
    assertThat(shell(guest, codeOf(Contracts.projectOf(shown), ARTUX)).values()).as("no goal, which is closed to it").noneMatch(keys -> keys.contains(goal.toString()));
    assertThat(Owner.asked("select count(*) > 0 from j_653001.audit_entry where person = ? and act = 'READ' and subject = 'SELF_EVALUATION/list' and note like ?",
        company.person(), "%第一小学")).isIn("t", "true");
  }

  @Test
  void theClosestStandsFirstAndTenOfMany() {
    for (int i = 0; i < 12; i++) {
      Forms.project(ARTUX, year);
    }
    UUID one = Forms.project(ARTUX, year);
    Owner.told("update j_653001.project set name = ? where id = ?", "搜索专用", one);
    UUID longer = Forms.project(ARTUX, year);
    Owner.told("update j_653001.project set name = ? where id = ?", "关于搜索专用的项目", longer);
    assertThat(shell(Kizilsu.clerk(ARTUX), "搜索专用").get("PROJECT")).containsExactly(one.toString(), longer.toString());
    assertThat(as(Kizilsu.clerk(ARTUX), () -> search.find("第一小学", year))).filteredOn(found -> found.kind().equals("PROJECT")).singleElement()
        .satisfies(found -> {
          assertThat(found.hits()).hasSize(Search.SHOWN);
          assertThat(found.count()).isEqualTo(14);
        });
  }

  /** An approved form and its adjustment have the same title and unit. */
  @Test
  void formsOfTheSameNameAreToldApart() {
    UUID project = Forms.project(ARTUX, year);
    UUID approved = goals.approved(ARTUX, project);
    UUID adjustment = goals.adjusted(ARTUX, approved);
    List<Found.Hit> hits = as(Kizilsu.clerk(ARTUX), () -> search.find(codeOf(project, ARTUX), year)).stream()
        .filter(found -> found.kind().equals("GOAL")).flatMap(found -> found.hits().stream()).toList();
    assertThat(hits).extracting(Found.Hit::key, Found.Hit::state, Found.Hit::adjusts).containsExactlyInAnyOrder(
        tuple(approved.toString(), FormState.APPROVED.name(), false), tuple(adjustment.toString(), FormState.DRAFT.name(), true));
  }

  @Test
  void aFundDocumentIsFoundWhereItWasEnteredAndNowhereElse() {
    Scope desk = Kizilsu.oversight();
    FundHead head = new FundHead(year, "新财搜〔2031〕" + UUID.randomUUID().toString().substring(0, 8) + "号", "农田建设补助资金", "", FundLevel.CENTRAL, FundKind.GENERAL,
        Money.ofWan("100"), "自治区财政厅", Contracts.TODAY.minusDays(3));
    UUID document = as(desk, () -> documents.enter(head));
    assertThat(shell(desk, head.number())).isEqualTo(Map.of("FUND_DOCUMENT", List.of(document.toString())));
    for (Scope person : List.of(Kizilsu.performanceOffice(ARTUX), Kizilsu.clerk(ARTUX), Kizilsu.auditor(AKTO))) {
      assertThat(shell(person, head.number())).isEmpty();
    }
  }
}
