package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.assertRefused;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Kizilsu.AKQI;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.Money;
import org.jiheng.app.project.Classified;
import org.jiheng.app.project.Duplicates;
import org.jiheng.app.project.FundingEntry;
import org.jiheng.app.project.FundingKind;
import org.jiheng.app.project.FundingSource;
import org.jiheng.app.project.ProjectDecisions;
import org.jiheng.app.project.ProjectEntry;
import org.jiheng.app.project.ProjectMoney;
import org.jiheng.app.project.ProjectPage;
import org.jiheng.app.project.Projects;
import org.jiheng.app.project.Protection;
import org.jiheng.app.selfevaluation.SelfEvaluations;
import org.jiheng.tenants.audit.AuditEntry;
import org.jiheng.tenants.audit.AuditTrail;
import org.jiheng.tenants.audit.Trail;
import org.jiheng.tenants.audit.TrailFilter;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.Test;

/** What is classified stays off the platform: the flag takes its place (DOMAIN 12). */
class ConfidentialProjectServerIT extends InTheLibrary {

  @Inject
  private ProjectMoney money;

  @Inject
  private ProjectDecisions decisions;

  @Inject
  private Duplicates duplicates;

  @Inject
  private Projects projects;

  @Inject
  private SelfEvaluations selfEvaluations;

  @Inject
  private Trail trail;

  @Inject
  private AuditTrail auditTrail;

  @Test
  void ofAConfidentialProjectNothingIsDescribedAndNoFormIsBegun() {
    UUID id = entered("机房" + NUMBER, today.getYear());
    does(CLERK, () -> money.add(id, UUID.randomUUID(), new FundingEntry(today.getYear(), FundingSource.OWN_FUNDS, FundingKind.OPENING, Money.ofWan("20"),
        today, "机房建设批复", "指挥机房设备")));
    does(CLERK, () -> money.add(id, UUID.randomUUID(), line(FundingKind.OPENING, FundingSource.OTHER, "3")));
    UUID mistaken = seen(CLERK, id).lines().getLast().id();
    does(CLERK, () -> money.strike(id, mistaken, "指挥机房另行登记"));
    ProjectPage page = seen(CLERK, id);
    ProjectEntry said = page.project().entry(page.rural());
    ProjectEntry secret = new ProjectEntry(said.code(), false, "", said.unit(), said.fiscalYear(), said.category(), said.attribute(), said.type(), said.starts(),
        said.ends(), "", "", "", "", "", "", said.totalInvestment(), Optional.empty(), Optional.empty(), true);
    does(CLERK, () -> library.change(id, page.project().version(), secret));
    ProjectPage now = seen(OFFICE, id);
    assertThat(now.project().name()).isEqualTo(ProjectEntry.PLACEHOLDER);
    assertThat(now.lines()).hasSize(2).allSatisfy(line -> {
      assertThat(line.entry().note()).isEmpty();
      assertThat(line.entry().document()).isEqualTo(ProjectEntry.PLACEHOLDER);
    });
    assertThat(Owner.rows("select l::text from j_653023.funding_line l where project = ?", id)).hasSize(2).noneMatch(row -> row.contains("机房"));
    assertRefused(() -> does(CLERK, () -> money.add(id, UUID.randomUUID(), new FundingEntry(today.getYear(), FundingSource.OWN_FUNDS, FundingKind.SUPPLEMENT,
        Money.ofWan("1"), today, "号", "机房二期"))), "project-classified-described");
    does(ExAntes.budgetSection(AKQI), () -> money.add(id, UUID.randomUUID(), line(FundingKind.SUPPLEMENT, FundingSource.GENERAL_BUDGET, "50")));
    does(OFFICE, () -> decisions.mark(id, seen(OFFICE, id).project().version(), true, Protection.OTHER, "指挥机房须保障"));
    assertThat(TrailRows.of(AKQI, "PROJECT/" + id).stream().skip(4)).as("since the flag was set").isNotEmpty().noneMatch(row -> row.contains("机房") || row.contains("8号"));
    assertRefused(() -> does(CLERK, () -> library.change(id, seen(CLERK, id).project().version(), said)), "project-has-money-past-the-gates");
    assertThat(now.rural()).isEmpty();
    assertThat(Owner.asked("select p::text from j_653023.project p where id = ?", id)).doesNotContain("会议纪要").doesNotContain("陈立峰").doesNotContain("机房");
    assertThat(TrailRows.of(AKQI, "PROJECT/" + id).stream().filter(row -> row.startsWith("CHANGE"))).isNotEmpty().noneMatch(row -> row.contains("会议纪要"));
    assertRefused(() -> as(CLERK, () -> selfEvaluations.begin(id)), "project-confidential");
    assertThat(as(CLERK, () -> selfEvaluations.projectsToBegin(today.getYear()))).extracting(SelfEvaluations.ProjectChoice::id).doesNotContain(id);
    assertThatThrownBy(() -> Owner.told("update j_653023.project set content = '写回' where id = ?", id)).hasMessageContaining("nothing_classified_is_described");
  }

