package org.jiheng.app.goal;

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
import org.jiheng.app.common.Parsed;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Words;
import org.jiheng.app.goal.GoalFile.Line;
import org.jiheng.app.goal.GoalFile.RefusedFile;
import org.jiheng.app.goal.GoalFile.Typed;
import org.jiheng.app.review.CellChange;
import org.jiheng.app.review.CellEdit;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.CellKind;
import org.jiheng.app.review.EditOutcome;
import org.jiheng.app.form.FilledForms;
import org.jiheng.app.review.FormTrail;
import org.jiheng.app.review.ImportPreview;
import org.jiheng.app.review.LabelledChange;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusalsRecorded;
import org.jiheng.app.review.RefusedException;
import org.jiheng.tenants.audit.Act;

/**
 * Goals out to Excel and in from Excel or JSON: first looked at, then taken over, through the same door as typing. What the form
 * cannot take becomes a draft at its cell.
 */
@ApplicationScoped
@RefusalsRecorded
@Transactional(dontRollbackOn = NoSuchFormException.class)
public class GoalExchange {

  @Inject
  private Goals goals;

  @Inject
  private FormTrail trail;

  /** The form as it stands as a workbook (xlsx) in the official layout, to be filled in and read back. */
  @RefusalsRecorded(Act.EXPORT)
  public byte[] workbook(UUID id) {
    GoalForm form = goals.open(id);
    trail.exported(form.desk());
    return GoalWorkbook.write(form);
  }

  /** Reads a file and says what taking it over would do. */
  public ImportPreview<GoalFile> read(UUID id, String fileName, byte[] content) {
    GoalForm form = goals.open(id);
    try {
      boolean json = fileName.toLowerCase(Locale.ROOT).endsWith(".json");
      return preview(form, fileName, json ? PublishedGoal.read(fileName, content) : GoalSheetReader.read(fileName, content));
    } catch (RefusedFile refused) {
      return ImportPreview.refused(fileName, refused.problem());
    }
  }

  static ImportPreview<GoalFile> preview(GoalForm form, String fileName, GoalFile plan) {
    List<LabelledChange> changes = new ArrayList<>();
    List<LabelledChange> locked = new ArrayList<>();
    List<ImportPreview.Finding> findings = new ArrayList<>();
    plan.cells().forEach((key, typed) -> look(form, key, typed, plan, changes, locked, findings));
    int newLines = 0;
    for (Line line : plan.lines()) {
      Optional<UUID> there = there(form, line);
      if (there.isPresent()) {
        line.texts().forEach((column, typed) -> look(form, GoalCells.indicator(there.get(), column), typed, plan, changes, locked, findings));
      } else if (!line.empty()) {
        newLines++;
        line.texts().forEach((column, typed) -> GoalCells.kind(column).read(typed.text(), plan.bare()).problem().ifPresent(problem ->
            findings.add(new ImportPreview.Finding(typed.place(), line.text(GoalColumn.LEVEL3) + "·" + Words.chinese().say("goal-cell.indicator." + column.key()),
                typed.text(), problem))));
      }
    }
    long kept = form.lines().size() - givingWay(form, plan).size();
    Optional<Problem> tooMany = newLines == 0 || kept + newLines <= FilledForms.MOST_LINES ? Optional.empty()
        : Optional.of(new Problem("file.too-many-lines", Map.of("file", fileName, "most", String.valueOf(FilledForms.MOST_LINES))));
    return new ImportPreview<>(fileName, tooMany, changes, locked, newLines, findings, Optional.of(plan));
  }

  private static void look(GoalForm form, CellKey key, Typed typed, GoalFile plan, List<LabelledChange> changes, List<LabelledChange> locked,
      List<ImportPreview.Finding> findings) {
    CellKind kind = form.sheet().kinds().get(key);
    if (kind == null) {
      return;
    }
    String label = form.labels().getOrDefault(key, key.path());
    Parsed<String> read = kind.read(typed.text(), plan.bare());
    read.problem().ifPresent(problem -> findings.add(new ImportPreview.Finding(typed.place(), label, typed.text(), problem)));
    String now = form.cells().text(key);
    read.value().filter(text -> !text.equals(now)).ifPresent(text ->
        (form.desk().locks().open(key) ? changes : locked).add(new LabelledChange(label,
            new CellChange(key, kind.said(now, Words.chinese()), kind.said(text, Words.chinese()), false, false))));
  }

