package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.assertRefused;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Kizilsu.AKTO;
import static org.jiheng.infra.server.Kizilsu.ARTUX;
import static org.jiheng.infra.server.Kizilsu.clerk;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiheng.app.calendar.TaskKind;
import org.jiheng.app.calendar.TaskScope;
import org.jiheng.app.calendar.TaskTerms;
import org.jiheng.app.calendar.WorkItem;
import org.jiheng.app.calendar.WorkList;
import org.jiheng.app.document.AttachmentFile;
import org.jiheng.app.document.Attachments;
import org.jiheng.app.review.FormGuide;
import org.jiheng.app.review.FormHead;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.selfevaluation.SelfEvaluations;
import org.jiheng.app.task.Guides;
import org.jiheng.app.task.Tasks;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Forms are filled in by the region's setting guide (S9): finance gives it with the task, and units read it where they work. */
class TaskGuideServerIT extends WholeProduct {

  private static final LocalDate TODAY = Contracts.TODAY;
  private static final Scope OFFICE = Kizilsu.performanceOffice(ARTUX);
  private static final AttachmentFile MANUAL = AttachmentFile.of("填报指南.pdf", "%PDF-1.4\nx\n%%EOF".getBytes(StandardCharsets.ISO_8859_1)).value().orElseThrow();
  private static final AttachmentFile SAMPLE = AttachmentFile.of("样表.pdf", "%PDF-1.4\ny\n%%EOF".getBytes(StandardCharsets.ISO_8859_1)).value().orElseThrow();

  @Inject
  private Tasks tasks;

  @Inject
  private Guides guides;

  @Inject
  private WorkList workList;

  @Inject
  private SelfEvaluations selfEvaluations;

  @Inject
  private Forms forms;

  private final int year = Forms.aYearOfItsOwn();

  @AfterEach
  void noTaskIsLeft() {
    String ofYear = " in (select id from j_653001.task where fiscal_year = ?)";
    Owner.told("delete from j_653001.task_guide_file where task" + ofYear, year);
    Owner.told("delete from j_653001.task_guide where task" + ofYear, year);
    Owner.told("delete from j_653001.reminder where fiscal_year = ?", year);
    Owner.told("delete from j_653001.task_unit where fiscal_year = ?", year);
    Owner.told("delete from j_653001.task where fiscal_year = ?", year);
  }

  private UUID issued(TaskScope scope, String... units) {
    String title = "自评" + scope + String.join(",", units);
    does(OFFICE, () -> assertThat(tasks.issue(new TaskTerms(year, TaskKind.SELF_EVALUATION, title, TODAY.minusDays(5), TODAY.plusDays(20), Optional.empty(), scope,
        Set.of(units)))).isEmpty());
    return as(OFFICE, () -> tasks.list(year)).stream().map(line -> line.task()).filter(task -> task.title().equals(title)).findFirst().orElseThrow().id();
  }

  private FormHead head(UUID form) {
    return forms.seenBy(clerk(ARTUX), form).desk().head();
  }

  @Test
  void whatTheOfficeSaysToATaskIsReadOnTheTaskOnItsFormsAndOnTheWorkList() {
    FormHead head = head(forms.begun(ARTUX, year));
    Forms.project(ARTUX, year);
    UUID task = issued(TaskScope.ALL);
    assertThat(as(clerk(ARTUX), () -> guides.of(task))).isEmpty();
    assertThat(as(clerk(ARTUX), () -> selfEvaluations.guide(head))).isEmpty();
    does(OFFICE, () -> guides.give(task, 0, "  指标值以批复的绩效目标为准。\n偏差超过 20% 须说明原因。 ", Set.of(), List.of(MANUAL)));

    FormGuide read = as(clerk(ARTUX), () -> guides.of(task)).orElseThrow();
    assertThat(read.text()).isEqualTo("指标值以批复的绩效目标为准。\n偏差超过 20% 须说明原因。");
    assertThat(read.files()).extracting(Attachments.Head::fileName).containsExactly("填报指南.pdf");
    assertThat(as(clerk(ARTUX), () -> selfEvaluations.guide(head))).contains(read);
    assertThat(as(clerk(ARTUX), () -> guides.file(task, read.files().getFirst().id())).content()).isEqualTo(MANUAL.content());
    assertThat(as(clerk(ARTUX), workList::mine)).filteredOn(item -> item.fiscalYear() == year).hasSize(2)
        .extracting(WorkItem::guided).containsOnly(Optional.of(task));
  }