  @Test
  void thePrefectureSeesWhatWasGivenAndNoWordsAboutWhatIsConfidentialWhoeverPutThemThere() {
    UUID id = entered("信息中心" + NUMBER, today.getYear());
    does(CLERK, () -> money.add(id, UUID.randomUUID(), line(FundingKind.ASKED, FundingSource.GENERAL_BUDGET, "100")));
    does(CLERK, () -> money.add(id, UUID.randomUUID(), new FundingEntry(today.getYear(), FundingSource.OWN_FUNDS, FundingKind.OPENING, Money.ofWan("20"),
        today, "机房建设批复", "指挥机房设备")));
    Scope eye = Looking.into(trail, AKQI);
    assertThat(as(eye, () -> projects.lines(id))).extracting(line -> line.entry().note()).as("what is asked for is between the county's finance and its unit")
        .containsExactly("指挥机房设备");
    assertThat(as(eye, () -> projects.find(id)).orElseThrow().askedBudget()).isEqualTo(Money.ZERO);
    Owner.told("update j_653023.project set confidential = true, name = '涉密项目,线下管理', basis = '', content = '', leader = '', phone = '', functional_class = '', "
        + "industry = '', direct_category = '', upper_document = '', rural = false where id = ?", id);
    FundingEntry seen = as(eye, () -> projects.lines(id)).getFirst().entry();
    assertThat(seen.note()).isEmpty();
    assertThat(seen.document()).isEqualTo(ProjectEntry.PLACEHOLDER);
  }

  /** The trail is never changed: it says the same for ever, and who shows it asks what may be shown. */
  @Test
  void whatTheTrailSaidBeforeTheFlagIsNotShownAndStaysInTheChain() {
    UUID id = entered("指挥机房" + NUMBER, today.getYear());
    UUID other = entered("指挥机房" + NUMBER, today.getYear());
    does(OFFICE, () -> duplicates.notDuplicate(other, id, "分属两处机房"));
    ProjectEntry said = seen(CLERK, id).project().entry(Optional.empty());
    ProjectEntry secret = new ProjectEntry(said.code(), false, "", said.unit(), said.fiscalYear(), said.category(), said.attribute(), said.type(), said.starts(),
        said.ends(), "", "", "", "", "", "", said.totalInvestment(), Optional.empty(), Optional.empty(), true);
    assertThat(shown(id)).as("open to everybody who reads the trail").allMatch(Optional::isEmpty);
    does(CLERK, () -> library.change(id, seen(CLERK, id).project().version(), secret));
    assertThat(shown(id)).as("the entry, and since then what describes nothing").first().isEqualTo(Optional.of(said.code()));
    assertThat(shown(id)).last().isEqualTo(Optional.empty());
    assertThat(shown(other)).as("its own entry, and the verdict that names both").containsExactly(Optional.empty(), Optional.of(said.code()));
    assertThat(Owner.rows("select title from j_653023.audit_entry where subject = 'PROJECT/' || ? order by at, id", id).getFirst()).contains("指挥机房");
    assertThat(called("指挥机房")).as("who guesses the name finds only what else is called so").isNotEmpty()
        .allMatch(entry -> entry.subject().startsWith("PROJECT/" + other) && !entry.note().startsWith("NOT_DUPLICATE"));
    assertThat(called(ProjectEntry.PLACEHOLDER)).as("what describes nothing is found").anyMatch(entry -> entry.subject().contains(id.toString()));
  }

  /** What the screen finds by a title. */
  private List<AuditEntry> called(String title) {
    Scope administrator = Kizilsu.auditAdministrator(AKQI);
    TrailFilter filter = new TrailFilter("", Optional.empty(), title, Optional.empty(), Optional.empty(), Optional.empty(),
        as(administrator, projects::classified).untold());
    return as(administrator, () -> auditTrail.page(filter, 0, 100)).stream().map(AuditTrail.Line::entry).toList();
  }

  /** Of each entry about a project, the first in front: the code alone, or nothing that is held back. */
  private List<Optional<String>> shown(UUID id) {
    Scope administrator = Kizilsu.auditAdministrator(AKQI);
    Classified classified = as(administrator, projects::classified);
    TrailFilter about = new TrailFilter("", Optional.empty(), "PROJECT/" + id, Optional.empty(), Optional.empty(), Optional.empty());
    return as(administrator, () -> auditTrail.page(about, 0, 100)).reversed().stream().map(AuditTrail.Line::entry)
        .map(entry -> classified.of(entry.title(), entry.note(), entry.subject(), entry.before(), entry.after())).toList();
  }
}
