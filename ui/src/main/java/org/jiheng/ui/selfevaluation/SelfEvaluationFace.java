package org.jiheng.ui.selfevaluation;

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
import org.jiheng.app.common.Reason;
import org.jiheng.app.common.Words;
import org.jiheng.app.document.FileName;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.scoring.SelfEvaluationScoring;
import org.jiheng.app.scoring.SelfEvaluationScoring.Comparison;
import org.jiheng.app.scoring.SelfEvaluationScoring.ScoredRow;
import org.jiheng.app.selfevaluation.FormCells;
import org.jiheng.app.selfevaluation.SelfEvaluationExchange;
import org.jiheng.app.selfevaluation.SelfEvaluationForm;
import org.jiheng.ui.frame.FormFace;
import org.jiheng.ui.frame.ImportDialog;
import org.jiheng.ui.frame.OfficialTable;
import org.jiheng.ui.frame.Why;

/** A self-evaluation's page: its official table, its scores and alarms with why they are, its exchange with files. */
public final class SelfEvaluationFace extends FormFace<SelfEvaluationForm> {

  private final Optional<SelfEvaluationExchange> exchange;

  /** @param exchange empty where the form can only be looked at */
  public SelfEvaluationFace(Optional<SelfEvaluationExchange> exchange) {
    this.exchange = exchange;
  }

  @Override
  public String title(SelfEvaluationForm form) {
    return form.projectName();
  }

  @Override
  public OfficialTable<SelfEvaluationForm> table(SelfEvaluationForm form) {
    return new OfficialForm(form);
  }

  @Override
  public void go(UUID form) {
    UI.getCurrent().navigate("self-evaluations/" + form);
  }

  @Override
  public List<Component> remarks(SelfEvaluationForm form) {
    List<Component> lines = new ArrayList<>();
    for (Reason alarm : form.result().alarms()) {
      boolean red = alarm.rule().equals("alarm.red");
      Span line = new Span((red ? "■ " : "▲ ") + t(alarm.rule()) + " " + words().say(alarm));
      line.addClassName(red ? "red" : "yellow");
      lines.add(line);
    }
    return lines;
  }

  @Override
  public List<Component> tools(SelfEvaluationForm form, Runnable changed) {
    List<Component> tools = new ArrayList<>();
    exchange.ifPresent(files -> {
      UUID id = form.desk().id();
      if (form.desk().writable()) {
        Button take = new Button(t("form.import"), _ -> new ImportDialog<>(t("import"), t("import.text"),
            (name, content) -> files.read(id, name, content), preview -> files.apply(id, preview), changed).open());
        take.setId("import");
        tools.add(take);
      }
      tools.add(templateLink(files, form));
    });
    return tools;
  }

  private static Component templateLink(SelfEvaluationExchange files, SelfEvaluationForm form) {
    Anchor link = new Anchor(DownloadHandler.fromInputStream(_ -> {
      byte[] workbook = files.template(form.desk().id());
      return new DownloadResponse(new ByteArrayInputStream(workbook), FileName.of(form.projectName(), "xlsx"),
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbook.length);
    }), t("form.template"));
    link.setId("template");
    return link;
  }

  @Override
  public void explain(SelfEvaluationForm form, CellKey about) {
    SelfEvaluationScoring.Result result = form.result();
    switch (about.part(0)) {
      case "execution" -> Why.show(words().say("form.execution"), result.execution(),
          text(form, FormCells.EXECUTION_REPORTED), comparison(result.executionComparison()));
      case "total" -> Why.show(words().say("cell.total"), result.total(),
          text(form, FormCells.TOTAL_REPORTED), comparison(result.totalComparison()));
      case "grade" -> result.grade().ifPresent(grade -> Why.show(t("form.grade"), grade, Optional.empty(), Optional.empty()));
      default -> {
        ScoredRow row = result.row(about.part(1));
        Why.show(form.cells().text(CellKey.of("indicator", about.part(1), "level3")), row.computed(),
            row.reported().map(Object::toString), comparison(row.comparison()));
      }
    }
  }

  private static Optional<String> text(SelfEvaluationForm form, CellKey cell) {
    return Optional.of(form.cells().text(cell)).filter(text -> !text.isEmpty());
  }

  private static Optional<String> comparison(Comparison comparison) {
    return Optional.of(t("comparison." + comparison.name()));
  }

  private static Words words() {
    return Words.in(UI.getCurrent().getLocale());
  }

  private static String t(String key) {
    return UI.getCurrent().getTranslation(key);
  }
}
