package org.jiheng.ui.goal;

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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jiheng.app.common.Reasoned;
import org.jiheng.app.common.Words;
import org.jiheng.app.document.FileName;
import org.jiheng.app.goal.GoalCells;
import org.jiheng.app.goal.GoalColumn;
import org.jiheng.app.goal.GoalComparison;
import org.jiheng.app.goal.GoalExchange;
import org.jiheng.app.goal.GoalForm;
import org.jiheng.app.goal.GoalProposals;
import org.jiheng.app.goal.Goals;
import org.jiheng.app.goal.GoalOpenings;
import org.jiheng.app.goal.GoalSheets;
import org.jiheng.app.goal.GoalSuggestions;
import org.jiheng.app.goal.WeightScheme;
import org.jiheng.app.library.LibraryField;
import org.jiheng.app.library.LibrarySuggestions;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.RefusedException;
import org.jiheng.ui.frame.Failures;
import org.jiheng.ui.frame.FormFace;
import org.jiheng.ui.frame.ImportDialog;
import org.jiheng.ui.frame.OfficialTable;
import org.jiheng.ui.frame.ReasonDialog;
import org.jiheng.ui.frame.Why;
import org.jiheng.ui.library.IndicatorDialog;

/** A goal's page: its official table with the checks, finance's sheet, its exchange with files, the opening of late adjustments. */
public final class GoalFace extends FormFace<GoalForm> {

  /** Warnings in sight; the others are counted. */
  private static final int WARNINGS = 5;

  /** The first version of an adjustment is what it adjusts; 0 is the form as it stands. */
  private static final int ADJUSTED = 1;
  private static final int NOW = 0;

  /** What a form of the caller's own jurisdiction is worked on with. */
  public record Own(
      Goals goals, GoalExchange exchange, GoalSheets sheets, GoalOpenings openings, GoalSuggestions suggestions, GoalProposals proposals,
      LibrarySuggestions library) {}

  private final Optional<Own> own;

  /** @param own empty where the form can only be looked at */
  public GoalFace(Optional<Own> own) {
    this.own = own;
  }

  @Override
  public String title(GoalForm form) {
    return form.projectName();
  }

  @Override
  public OfficialTable<GoalForm> table(GoalForm form) {
    return new GoalTable(form);
  }

  @Override
  public void go(UUID form) {
    UI.getCurrent().navigate("goals/" + form);
  }

  @Override
  public void explain(GoalForm form, CellKey about) {
    if (about.equals(GoalCells.SCHEME)) {
      Reasoned<WeightScheme> scheme = form.result().scheme();
      Why.show(words().say("goal-cell.scheme"), new Reasoned<>(scheme.value().map(one -> one.said(words())), scheme.reasons()), Optional.empty(), Optional.empty());
    }
  }

  /** Warnings, those no cell says in front; beyond a few they are counted. */
  @Override
  public List<Component> remarks(GoalForm form) {
    List<String> warnings = new GoalRemarks(form, words()).all().toList();
    List<Component> lines = new ArrayList<>();
    warnings.stream().limit(WARNINGS).forEach(warning -> {
      Span line = new Span(warning);
      line.addClassName("yellow");
      lines.add(line);
    });
    if (warnings.size() > WARNINGS) {
      lines.add(new Span(t("form.more-findings", warnings.size() - WARNINGS)));
    }
    return lines;
  }

  @Override
  public List<Component> tools(GoalForm form, Runnable changed) {
    List<Component> tools = new ArrayList<>();
    UUID id = form.desk().id();
    if (form.toFill().isPresent() || !form.sheets().isEmpty()) {
      Button sheet = new Button(t("goal.sheet"), _ -> new SheetDialog(form, own.map(Own::sheets), changed).open());
      sheet.setId("sheet");
      tools.add(sheet);
    }
    own.ifPresent(mine -> {
      if (form.desk().adjusts().isPresent()) {
        Button comparison = new Button(t("goal.comparison"), _ -> new ComparisonDialog(form.projectName(),
            GoalComparison.of(mine.goals().compare(id, ADJUSTED, NOW))).open());
        comparison.setId("comparison");
        tools.add(comparison);
      }
      if (form.mayOpen()) {
        Button opening = new Button(t("goal.open-adjusting"), _ -> ReasonDialog.inWords(t("goal.open-adjusting"), t("goal.open-adjusting.text"),
            reason -> open(mine, id, reason, changed)).open());
        opening.setId("open-adjusting");
        tools.add(opening);
      }
      if (form.desk().locks().open(GoalCells.INDICATORS)) {
        Button library = new Button(t("goal.library"), _ -> new SuggestDialog(form, Optional.empty(), mine.suggestions(), version -> {
          taken(() -> mine.goals().take(id, version));
          changed.run();
        }).open());
        library.setId("library");
        tools.add(library);
      }
      if (GoalProposals.offered(form)) {
        tools.add(proposing(mine, id));
      }
      if (form.desk().writable()) {
        Button take = new Button(t("form.import"), _ -> new ImportDialog<>(t("goal.import"), t("goal.import.text"),
            (name, content) -> mine.exchange().read(id, name, content), preview -> mine.exchange().apply(id, preview), changed).open());
        take.setId("import");
        tools.add(take);
      }
      tools.add(workbook(mine.exchange(), form));
    });
    return tools;
  }

  private static void open(Own mine, UUID id, String reason, Runnable changed) {
    try {
      mine.openings().open(id, reason);
    } catch (RefusedException refused) {
      Failures.refused(refused);
    }
    changed.run();
  }

  private static void taken(Runnable take) {
    try {
      take.run();
    } catch (RefusedException refused) {
      Failures.refused(refused);
    }
  }

  @Override
  public void suggest(GoalForm form, CellKey cell, Consumer<CellKey> taken) {
    UUID line = UUID.fromString(cell.part(1));
    own.ifPresent(mine -> new SuggestDialog(form, Optional.of(line), mine.suggestions(), version -> {
      taken(() -> mine.goals().take(form.desk().id(), line, version));
      taken.accept(GoalCells.indicator(line, GoalColumn.ANNUAL));
    }).open());
  }

  /** 提议入库: what of the goal the library has not. */
  private static Button proposing(Own mine, UUID id) {
    Button propose = new Button(t("goal.propose"), _ -> {
      Map<UUID, Map<LibraryField, String>> lines = mine.proposals().lines(id);
      if (lines.isEmpty()) {
        Failures.say(t("goal.propose.none"));
      } else {
        IndicatorDialog.proposeOutOf(words(), lines, mine.library(), (line, texts) -> mine.proposals().propose(id, line, texts),
            () -> Failures.say(t("goal.propose.done"))).open();
      }
    });
    propose.setId("propose-indicator");
    return propose;
  }

  private static Component workbook(GoalExchange exchange, GoalForm form) {
    Anchor link = new Anchor(DownloadHandler.fromInputStream(_ -> {
      byte[] workbook = exchange.workbook(form.desk().id());
      return new DownloadResponse(new ByteArrayInputStream(workbook), FileName.of(form.projectName(), "xlsx"),
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbook.length);
    }), t("goal.workbook"));
    link.setId("workbook");
    return link;
  }

  private static Words words() {
    return Words.in(UI.getCurrent().getLocale());
  }

  private static String t(String key, Object... inputs) {
    return UI.getCurrent().getTranslation(key, inputs);
  }
}
