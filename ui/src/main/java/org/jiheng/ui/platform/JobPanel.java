package org.jiheng.ui.platform;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Style;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jiheng.tenants.desk.Answer;
import org.jiheng.tenants.desk.Job;
import org.jiheng.tenants.desk.JobKind;
import org.jiheng.tenants.desk.JobStep;
import org.jiheng.tenants.desk.Objection;
import org.jiheng.tenants.desk.ProvisioningDesk;
import org.jiheng.tenants.desk.Wish;
import org.jiheng.tenants.desk.WishRefusedException;
import org.jiheng.tenants.identity.OneTimePassword;
import org.jiheng.ui.frame.Address;
import org.jiheng.ui.frame.Failures;
import org.jiheng.ui.frame.FreshLoginDialog;
import org.jiheng.ui.text.Written;

/** One job: what was wanted and why, how far it has come, and what it has for the person who wanted it. */
final class JobPanel extends Section {

  private static final long serialVersionUID = 1L;

  private final transient ProvisioningDesk desk;
  private final transient Job job;
  private final transient Address here;
  private final transient Consumer<UUID> wanted;

  /**
   * @param here where the job is shown again after a fresh login
   * @param wanted is told of the job that repeats this one
   * @param changed runs when the job has handed something over
   */
  JobPanel(ProvisioningDesk desk, Job job, Address here, Consumer<UUID> wanted, Runnable changed) {
    this.desk = desk;
    this.job = job;
    this.here = here;
    this.wanted = wanted;
    addClassNames("box", "job");
    getElement().setAttribute("data-state", job.state().name());
    Span state = new Span(mark(job.state()) + " " + getTranslation("job-state." + job.state().name()));
    state.addClassName("state");
    state.getElement().setAttribute("role", "status");
    String subject = job.wish().name().isEmpty() ? job.wish().code() : job.wish().code() + " " + job.wish().name();
    Div head = new Div(new H2(getTranslation("job-kind." + job.wish().kind().name()) + " " + subject), state);
    head.addClassName("job-head");
    add(head, new Paragraph(getTranslation("platform.wanted", job.wantedName(), Written.minute(job.wantedAt()), job.wish().reason())), steps());
    if (!job.note().isEmpty()) {
      Paragraph note = new Paragraph(job.state() == Job.State.FAILED ? failure() : getTranslation("platform.waits"));
      note.addClassName("problem");
      add(note);
    }
    if (job.state() == Job.State.FAILED) {
      add(again("platform.again", job.wish().kind() == JobKind.ONBOARD ? job.wish().repeated() : job.wish()));
    } else if (job.state() == Job.State.DONE) {
      handOver(changed);
    }
  }

  static String mark(Job.State state) {
    return switch (state) {
      case WAITING -> "○";
      case RUNNING -> "▶";
      case DONE -> "●";
      case FAILED -> "■";
    };
  }

  private Component steps() {
    OrderedList list = new OrderedList();
    list.addClassName("steps");
    job.steps().forEach(done -> list.add(step("✓", done.step(), Written.minute(done.ended()),
        Written.seconds(Duration.between(done.began(), done.ended())), "done")));
    boolean next = job.state() == Job.State.RUNNING;
    for (JobStep ahead : job.ahead()) {
      boolean broken = job.state() == Job.State.FAILED && list.getComponentCount() == job.steps().size();
      list.add(step(broken ? "✗" : next ? "▶" : "○", ahead, "", "", broken ? "broken" : next ? "now" : "ahead"));
      next = false;
    }
    return list;
  }

  private ListItem step(String mark, JobStep step, String at, String took, String how) {
    Span time = new Span(at);
    time.addClassName("since");
    Span length = new Span(took);
    length.addClassName("since");
    ListItem line = new ListItem(new Span(mark), new Span(getTranslation("job-step." + step.name())), time, length);
    line.addClassName(how);
    return line;
  }

  /** A refusal as its sentences; what broke in the words it broke with. */
  private String failure() {
    StringBuilder sentences = new StringBuilder();
    for (String code : job.note().split(", ")) {
      Optional<Objection.Why> why = Arrays.stream(Objection.Why.values()).filter(one -> one.name().equals(code)).findFirst();
      if (why.isEmpty()) {
        return getTranslation("platform.broke", job.note());
      }
      sentences.append(why.get().sentence(getLocale()));
    }
    return sentences.toString();
  }

