package org.jiheng.infra.isolation.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Kizilsu.AKTO;
import static org.jiheng.infra.server.Kizilsu.ARTUX;
import static org.jiheng.infra.server.Kizilsu.PREFECTURE;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiheng.app.calendar.TaskKind;
import org.jiheng.app.calendar.TaskScope;
import org.jiheng.app.calendar.TaskTerms;
import org.jiheng.app.document.Attachment;
import org.jiheng.app.document.AttachmentFile;
import org.jiheng.app.document.Attachments;
import org.jiheng.app.engagement.EngagementReport;
import org.jiheng.app.engagement.Engagements;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.task.Guides;
import org.jiheng.app.task.Tasks;
import org.jiheng.app.transfer.FundFiles;
import org.jiheng.infra.server.Contracts;
import org.jiheng.infra.server.Forms;
import org.jiheng.infra.server.FormsWithFiles;
import org.jiheng.infra.server.Funds;
import org.jiheng.infra.server.Kizilsu;
import org.jiheng.infra.server.Owner;
import org.jiheng.infra.server.WholeProduct;
import org.jiheng.infra.server.Work;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.Role;
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
  private FormsWithFiles withFiles;

  @Inject
  private Funds funds;

  @Inject
  private FundFiles fundFiles;

  @Inject
  private Tasks tasks;

  @Inject
  private Guides guides;

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

  private static AttachmentFile pdf(String name) {
    return AttachmentFile.of(name, Contracts.PDF).value().orElseThrow();
  }

  @Test
  void evidenceOfAFormOfAnotherCountyIsNotFoundByItsKeyNorThroughAFormOfTheOwn() {
    int year = Forms.aYearOfItsOwn();
    UUID form = forms.complete(ARTUX, year);
    UUID file = as(Kizilsu.clerk(ARTUX), () -> withFiles.attach(form, CellKey.of("goal"), pdf("佐证材料.pdf")));
    UUID own = forms.complete(AKTO, year);
    assertThat(as(Kizilsu.clerk(ARTUX), () -> withFiles.file(form, file)).content()).isEqualTo(Contracts.PDF);
    for (Scope foreign : List.of(Kizilsu.clerk(AKTO), Kizilsu.performanceOffice(AKTO), Kizilsu.oversight(), Kizilsu.auditor(AKTO))) {
      assertThatThrownBy(() -> as(foreign, () -> withFiles.file(form, file))).as(foreign.caller().name()).isInstanceOf(NoSuchFormException.class);
      assertThat(found(foreign, form, file)).as(foreign.caller().name()).isEmpty();
    }
    assertThatThrownBy(() -> as(Kizilsu.clerk(AKTO), () -> withFiles.file(own, file))).isInstanceOf(NoSuchFormException.class);
  }

  @Test
  void whatIsEnclosedInAFundDocumentOfAnotherCountyIsNotFoundByItsKeyNorThroughADocumentOfTheOwn() {
    Scope leader = Kizilsu.person(PREFECTURE, "州局领导", "", Role.BUREAU_LEADER);
    Funds.Split split = funds.split("600", "400");
    assertThat(as(Kizilsu.oversight(), () -> fundFiles.attach(split.document(), "下达文件.pdf", Contracts.PDF))).isEmpty();
    funds.sends(leader, split.document());
    Scope artux = Kizilsu.performanceOffice(ARTUX);
    Scope akto = Kizilsu.performanceOffice(AKTO);
    UUID theirs = funds.received(artux, split.document());
    UUID ours = funds.received(akto, split.document());
    FundFiles.File enclosed = as(artux, () -> fundFiles.of(theirs)).getFirst();
    assertThat(as(artux, () -> fundFiles.content(theirs, enclosed)).bytes()).isEqualTo(Contracts.PDF);
    for (Scope foreign : List.of(akto, Kizilsu.clerk(AKTO), Kizilsu.oversight(), Kizilsu.performanceOffice(Kizilsu.COUNTIES_ELSEWHERE.getFirst()))) {
      assertThatThrownBy(() -> as(foreign, () -> fundFiles.content(theirs, enclosed))).as(foreign.caller().name()).isInstanceOf(NoSuchFormException.class);
      assertThatThrownBy(() -> as(foreign, () -> fundFiles.of(theirs))).as(foreign.caller().name()).isInstanceOf(NoSuchFormException.class);
    }
    assertThatThrownBy(() -> as(akto, () -> fundFiles.content(ours, enclosed))).as("through the own document").isInstanceOf(NoSuchFormException.class);
  }

  @Test
  void aFileOfAGuideOfAnotherCountyIsNotFoundByItsKeyNorThroughATaskOfTheOwn() {
    int year = Forms.aYearOfItsOwn();
    UUID theirs = issued(ARTUX, year);
    UUID ours = issued(AKTO, year);
    try {
      does(Kizilsu.performanceOffice(ARTUX), () -> guides.give(theirs, 0, "以批复的绩效目标为准", Set.of(), List.of(pdf("填报指南.pdf"))));
      UUID file = as(Kizilsu.clerk(ARTUX), () -> guides.of(theirs)).orElseThrow().files().getFirst().id();
      assertThat(as(Kizilsu.clerk(ARTUX), () -> guides.file(theirs, file)).content()).isEqualTo(Contracts.PDF);
      for (Scope foreign : List.of(Kizilsu.clerk(AKTO), Kizilsu.performanceOffice(AKTO), Kizilsu.oversight())) {
        assertThatThrownBy(() -> as(foreign, () -> guides.of(theirs))).as(foreign.caller().name()).isInstanceOf(NoSuchFormException.class);
        assertThatThrownBy(() -> as(foreign, () -> guides.file(theirs, file))).as(foreign.caller().name()).isInstanceOf(NoSuchFormException.class);
        assertThat(found(foreign, theirs, file)).as(foreign.caller().name()).isEmpty();
      }
      assertThatThrownBy(() -> as(Kizilsu.clerk(AKTO), () -> guides.file(ours, file))).isInstanceOf(NoSuchFormException.class);
    } finally {
      for (String schema : List.of("j_653001", "j_653022")) {
        for (String table : List.of("task_guide_file", "task_guide", "task_unit")) {
          Owner.told("delete from " + schema + "." + table + " where task in (select id from " + schema + ".task where fiscal_year = ?)", year);
        }
        Owner.told("delete from " + schema + ".reminder where fiscal_year = ?", year);
        Owner.told("delete from " + schema + ".task where fiscal_year = ?", year);
      }
    }
  }

  private UUID issued(Jurisdiction where, int year) {
    Scope office = Kizilsu.performanceOffice(where);
    does(office, () -> assertThat(tasks.issue(new TaskTerms(year, TaskKind.SELF_EVALUATION, "自评任务", Contracts.TODAY.minusDays(5), Contracts.TODAY.plusDays(20),
        Optional.empty(), TaskScope.ALL, Set.of()))).isEmpty());
    return as(office, () -> tasks.list(year)).getFirst().task().id();
  }
}
