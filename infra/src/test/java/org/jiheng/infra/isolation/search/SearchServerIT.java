package org.jiheng.infra.isolation.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Kizilsu.AKTO;
import static org.jiheng.infra.server.Kizilsu.ARTUX;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.selfevaluation.SelfEvaluationList;
import org.jiheng.infra.server.Forms;
import org.jiheng.infra.server.Kizilsu;
import org.jiheng.infra.server.WholeProduct;
import org.jiheng.tenants.scope.Jurisdiction;
import org.junit.jupiter.api.Test;

/** Whatever is searched for, another county's forms are not among what is found, and not to be told by what is not. */
class SearchServerIT extends WholeProduct {

  @Inject
  private SelfEvaluationList list;

  @Inject
  private Forms forms;

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
}