  @Test
  void theGuideOfTheNearestTaskIsTheForms() {
    FormHead head = head(forms.begun(ARTUX, year));
    UUID all = issued(TaskScope.ALL);
    does(OFFICE, () -> guides.give(all, 0, "全县要求", Set.of(), List.of()));
    UUID education = issued(TaskScope.CHOSEN, Kizilsu.EDUCATION);
    assertThat(as(clerk(ARTUX), () -> selfEvaluations.guide(head))).as("its own task says nothing").isEmpty();
    does(OFFICE, () -> guides.give(education, 0, "教育系统要求", Set.of(), List.of()));
    assertThat(as(clerk(ARTUX), () -> selfEvaluations.guide(head)).orElseThrow().text()).isEqualTo("教育系统要求");
  }

  @Test
  void everyChangeIsAVersionAndWhatWasSaidBeforeStays() {
    UUID task = issued(TaskScope.ALL);
    does(OFFICE, () -> guides.give(task, 0, "第一版", Set.of(), List.of(MANUAL)));
    UUID manual = as(OFFICE, () -> guides.of(task)).orElseThrow().files().getFirst().id();
    assertRefused(() -> does(OFFICE, () -> guides.give(task, 0, "别人的第一版", Set.of(), List.of())), "guide-changed-meanwhile");
    assertRefused(() -> does(OFFICE, () -> guides.give(task, 1, "第一版", Set.of(manual), List.of())), "guide-says-the-same");
    assertRefused(() -> does(OFFICE, () -> guides.give(task, 1, "长".repeat(Guides.LONGEST + 1), Set.of(manual), List.of())), "guide-too-long");
    does(OFFICE, () -> guides.give(task, 1, "第二版", Set.of(manual), List.of(SAMPLE)));
    does(OFFICE, () -> guides.give(task, 2, "", Set.of(), List.of()));

    assertThat(as(clerk(ARTUX), () -> guides.of(task))).as("taken back").isEmpty();
    assertThat(as(clerk(ARTUX), () -> guides.versions(task))).extracting(FormGuide::number).containsExactly(3, 2, 1);
    assertThat(as(clerk(ARTUX), () -> guides.versions(task))).extracting(guide -> guide.files().size()).containsExactly(0, 2, 1);
    assertThat(TrailRows.of(ARTUX, "TASK/" + task + "/guide")).filteredOn(row -> row.contains("DONE")).hasSize(3)
        .anySatisfy(row -> assertThat(row).contains("第一版", "第二版", "样表.pdf"));
  }

  @Test
  void onlyTheOfficeWritesItAndNobodyReadsItWhomTheTaskDoesNotConcern() {
    UUID task = issued(TaskScope.CHOSEN, Kizilsu.EDUCATION);
    does(OFFICE, () -> guides.give(task, 0, "教育系统要求", Set.of(), List.of(MANUAL)));
    UUID file = as(OFFICE, () -> guides.of(task)).orElseThrow().files().getFirst().id();
    for (Scope person : List.of(clerk(ARTUX), Kizilsu.financeSection(ARTUX), Kizilsu.departmentReviewer(ARTUX))) {
      assertRefused(() -> does(person, () -> guides.give(task, 1, "改写", Set.of(), List.of())), "tasks-not-yours");
    }
    Scope health = Kizilsu.person(ARTUX, "卫生填报员", Kizilsu.HEALTH, Role.UNIT_CLERK);
    for (Scope person : List.of(health, Kizilsu.performanceOffice(AKTO), Kizilsu.oversight(), Kizilsu.systemAdministrator(ARTUX),
        Kizilsu.person(ARTUX, "评价员", "", Role.THIRD_PARTY))) {
      assertThatThrownBy(() -> as(person, () -> guides.of(task))).isInstanceOf(NoSuchFormException.class);
      assertThatThrownBy(() -> as(person, () -> guides.versions(task))).isInstanceOf(NoSuchFormException.class);
      assertThatThrownBy(() -> as(person, () -> guides.file(task, file))).isInstanceOf(NoSuchFormException.class);
    }
    assertThatThrownBy(() -> as(clerk(ARTUX), () -> guides.file(task, UUID.randomUUID()))).isInstanceOf(NoSuchFormException.class);
  }
}
