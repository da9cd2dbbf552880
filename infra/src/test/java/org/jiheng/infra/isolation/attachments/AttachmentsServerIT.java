package org.jiheng.infra.isolation.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Kizilsu.AKTO;
import static org.jiheng.infra.server.Kizilsu.ARTUX;

import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.document.Attachment;
import org.jiheng.app.document.Attachments;
import org.jiheng.app.engagement.EngagementReport;
import org.jiheng.app.engagement.Engagements;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.infra.server.Contracts;
import org.jiheng.infra.server.Forms;
import org.jiheng.infra.server.Kizilsu;
import org.jiheng.infra.server.WholeProduct;
import org.jiheng.infra.server.Work;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.Test;

/** A file is opened through what it belongs to, by whoever may see that; its key alone opens nothing. */
class AttachmentsServerIT extends WholeProduct {

  @Inject
  private Engagements engagements;

  @Inject
  private Attachments attachments;

  @Inject
  private Contracts contracts;

  @Inject
  private Forms forms;

  @Inject
  private Work work;

  /** Past the use case that decides who may look. */
  private Optional<Attachment> found(Scope person, UUID subject, UUID file) {
    return as(person, () -> work.inTransaction(_ -> attachments.find(subject, file)));
  }

  @Test
  void aFileOfAnotherCountyIsNotFoundByItsKey() {
    UUID form = forms.at(FormState.APPROVED, ARTUX, Forms.aYearOfItsOwn());
    Contracts.Company company = contracts.company();
    UUID contract = contracts.open(ARTUX, company, Contracts.projectOf(form));
    does(contracts.scope(company.person(), ARTUX),
        () -> engagements.report(contract, EngagementReport.Kind.WORK_PLAN, "方案", "", Optional.of("方案.pdf"), Contracts.PDF));
    UUID file = contracts.seenBy(Kizilsu.performanceOffice(ARTUX), contract).reports().getFirst().attachment().orElseThrow();

    assertThat(as(Kizilsu.performanceOffice(ARTUX), () -> engagements.file(contract, file))).isNotNull();
    for (Scope foreign : new Scope[] {Kizilsu.performanceOffice(AKTO), Kizilsu.oversight(), Kizilsu.clerk(ARTUX), Kizilsu.systemAdministrator(ARTUX)}) {
      assertThatThrownBy(() -> as(foreign, () -> engagements.file(contract, file))).as(foreign.caller().name()).isInstanceOf(NoSuchFormException.class);
    }
    for (Scope foreign : new Scope[] {Kizilsu.performanceOffice(AKTO), Kizilsu.oversight()}) {
      assertThat(found(foreign, contract, file)).as("%s", foreign.caller().name()).isEmpty();
    }
    assertThat(found(Kizilsu.performanceOffice(ARTUX), UUID.randomUUID(), file)).as("through what it does not belong to").isEmpty();
  }
}
