package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.assertRefused;
import static org.jiheng.infra.server.Kizilsu.ARTUX;
import static org.jiheng.infra.server.Kizilsu.clerk;
import static org.jiheng.infra.server.Kizilsu.clerkOfAnotherUnit;
import static org.jiheng.infra.server.Kizilsu.financeSection;

import jakarta.inject.Inject;
import java.util.UUID;
import org.jiheng.app.document.AttachmentFile;
import org.jiheng.app.document.Attachments;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.Move;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.selfevaluation.FormCells;
import org.jiheng.app.selfevaluation.SelfEvaluations;
import org.jiheng.tenants.audit.Trail;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.Test;

/** A file is handed in with a form at a cell that may be written, and taken away by whoever may see the form. */
class FormFilesServerIT extends WholeProduct {

  private static final CellKey GOAL = CellKey.of("goal");

  @Inject
  private FormsWithFiles withFiles;

  @Inject
  private SelfEvaluations selfEvaluations;

  @Inject
  private Forms forms;

  @Inject
  private Trail trail;

  private final int year = Forms.aYearOfItsOwn();

  private static AttachmentFile file() {
    return AttachmentFile.of("佐证材料.pdf", Contracts.PDF).value().orElseThrow();
  }

  private UUID attach(Scope person, UUID form, CellKey place) {
    return as(person, () -> withFiles.attach(form, place, file()));
  }

  @Test
  void aFileIsKeptAtItsPlaceAndSeenByWhoSeesTheForm() {
    UUID id = forms.complete(ARTUX, year);
    UUID file = attach(clerk(ARTUX), id, FormCells.GOAL_ACTUAL);
    attach(clerk(ARTUX), id, GOAL);
    assertThat(as(clerk(ARTUX), () -> withFiles.open(id)).sheet().files()).extracting(Attachments.Head::place, Attachments.Head::fileName)
        .containsExactly(tuple("goal/actual", "佐证材料.pdf"), tuple("goal", "佐证材料.pdf"));
    assertThat(as(clerk(ARTUX), () -> withFiles.file(id, file)).content()).isEqualTo(Contracts.PDF);
    assertThat(TrailRows.of(ARTUX, "SELF_EVALUATION/" + id + "/goal/actual")).last().asString().contains("佐证材料.pdf");
    assertThat(TrailRows.of(ARTUX, "ATTACHMENT/" + file)).singleElement().asString().startsWith("EXPORT|DONE");

    assertThatThrownBy(() -> as(financeSection(ARTUX), () -> withFiles.file(id, file))).as("not sent in").isInstanceOf(NoSuchFormException.class);
  }

  @Test
  void aFileOfOneFormIsNotFoundThroughAnother() {
    UUID one = forms.complete(ARTUX, year);
    UUID other = forms.complete(ARTUX, year);
    UUID file = attach(clerk(ARTUX), one, GOAL);
    assertThatThrownBy(() -> as(clerk(ARTUX), () -> withFiles.file(other, file))).isInstanceOf(NoSuchFormException.class);
    assertThatThrownBy(() -> as(clerkOfAnotherUnit(ARTUX), () -> withFiles.file(one, file))).isInstanceOf(NoSuchFormException.class);
  }

  @Test
  void nothingIsHandedInWhereNothingMayBeWritten() {
    UUID id = forms.at(FormState.FINANCE_FIRST, ARTUX, year);
    assertRefused(() -> attach(clerk(ARTUX), id, GOAL), "form-under-review");
    assertRefused(() -> attach(financeSection(ARTUX), id, GOAL), "only-the-unit-writes");
    forms.returnFor(financeSection(ARTUX), id, FormCells.GOAL_ACTUAL);
    assertRefused(() -> attach(clerk(ARTUX), id, FormCells.STATEMENT), "cell-not-returned");
    assertRefused(() -> attach(clerk(ARTUX), id, CellKey.of("nowhere")), "cell-gone");
    attach(clerk(ARTUX), id, FormCells.GOAL_ACTUAL);
    assertThat(as(clerk(ARTUX), () -> withFiles.open(id)).sheet().files()).hasSize(1);
  }

  @Test
  void aTypeWithoutFilesTakesNone() {
    UUID id = forms.complete(ARTUX, year);
    assertRefused(() -> as(clerk(ARTUX), () -> selfEvaluations.attach(id, GOAL, file())), "cell-gone");
  }

  /** The prefecture is shown the files of a county's approved forms with them, and no others. */
  @Test
  void thePrefectureIsShownTheFilesOfApprovedFormsAlone() {
    UUID draft = forms.complete(ARTUX, year);
    attach(clerk(ARTUX), draft, GOAL);
    UUID approved = forms.complete(ARTUX, year);
    UUID shown = attach(clerk(ARTUX), approved, GOAL);
    for (FormState state : new FormState[] {FormState.DRAFT, FormState.UNIT_REVIEW, FormState.DEPARTMENT_REVIEW, FormState.FINANCE_FIRST, FormState.FINANCE_SECOND}) {
      forms.walk(Forms.holder(state, ARTUX), approved, state == FormState.DRAFT ? Move.SUBMIT : Move.PASS);
    }
    assertThat(as(Looking.into(trail, ARTUX), () -> withFiles.open(approved)).sheet().files()).extracting(Attachments.Head::id).containsExactly(shown);
    assertThatThrownBy(() -> as(Looking.into(trail, ARTUX), () -> withFiles.open(draft))).isInstanceOf(NoSuchFormException.class);
  }
}
