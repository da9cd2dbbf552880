package org.jiheng.app.selfevaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Parsed;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Words;
import org.jiheng.app.review.CellChange;
import org.jiheng.app.review.CellEdit;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.EditOutcome;
import org.jiheng.app.review.FormTrail;
import org.jiheng.app.review.ImportPreview;
import org.jiheng.app.review.LabelledChange;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusalsRecorded;
import org.jiheng.app.review.RefusedException;
import org.jiheng.app.selfevaluation.Imported.RefusedFile;
import org.jiheng.app.selfevaluation.Imported.Typed;
import org.jiheng.tenants.audit.Act;

/**
 * Self-evaluations out to Excel and in from Excel or JSON: first looked at, then taken over, through the same door as
 * typing. What the form cannot take becomes a draft at its cell.
 */
@ApplicationScoped
@RefusalsRecorded
@Transactional
public class SelfEvaluationExchange {

  @Inject
  private SelfEvaluations selfEvaluations;

  @Inject
  private FormTrail trail;

  /** The form as it stands as a workbook (xlsx), to be filled in and read back. */
  @RefusalsRecorded(Act.EXPORT)
  public byte[] template(UUID id) {
    SelfEvaluationForm form = selfEvaluations.open(id);
    trail.exported(form.desk());
    return Template.write(form);
  }

  /** Reads a file and says what taking it over would do. */
  public ImportPreview<Imported> read(UUID id, String fileName, byte[] content) {
    SelfEvaluationForm form = selfEvaluations.open(id);
    try {
      boolean json = fileName.toLowerCase(Locale.ROOT).endsWith(".json");
      return preview(form, fileName, json ? PublishedJson.read(fileName, content) : FilledTemplate.read(fileName, content, id));
    } catch (RefusedFile refused) {
      return ImportPreview.refused(fileName, refused.problem());
    }
  }

  static ImportPreview<Imported> preview(SelfEvaluationForm form, String fileName, Imported plan) {
    List<LabelledChange> changes = new ArrayList<>();
    List<LabelledChange> locked = new ArrayList<>();
    List<ImportPreview.Finding> findings = new ArrayList<>();
    plan.cells().forEach((key, typed) -> look(form, key, typed, plan.bare(), form.labels().getOrDefault(key, key.path()), changes, locked, findings));
    int newLines = 0;
    for (Imported.Line line : plan.lines()) {
      if (line.id().filter(id -> form.indicators().contains(id)).isPresent()) {
        line.texts().forEach((column, typed) -> {
          CellKey key = FormCells.indicator(line.id().get(), column);
          look(form, key, typed, plan.bare(), form.labels().get(key), changes, locked, findings);
        });
      } else if (!line.empty()) {
        newLines++;
        String name = Optional.ofNullable(line.texts().get(IndicatorRow.Column.LEVEL3)).map(Typed::text).orElse("");
        line.texts().forEach((column, typed) -> look(form, CellKey.of("indicator", "+", column.key()), typed, plan.bare(),
            name + "·" + Words.chinese().say("cell.indicator." + column.key()), null, null, findings));
      }
    }
    long kept = form.indicators().stream().filter(line -> !plan.replaces() || !blank(form, line)).count();
    Optional<Problem> tooMany = newLines == 0 || kept + newLines <= SelfEvaluations.MOST_LINES ? Optional.empty()
        : Optional.of(new Problem("file.too-many-lines", Map.of("file", fileName, "most", String.valueOf(SelfEvaluations.MOST_LINES))));
    return new ImportPreview<>(fileName, tooMany, changes, locked, newLines, findings, Optional.of(plan));
  }

  private static void look(
      SelfEvaluationForm form, CellKey key, Typed typed, Money.In bare, String label, List<LabelledChange> changes,
      List<LabelledChange> locked, List<ImportPreview.Finding> findings) {
    Parsed<String> read = CellReader.read(key, typed.text(), bare);
    read.problem().ifPresent(problem -> findings.add(new ImportPreview.Finding(typed.place(), label, typed.text(), problem)));
    read.value().filter(text -> changes != null && !text.equals(form.cells().text(key))).ifPresent(text ->
        (form.desk().locks().open(key) ? changes : locked)
            .add(new LabelledChange(label, new CellChange(key, form.cells().text(key), text, false, false))));
  }

  /**
   * Takes the file over. Cells that may not be written now stay as they are.
   *
   * @return what became of every text of the file
   * @throws RefusedException if the file was refused, or lines cannot be added now
   */
  @RefusalsRecorded(Act.IMPORT)
  public List<EditOutcome> apply(UUID id, ImportPreview<Imported> preview) {
    if (!preview.applicable()) {
      throw new RefusedException(Refusal.because("import-not-applicable"));
    }
    Imported plan = preview.plan().orElseThrow();
    SelfEvaluationForm form = selfEvaluations.open(id);
    if (plan.replaces()) {
      selfEvaluations.removeLines(id, form.indicators().stream().filter(line -> blank(form, line)).toList());
    }
    // what the person saw in the preview, not what stands there by now: a colleague's text is not overwritten unasked
    Map<CellKey, String> seen = preview.changes().stream().map(LabelledChange::change).collect(Collectors.toMap(CellChange::key, CellChange::before));
    List<CellEdit> edits = new ArrayList<>();
    plan.cells().forEach((key, typed) -> edits.add(new CellEdit(key, seen.getOrDefault(key, form.cells().text(key)), typed.text())));
    List<Map<IndicatorRow.Column, String>> added = new ArrayList<>();
    for (Imported.Line line : plan.lines()) {
      Optional<UUID> there = line.id().filter(form.indicators()::contains);
      if (there.isPresent()) {
        line.texts().forEach((column, typed) -> {
          CellKey key = FormCells.indicator(there.get(), column);
          edits.add(new CellEdit(key, seen.getOrDefault(key, form.cells().text(key)), typed.text()));
        });
      } else if (!line.empty()) {
        added.add(texts(line));
      }
    }
    // what the person was told stays as it is; sent along it would only leave drafts in closed cells
    Set<CellKey> locked = preview.locked().stream().map(one -> one.change().key()).collect(Collectors.toSet());
    edits.removeIf(edit -> locked.contains(edit.cell()));
    List<EditOutcome> outcomes = new ArrayList<>(selfEvaluations.write(id, edits, plan.bare()));
    if (!added.isEmpty()) {
      outcomes.addAll(selfEvaluations.addLines(id, added, plan.bare()).outcomes());
    }
    if (!plan.source().isBlank()) {
      selfEvaluations.importedFrom(id, plan.source());
    }
    trail.imported(form.desk(), preview.fileName());
    return outcomes;
  }

  /** A line of a file that says no level has none, whatever stands above it. */
  private static Map<IndicatorRow.Column, String> texts(Imported.Line line) {
    Map<IndicatorRow.Column, String> texts = new EnumMap<>(IndicatorRow.Column.class);
    texts.put(IndicatorRow.Column.LEVEL1, "");
    texts.put(IndicatorRow.Column.LEVEL2, "");
    line.texts().forEach((column, typed) -> texts.put(column, typed.text()));
    return texts;
  }

  private static boolean blank(SelfEvaluationForm form, UUID line) {
    return List.of(IndicatorRow.Column.LEVEL3, IndicatorRow.Column.TARGET, IndicatorRow.Column.ACTUAL, IndicatorRow.Column.WEIGHT)
        .stream().allMatch(column -> form.cells().text(FormCells.indicator(line, column)).isEmpty());
  }
}
