package org.jiheng.ui.intake;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadHandler;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jiheng.app.common.Words;
import org.jiheng.app.document.FileName;
import org.jiheng.app.document.LargeSpreadsheet;
import org.jiheng.app.intake.Intake;
import org.jiheng.app.intake.IntakeAccess;
import org.jiheng.app.intake.IntakePreview;
import org.jiheng.app.intake.IntakePreview.Outcome;
import org.jiheng.app.intake.IntakeTemplate;
import org.jiheng.app.intake.Watch;
import org.jiheng.app.review.RefusedException;
import org.jiheng.tenants.identity.Registry;
import org.jiheng.ui.frame.ExcelLink;
import org.jiheng.ui.frame.LongWork;
import org.jiheng.ui.shell.MainLayout;

/** 批量导入: the workbook is handed in, looked at with everything that is wrong in it, and taken in whole. */
@Dependent
@Route(value = "project-import", layout = MainLayout.class)
@RolesAllowed({"PERFORMANCE_OFFICE", "DEPARTMENT_REVIEWER"})
class IntakeView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;
  private static final int LONGEST_REASON = 200;
  private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  @Inject
  private transient Intake intake;

  @Inject
  private transient Registry registry;

  @Resource
  private transient ManagedExecutorService executor;

  private final Div result = new Div();
  private final TextField takeOver = new TextField();
  private transient Optional<File> handedIn = Optional.empty();

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    removeAll();
    String name = getTranslation("intake.template");
    Anchor template = new Anchor(download -> ExcelLink.hand(download, FileName.of(name, "xlsx"), EXCEL, IntakeTemplate::write), name);
    template.setId("intake-template");
    Div head = new Div(new H1(getTranslation("nav.intake")), template);
    head.addClassName("form-head");
    result.removeAll();
    result.setId("intake-result");
    Div whole = new Div(head, new Paragraph(getTranslation("intake.text")), takeOver(), upload(), result);
    whole.addClassNames("page", "engagement");
    add(whole);
  }

  /** For finance: the budgets of years that have begun are there already, and it says why they are taken over as they stand. */
  private Div takeOver() {
    takeOver.setValue("");
    takeOver.setId("take-over");
    takeOver.setLabel(getTranslation("intake.take-over"));
    takeOver.setHelperText(getTranslation("intake.take-over-help"));
    takeOver.setMaxLength(LONGEST_REASON);
    takeOver.setWidthFull();
    Div box = new Div(takeOver);
    box.setVisible(IntakeAccess.takesOver());
    return box;
  }

  private Upload upload() {
    Upload upload = new Upload(UploadHandler.toTempFile((meta, file) -> read(meta.fileName(), file)));
    upload.setAcceptedFileTypes(".xlsx", ".xls");
    upload.setMaxFiles(1);
    upload.setMaxFileSize(LargeSpreadsheet.LARGEST);
    UploadI18N words = new UploadI18N();
    words.setAddFiles(new UploadI18N.AddFiles().setOne(getTranslation("upload.choose")).setMany(getTranslation("upload.choose")));
    words.setDropFiles(new UploadI18N.DropFiles().setOne(getTranslation("upload.drop")).setMany(getTranslation("upload.drop")));
    words.setError(new UploadI18N.Error().setFileIsTooBig(getTranslation("intake.too-big", LargeSpreadsheet.LARGEST / 1024 / 1024))
        .setIncorrectFileType(getTranslation("intake.wrong-type")).setTooManyFiles(getTranslation("upload.one")));
    upload.setI18n(words);
    upload.addFileRejectedListener(rejected -> say(rejected.getErrorMessage()));
    upload.addAllFinishedListener(_ -> upload.clearFileList());
    return upload;
  }

  private void say(String sentence) {
    result.removeAll();
    Paragraph problem = new Paragraph(sentence);
    problem.addClassName("problem");
    problem.getElement().setAttribute("role", "alert");
    result.add(problem);
  }

  private void read(String fileName, File file) {
    forget();
    handedIn = Optional.of(file);
    result.removeAll();
    IntakePreview[] seen = new IntakePreview[1];
    Optional<String> why = Optional.of(takeOver.getValue().strip()).filter(typed -> !typed.isEmpty());
    work("intake.reading", () -> show(seen[0]), watch -> seen[0] = intake.preview(fileName, file.toPath(), why, watch));
  }

  /** Something that reads the whole file; told from the side, shown when it is done. */
  private void work(String title, Runnable done, Consumer<Watch> doing) {
    UI ui = UI.getCurrent();
    Locale locale = getLocale();
    new LongWork<Void>(getTranslation(title), done).whole(executor, registry::renewed, going -> {
      Watch watch = new Watch(reached -> going.says().accept(ui.getTranslation("intake.reached", reached.read(), reached.checked(), reached.stored())),
          going.stopped());
      try {
        doing.accept(watch);
        return Optional.empty();
      } catch (Watch.StoppedException stopped) {
        return Optional.of(ui.getTranslation("intake.stopped"));
      } catch (RefusedException refused) {
        return Optional.of(refused.refusals().stream().map(one -> Words.in(locale).say("refusal." + one.code(), one.inputs())).collect(Collectors.joining(" ")));
      }
    });
  }

  private void show(IntakePreview preview) {
    result.removeAll();
    Div bar = new Div();
    bar.addClassName("form-bar");
    if (preview.takeable()) {
      Button take = new Button(getTranslation("intake.take", preview.outcome().entered(), preview.outcome().goals()));
      take.setId("take-intake");
      take.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
      UUID command = UUID.randomUUID();
      take.addClickListener(_ -> take(command, preview));
      bar.add(take);
    }
    result.add(new IntakeSummary(preview, bar));
  }

  private void take(UUID command, IntakePreview preview) {
    Outcome[] stored = new Outcome[1];
    File file = handedIn.orElseThrow();
    work("intake.storing", () -> taken(stored[0]), watch -> stored[0] = intake.take(command, preview, file.toPath(), watch));
  }

  private void taken(Outcome stored) {
    forget();
    result.removeAll();
    Paragraph done = new Paragraph(getTranslation("intake.taken", stored.entered(), stored.goals(), stored.indicators()));
    done.setId("intake-taken");
    done.getElement().setAttribute("role", "status");
    Anchor library = new Anchor("/projects", getTranslation("intake.to-library"));
    result.add(done, library);
  }

  /** What was handed in is not kept. */
  private void forget() {
    handedIn.ifPresent(file -> {
      try {
        Files.deleteIfExists(file.toPath());
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    });
    handedIn = Optional.empty();
  }

  @Override
  protected void onDetach(DetachEvent event) {
    forget();
  }

  @Override
  public String getPageTitle() {
    return getTranslation("title.page", getTranslation("nav.intake"));
  }
}