  private Component again(String text, Wish wish) {
    Button again = new Button(getTranslation(text));
    again.setId("again");
    again.addClickListener(_ -> {
      try {
        FreshLoginDialog.unlessFresh(here, () -> wanted.accept(desk.want(wish)));
      } catch (WishRefusedException refused) {
        Failures.say(refused.objections().stream().map(one -> one.why().sentence(getLocale())).distinct()
            .reduce("", String::concat));
      }
    });
    return again;
  }

  private void handOver(Runnable changed) {
    if (job.wish().kind() == JobKind.EXPORT) {
      export(changed);
    } else if (job.secret()) {
      Button show = new Button(getTranslation("platform.show-passwords"));
      show.addClickListener(_ -> {
        try {
          FreshLoginDialog.unlessFresh(here, () -> {
            Map<String, OneTimePassword> passwords = desk.takeSecret(job.id());
            if (!passwords.isEmpty()) {
              new PasswordsDialog(passwords).open();
            }
            changed.run();
          });
        } finally {
          show.setEnabled(true);
        }
      });
      show.setId("show-passwords");
      show.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
      show.setDisableOnClick(true);
      add(new Paragraph(getTranslation("platform.passwords-wait")), show);
    } else if (job.wish().kind() == JobKind.ONBOARD) {
      add(new Paragraph(getTranslation("platform.no-passwords")), again("platform.new-passwords", job.wish().repeated()));
    }
  }

  private void export(Runnable changed) {
    add(new Paragraph(getTranslation("platform.digest", job.result())));
    String until = Written.orNone(job.export().keptUntil().map(Written::minute));
    if (job.export().handedOver()) {
      add(new Paragraph(getTranslation("platform.fetched", until)));
    } else if (job.byCommand()) {
      add(new Paragraph(getTranslation(job.export().there() ? "platform.at-the-machine" : "platform.over-at-the-machine", until)));
    } else if (job.export().asks().isPresent()) {
      boolean county = job.export().asks().get().value().equals(job.wish().code());
      add(new Paragraph(getTranslation(county ? "platform.asks-county" : "platform.asks-prefecture", until)));
    } else if (job.export().answered().filter(one -> one.answer() == Answer.DECLINED).isPresent()) {
      add(answered("platform.declined"));
    } else if (!job.export().there()) {
      add(new Paragraph(getTranslation("platform.over", until)));
    } else if (desk.isFor(job)) {
      add(answered("platform.agreed"), new Paragraph(getTranslation("platform.fetch-once", until)), download(changed));
    } else {
      add(new Paragraph(getTranslation("platform.for-another", job.wantedName(), until)));
    }
  }

  private Component answered(String sentence) {
    Job.Answered said = job.export().answered().orElseThrow();
    return new Paragraph(getTranslation(sentence, said.name(), Written.minute(said.at())));
  }

  private Component download(Runnable changed) {
    Anchor file = new Anchor();
    file.setHref((DownloadHandler) event -> hand(event, changed), AttachmentType.DOWNLOAD);
    file.getStyle().setDisplay(Style.Display.NONE);
    Button fetch = new Button(getTranslation("platform.fetch"), _ -> FreshLoginDialog.unlessFresh(here, () -> {
      if (desk.hasExport(job.id())) {
        file.getElement().callJsFunction("click");
      } else {
        Failures.say(getTranslation("platform.not-yours"));
        changed.run();
      }
    }));
    fetch.setId("fetch-export");
    fetch.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    return new Div(fetch, file);
  }

  private void hand(DownloadEvent event, Runnable changed) throws IOException {
    boolean sent = desk.sendExport(job.id(), archive -> {
      event.setFileName(job.wish().code() + ".zip");
      event.setContentType("application/zip");
      event.setContentLength(Files.size(archive));
      try (OutputStream out = event.getOutputStream()) {
        Files.copy(archive, out);
      }
    });
    if (!sent) {
      event.getResponse().setStatus(HttpServletResponse.SC_GONE);
    }
    event.getUI().access(changed::run);
  }
}
