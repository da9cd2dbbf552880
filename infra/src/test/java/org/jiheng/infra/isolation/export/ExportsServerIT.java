package org.jiheng.infra.isolation.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Kizilsu.AKTO;
import static org.jiheng.infra.server.Kizilsu.ARTUX;

import jakarta.inject.Inject;
import java.io.IOException;
import java.util.UUID;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.selfevaluation.SelfEvaluationExchange;
import org.jiheng.infra.server.Forms;
import org.jiheng.infra.server.Kizilsu;
import org.jiheng.infra.server.WholeProduct;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.Test;

/** A file that is taken out of the product holds the own county's forms, and there is no file of a foreign one. */
class ExportsServerIT extends WholeProduct {

  @Inject
  private SelfEvaluationExchange exchange;

  @Inject
  private Forms forms;

  private final int year = Forms.aYearOfItsOwn();

  @Test
  void anExportedListHoldsTheOwnCountysForms() throws IOException {
    UUID ours = forms.at(FormState.APPROVED, ARTUX, year);
    UUID theirs = forms.at(FormState.APPROVED, AKTO, year);
    assertThat(forms.exportedBy(Kizilsu.performanceOffice(ARTUX), year)).contains(ours.toString()).doesNotContain(theirs.toString());
    assertThat(forms.exportedBy(Kizilsu.performanceOffice(AKTO), year)).contains(theirs.toString()).doesNotContain(ours.toString());
    assertThat(forms.exportedBy(Kizilsu.oversight(), year)).doesNotContain(ours.toString(), theirs.toString());
  }

  @Test
  void thereIsNoFileOfAForeignForm() {
    UUID theirs = forms.begun(AKTO, year);
    for (Scope foreign : new Scope[] {Kizilsu.clerk(ARTUX), Kizilsu.performanceOffice(ARTUX), Kizilsu.oversight(), Kizilsu.clerkOfAnotherUnit(AKTO)}) {
      assertThatThrownBy(() -> as(foreign, () -> exchange.template(theirs))).as(foreign.caller().name()).isInstanceOf(NoSuchFormException.class);
    }
  }
}
