package org.jiheng.ui.exante;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jiheng.app.common.Reason;
import org.jiheng.app.common.Reasoned;
import org.jiheng.app.common.Words;
import org.jiheng.app.document.Attachments;
import org.jiheng.app.document.FileName;
import org.jiheng.app.exante.ExAnteConclusion;
import org.jiheng.app.exante.ExAnteForm;
import org.jiheng.app.exante.SystemFacts;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.RefusedException;
import org.jiheng.ui.frame.Failures;
import org.jiheng.ui.frame.FormFace;
import org.jiheng.ui.frame.OfficialTable;
import org.jiheng.ui.frame.Why;
import org.jiheng.ui.text.Written;

/** An ex-ante evaluation's page: its table, what was found and concluded, and what third parties and finance do with it. */
final class ExAnteFace extends FormFace<ExAnteForm> {

  private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  private final ExAnteActs acts;

  ExAnteFace(ExAnteActs acts) {
    this.acts = acts;
  }

  @Override
  public String title(ExAnteForm form) {
    return form.project().name();
  }

  @Override
  public OfficialTable<ExAnteForm> table(ExAnteForm form) {
    return new ExAnteTable(form);
  }

  @Override
  public void go(UUID form) {
    UI.getCurrent().navigate("ex-ante/" + form);
  }

  @Override
  public void explain(ExAnteForm form, CellKey about) {
    switch (about.part(0)) {
      case "total" -> Why.show(t("exante.total"), form.result().sheet().total(), Optional.empty(), Optional.empty());
      case "need" -> Why.show(t("exante.need"), answered(form.need()), Optional.empty(), Optional.empty());
      case "third-party" -> Why.show(t("exante.need-third"), answered(form.result().thirdParty()), Optional.empty(), Optional.empty());
      case "facts" -> facts(form, about.last());
      case "proposed" -> Why.show(t("exante.proposed"), worded(form.result().sheet().proposed()), Optional.empty(), Optional.empty());
      default -> Optional.ofNullable(form.result().sheet().items().get(about.part(1)))
          .ifPresent(score -> Why.show(form.labels().getOrDefault(about, ""), score, Optional.empty(), Optional.empty()));
    }
  }

  private static void facts(ExAnteForm form, String item) {
    List<Reason> found = form.facts().at(item).stream().map(SystemFacts.Fact::reason).toList();
    if (!found.isEmpty()) {
      Why.show(t("exante.facts"), new Reasoned<>(Optional.empty(), found), Optional.empty(), Optional.empty());
    }
  }

  private static Reasoned<String> answered(Reasoned<Boolean> answer) {
    return new Reasoned<>(answer.value().map(one -> t(one ? "yes" : "no")), answer.reasons());
  }

  private static Reasoned<String> worded(Reasoned<org.jiheng.app.exante.Conclusion> proposed) {
    return new Reasoned<>(proposed.value().map(one -> words().say("exante.conclusion." + one.name())), proposed.reasons());
  }

  @Override
  public List<Component> remarks(ExAnteForm form) {
    List<Component> lines = new ArrayList<>();
    conclusions(form, lines);
    if (form.result().thirdParty().value().orElse(false)) {
      lines.add(line("▲ " + words().say(form.result().thirdParty().reason()), "yellow"));
    }
    if (!form.concluded()) {
      form.signedReport().ifPresent(report -> lines.add(line(t("exante.signed", file(report)), "")));
    }
    form.outside().forEach(one -> lines.add(line(outside(one), "")));
    form.apart().ifPresent(apart -> lines.add(line((apart.value().orElse(false) ? "▲ " : "") + words().say(apart.reason()),
        apart.value().orElse(false) ? "yellow" : "")));
    form.conditions().forEach(condition -> lines.add(acts.condition(form, condition)));
    return lines;
  }

  private static Span line(String text, String colour) {
    Span line = new Span(text);
    if (!colour.isEmpty()) {
      line.addClassName(colour);
    }
    return line;
  }

  /** The last one stands until finance concludes anew; the ones before it are over. */
  private static void conclusions(ExAnteForm form, List<Component> lines) {
    for (ExAnteConclusion made : form.conclusions()) {
      boolean last = made == form.conclusions().getFirst();
      String round = String.valueOf(made.round());
      Span line = line(!last ? t("exante.round-over", round, said(made)) : form.concluded() ? said(made) : t("exante.round-before", round, said(made)), "");
      lines.add(line);
      if (last) {
        line.setId("conclusion");
        judged(form, made).ifPresent(lines::add);
      }
    }
  }

  private static String said(ExAnteConclusion made) {
    return t("exante.concluded", words().say("exante.conclusion." + made.conclusion().name()), Written.wan(made.supported()),
        words().say("exante.basis." + made.basis().name()), made.total().toString(), made.personName(), Written.day(made.concludedOn()), made.opinion());
  }

  /** From which version and which signed report it was concluded, and who handed that in. */
  private static Optional<Span> judged(ExAnteForm form, ExAnteConclusion made) {
    return made.judgedVersion().map(version -> {
      Span line = line(t("exante.judged", String.valueOf(version), form.report(made).map(ExAnteFace::file).orElse(Written.NONE)), "");
      line.setId("judged");
      return line;
    });
  }

  static String file(Attachments.Head file) {
    return t("exante.file-by", file.fileName(), file.byName(), Written.minute(file.at()));
  }

  private static String outside(ExAnteForm.Outside one) {
    String name = one.brief().map(brief -> brief.firmName().isEmpty() ? brief.contractNumber() : brief.firmName() + " " + brief.contractNumber()).orElse("");
    String handed = one.result().map(result -> t(one.accepted() ? "exante.sheet-accepted" : "exante.sheet-handed-in", result.total().toString(), result.opinion()))
        .orElseGet(() -> t("exante.sheet-awaited"));
    String told = t("exante.part." + one.part().name()) + " " + name + " " + handed;
    return one.counts() ? told : t("exante.round-over", String.valueOf(one.round()), told);
  }

  @Override
  public List<Component> tools(ExAnteForm form, Runnable changed) {
    List<Component> tools = new ArrayList<>(acts.tools(form, changed));
    UUID id = form.desk().id();
    tools.add(document("report", t("exante.report"), form.project().name() + t("exante.report"), acts.report(), id));
    if (form.conclusion().isPresent()) {
      tools.add(document("letter", t("exante.letter"), form.project().name() + t("exante.letter"), acts.letter(), id));
    }
    return tools;
  }

  private static Component document(String id, String text, String name, Function<UUID, byte[]> made, UUID form) {
    Anchor link = new Anchor(DownloadHandler.fromInputStream(_ -> {
      byte[] document = made.apply(form);
      return new DownloadResponse(new ByteArrayInputStream(document), FileName.of(name, "docx"), WORD, document.length);
    }), text);
    link.setId(id);
    return link;
  }

  /** A button that does something refusable; the form is shown anew afterwards. */
  static Button button(String id, String text, Runnable act, Runnable changed) {
    Button button = new Button(text, _ -> {
      try {
        act.run();
      } catch (RefusedException refused) {
        Failures.refused(refused);
      }
      changed.run();
    });
    button.setId(id);
    return button;
  }

  private static Words words() {
    return Words.in(UI.getCurrent().getLocale());
  }

  private static String t(String key, Object... inputs) {
    return UI.getCurrent().getTranslation(key, inputs);
  }
}