  /** The line of the form a line of the file is: by its key, or by its levels and name. */
  private static Optional<UUID> there(GoalForm form, Line line) {
    return line.key().filter(form.lines()::contains).or(() -> form.lines().stream()
        .filter(id -> !text(form, id, GoalColumn.LEVEL3).isBlank())
        .filter(id -> List.of(GoalColumn.LEVEL1, GoalColumn.LEVEL2, GoalColumn.LEVEL3).stream().allMatch(column ->
            GoalIndicator.plain(text(form, id, column)).equals(GoalIndicator.plain(line.text(column)))))
        .findFirst());
  }

  private static String text(GoalForm form, UUID line, GoalColumn column) {
    return form.cells().text(GoalCells.indicator(line, column));
  }

  private static boolean blank(GoalForm form, UUID line) {
    return List.of(GoalColumn.LEVEL3, GoalColumn.MEDIUM, GoalColumn.ANNUAL, GoalColumn.WEIGHT).stream().allMatch(column -> text(form, line, column).isEmpty());
  }

  /** Lines of the printed form nobody wrote in, neither in the form nor in the file. */
  static List<UUID> givingWay(GoalForm form, GoalFile plan) {
    Set<UUID> filled = plan.lines().stream().filter(line -> !line.empty()).flatMap(line -> there(form, line).stream()).collect(Collectors.toSet());
    return form.lines().stream().filter(line -> blank(form, line) && !filled.contains(line)).toList();
  }

  /**
   * Takes the file over. Cells that may not be written now stay as they are; lines of the printed form nobody wrote in give way to
   * those of the file.
   *
   * @return what became of every text of the file
   * @throws RefusedException if the file was refused, or lines cannot be added now
   */
  @RefusalsRecorded(Act.IMPORT)
  public List<EditOutcome> apply(UUID id, ImportPreview<GoalFile> preview) {
    if (!preview.applicable()) {
      throw new RefusedException(Refusal.because("import-not-applicable"));
    }
    GoalFile plan = preview.plan().orElseThrow();
    GoalForm form = goals.open(id);
    // what the person saw in the preview, not what stands there by now: a colleague's text is not overwritten unasked
    Map<CellKey, String> seen = preview.changes().stream().map(LabelledChange::change).collect(Collectors.toMap(CellChange::key, CellChange::before));
    Set<CellKey> locked = preview.locked().stream().map(one -> one.change().key()).collect(Collectors.toSet());
    List<CellEdit> edits = new ArrayList<>();
    plan.cells().forEach((key, typed) -> edits.add(edit(form, seen, key, typed)));
    List<Map<GoalColumn, String>> added = new ArrayList<>();
    for (Line line : plan.lines()) {
      Optional<UUID> there = there(form, line);
      if (there.isPresent()) {
        line.texts().forEach((column, typed) -> edits.add(edit(form, seen, GoalCells.indicator(there.get(), column), typed)));
      } else if (!line.empty()) {
        Map<GoalColumn, String> texts = new EnumMap<>(GoalColumn.class);
        line.texts().forEach((column, typed) -> texts.put(column, typed.text()));
        added.add(texts);
      }
    }
    // what the person was told stays as it is; sent along it would only leave drafts in closed cells
    edits.removeIf(edit -> locked.contains(edit.cell()) || !form.cells().has(edit.cell()));
    List<EditOutcome> outcomes = new ArrayList<>(goals.write(id, edits, plan.bare()));
    if (!added.isEmpty()) {
      goals.removeLines(id, givingWay(form, plan));
      outcomes.addAll(goals.addLines(id, added, plan.bare()).outcomes());
    }
    if (!plan.source().isEmpty()) {
      goals.importedFrom(id, plan.source());
    }
    trail.imported(form.desk(), preview.fileName());
    return outcomes;
  }

  /** @param seen as the preview said it: what was chosen in words */
  private static CellEdit edit(GoalForm form, Map<CellKey, String> seen, CellKey key, Typed typed) {
    String now = form.cells().text(key);
    String said = Optional.ofNullable(form.sheet().kinds().get(key)).map(kind -> kind.said(now, Words.chinese())).orElse(now);
    return new CellEdit(key, seen.getOrDefault(key, said).equals(said) ? now : seen.get(key), typed.text());
  }
}
