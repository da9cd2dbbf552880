package org.jiheng.infra.isolation.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiheng.infra.server.Acting.as;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiheng.app.calendar.WorkItem;
import org.jiheng.app.calendar.WorkList;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.RecentWork;
import org.jiheng.app.selfevaluation.SelfEvaluationList;
import org.jiheng.infra.server.Forms;
import org.jiheng.infra.server.Kizilsu;
import org.jiheng.infra.server.WholeProduct;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every county has a form of the same year on the same desk: lists, their sums and the work list hold the own one alone. */
class ListsServerIT extends WholeProduct {

  @Inject
  private SelfEvaluationList list;

  @Inject
  private WorkList workList;

  @Inject
  private RecentWork recentWork;

  @Inject
  private Forms forms;

  private final int year = Forms.aYearOfItsOwn();
  private final Map<String, UUID> formOf = new TreeMap<>();

  @BeforeEach
  void aFormOnTheSameDeskOfEveryCounty() {
    for (Jurisdiction county : Kizilsu.ALL_COUNTIES) {
      formOf.put(county.name(), forms.at(FormState.FINANCE_SECOND, county, year));
    }
  }

  @Test
  void aListAndItsSumsHoldTheFormsOfTheOwnCounty() {
    for (Jurisdiction county : Kizilsu.ALL_COUNTIES) {
      for (Scope reader : new Scope[] {Kizilsu.performanceOffice(county), Kizilsu.auditor(county), Kizilsu.clerk(county)}) {
        assertThat(as(reader, () -> list.page(Forms.all(year), 0, 100)).stream().map(SelfEvaluationList.Line::id))
            .as("%s of %s", reader.caller().name(), county.name()).containsExactly(formOf.get(county.name()));
        assertThat(as(reader, () -> list.totals(Forms.all(year))).forms()).isEqualTo(1);
      }
    }
  }

  @Test
  void theWorkListAndWhatWasDealtWithLastHoldTheFormsOfTheOwnCounty() {
    for (Jurisdiction county : Kizilsu.ALL_COUNTIES) {
      String others = formOf.entrySet().stream().filter(one -> !one.getKey().equals(county.name())).map(one -> one.getValue().toString()).collect(Collectors.joining("|"));
      assertThat(as(Kizilsu.performanceOffice(county), workList::mine).stream().map(WorkItem::toString)).noneMatch(item -> item.matches(".*(" + others + ").*"))
          .anyMatch(item -> item.contains(formOf.get(county.name()).toString()));
      assertThat(String.valueOf(as(Kizilsu.financeSection(county), recentWork::mine))).contains(formOf.get(county.name()).toString()).doesNotContain(others.split("\\|"));
    }
  }
}
