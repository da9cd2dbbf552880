package org.jiheng.app.exante;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jiheng.app.common.Grade;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Reasoned;
import org.jiheng.app.common.Words;
import org.jiheng.app.project.FundingSource;
import org.jiheng.app.project.Project;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.Cells;
import org.jiheng.app.review.FormTrail;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusalsRecorded;
import org.jiheng.app.review.RefusedException;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.scope.Scope;

/**
 * The evaluation as documents in Word: the report by its usual outline, the draft 送审稿 until finance has concluded (S13, DOMAIN 2.3),
 * and the letter of the conclusion. Made of the form and of nothing else.
 */
@ApplicationScoped
@RefusalsRecorded(Act.EXPORT)
@Transactional(dontRollbackOn = NoSuchFormException.class)
public class ExAnteReport {

  private static final int TITLE = 18;
  private static final int HEADING = 14;
  private static final int TEXT = 12;

  @Inject
  private ExAnteEvaluations evaluations;

  @Inject
  private FormTrail trail;

  /** The report (docx). @throws NoSuchFormException if the caller may not see the form */
  public byte[] report(UUID id) {
    ExAnteForm form = evaluations.open(id);
    trail.exported(form.desk());
    return written(new Page(form, form.cells()).report());
  }

  /**
   * The letter that says what finance concluded (docx), of what was asked for then: the unit may have begun a round since.
   *
   * @throws RefusedException as long as it has not
   */
  public byte[] letter(UUID id) {
    ExAnteForm form = evaluations.open(id);
    ExAnteConclusion conclusion = form.conclusion().orElseThrow(() -> new RefusedException(Refusal.because("exante-not-concluded")));
    trail.exported(form.desk());
    return written(new Page(form, evaluations.concludedFrom(id, conclusion)).letter(conclusion));
  }

  private static byte[] written(XWPFDocument document) {
    try (document; ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      document.write(out);
      return out.toByteArray();
    } catch (IOException memoryIsFull) {
      throw new UncheckedIOException(memoryIsFull);
    }
  }

  /** One document while it is written. */
  private static final class Page {

    private final XWPFDocument document = new XWPFDocument();
    private final Words words = Words.chinese();
    private final ExAnteForm form;
    private final Cells cells;

    /** @param cells of the form as it was when it said what the document is about */
    Page(ExAnteForm form, Cells cells) {
      this.form = form;
      this.cells = cells;
    }

    private void line(String text, int size, boolean bold, ParagraphAlignment alignment) {
      XWPFParagraph paragraph = document.createParagraph();
      paragraph.setAlignment(alignment);
      XWPFRun run = paragraph.createRun();
      run.setFontFamily("宋体");
      run.setFontSize(size);
      run.setBold(bold);
      String[] lines = text.split("\n", -1);
      for (int i = 0; i < lines.length; i++) {
        if (i > 0) {
          run.addBreak();
        }
        run.setText(lines[i]);
      }
    }

    private void heading(String key) {
      line(words.say(key), HEADING, true, ParagraphAlignment.LEFT);
    }

    private void text(String text) {
      line(text.isBlank() ? words.say("exante.document.nothing") : text, TEXT, false, ParagraphAlignment.LEFT);
    }

    private void named(String key, String text) {
      text(words.say("exante.document.named", Map.of("name", words.say(key), "text", text.isBlank() ? "—" : text)));
    }

    private String cell(CellKey key) {
      return cells.text(key);
    }

    private String money(CellKey key) {
      return cell(key).isEmpty() ? "—" : wan(Money.ofYuan(cell(key)));
    }

    /** As forms show money, and exact where it is finer. */
    private static String wan(Money money) {
      BigDecimal wan = money.inWan();
      return wan.setScale(Math.max(2, wan.scale()), RoundingMode.UNNECESSARY).toPlainString();
    }

    private void table(List<List<String>> rows) {
      XWPFTable table = document.createTable(rows.size(), rows.getFirst().size());
      table.setWidth("100%");
      for (int i = 0; i < rows.size(); i++) {
        XWPFTableRow row = table.getRow(i);
        for (int j = 0; j < rows.get(i).size(); j++) {
          row.getCell(j).setText(rows.get(i).get(j));
        }
      }
    }

    private void head() {
      Project project = form.project();
      named("exante.document.jurisdiction", Scope.current().data().name());
      named("exante.document.year", String.valueOf(project.fiscalYear()));
      named("form.department", form.departmentName());
      named("form.unit", form.unitName());
      named("form.project", project.name() + " (" + project.code() + ")");
      named("exante.document.attribute", ProjectProfile.word(project.attribute().name()) + " · " + ProjectProfile.word(project.category().name())
          + " · " + ProjectProfile.word(project.type()));
      named("cell.exante.head.from", cell(ExAnteCells.PERIOD_FROM) + " – " + cell(ExAnteCells.PERIOD_UNTIL));
      named("cell.exante.head.function", cell(ExAnteCells.FUNCTION));
      named("cell.exante.head.leader", cell(ExAnteCells.LEADER) + " " + cell(ExAnteCells.PHONE));
      named("cell.exante.amount.total", money(ExAnteCells.AMOUNT_TOTAL));
    }

    XWPFDocument report() {
      line(words.say("exante.document.report"), TITLE, true, ParagraphAlignment.CENTER);
      line(words.say(form.concluded() ? "exante.document.final" : "exante.document.draft"), TEXT, false, ParagraphAlignment.CENTER);
      head();
      heading("exante.document.subject");
      chapter(ExAnteCells.Chapter.BACKGROUND);
      chapter(ExAnteCells.Chapter.CONTENT);
      chapter(ExAnteCells.Chapter.GOALS);
      chapter(ExAnteCells.Chapter.FUNDING);
      amounts("exante.document.source", Stream.of(FundingSource.values()).map(ExAnteCells::source));
      amounts("exante.document.by-year", Stream.of(ExAnteCells.Year.values()).map(ExAnteCells::year));
      heading("exante.document.how");
      chapter(ExAnteCells.Chapter.PROCEDURE);
      named("cell.exante.method", Stream.of(ExAnteCells.Method.values()).map(ExAnteCells::method)
          .filter(method -> cell(method).equals(ExAnteCells.HOLDS)).map(this::word).collect(Collectors.joining("、")));
      heading("exante.document.content");
      sheet();
      vetoes();
      chapter(ExAnteCells.Chapter.OVERALL);
      outside();
      heading("exante.document.suggestions");
      chapter(ExAnteCells.Chapter.SUGGESTIONS);
      heading("exante.document.other");
      chapter(ExAnteCells.Chapter.OTHER);
      heading("exante.document.attachments");
      form.template().evidence().forEach(one -> text(words.say("exante.document.named",
          Map.of("name", one.text(), "text", cell(ExAnteCells.evidence(one.key())).isEmpty() ? "—" : cell(ExAnteCells.evidence(one.key()))))));
      form.conclusion().filter(_ -> form.concluded()).ifPresent(this::concluded);
      return document;
    }

    private String word(CellKey key) {
      return words.say("cell.exante." + key.path().replace('/', '.'));
    }

    private void chapter(ExAnteCells.Chapter chapter) {
      CellKey key = ExAnteCells.chapter(chapter);
      line(words.say("cell.exante.text." + chapter.key()), TEXT, true, ParagraphAlignment.LEFT);
      text(cell(key));
    }

    private void amounts(String name, Stream<CellKey> keys) {
      List<List<String>> rows = new ArrayList<>();
      rows.add(List.of(words.say(name), words.say("exante.document.wan")));
      keys.forEach(key -> rows.add(List.of(word(key), money(key))));
      table(rows);
    }

    private void sheet() {
      List<List<String>> rows = new ArrayList<>();
      rows.add(List.of(words.say("exante.document.dimension"), words.say("exante.document.item"), words.say("exante.document.points"),
          words.say("cell.exante.item.tick"), words.say("exante.document.score"), words.say("cell.exante.item.basis")));
      Map<String, ExAnteScoring.OfDimension> sums = form.result().sheet().dimensions().stream()
          .collect(Collectors.toMap(ExAnteScoring.OfDimension::key, one -> one));
      for (ExAnteTemplate.Dimension dimension : form.template().dimensions()) {
        dimension.items().forEach(item -> rows.add(row(dimension, item)));
        rows.add(List.of(dimension.name(), words.say("exante.document.subtotal"), dimension.points().toString(), "",
            sums.get(dimension.key()).score().toString(), ""));
      }
      rows.add(List.of(words.say("exante.document.total"), "", "100.00", "", said(form.result().sheet().total()), ""));
      table(rows);
    }

    private List<String> row(ExAnteTemplate.Dimension dimension, ExAnteTemplate.Item item) {
      String tick = cell(ExAnteCells.tick(item.key()));
      return List.of(dimension.name(), item.text(), item.points().toString(), tick.isEmpty() ? "—" : words.say("grade." + Grade.valueOf(tick)),
          Optional.ofNullable(form.result().sheet().items().get(item.key())).map(Page::said).orElse("—"), cell(ExAnteCells.basis(item.key())));
    }

    private static String said(Reasoned<?> computed) {
      return computed.value().map(Object::toString).orElse("—");
    }

    /** Which of them the unit says hold; none is said, too. */
    private void vetoes() {
      named("cell.exante.veto", form.template().vetoes().stream().filter(veto -> cell(ExAnteCells.veto(veto.key())).equals(ExAnteCells.HOLDS))
          .map(ExAnteTemplate.Veto::text).collect(Collectors.joining(";")));
    }

    /** What third parties and experts of this round came to. */
    private void outside() {
      form.outside().stream().filter(ExAnteForm.Outside::counts).forEach(one -> named(
          one.part() == ExAnteEngagement.Part.PANEL ? "exante.document.panel" : "exante.document.third-party",
          Stream.concat(one.brief().stream().map(brief -> brief.firmName() + " " + brief.contractNumber()),
              one.result().filter(_ -> one.accepted()).stream().map(sheet -> words.say("exante.document.sheet",
                  Map.of("total", sheet.total().toString(), "opinion", sheet.opinion())))).map(String::strip).collect(Collectors.joining(" "))));
    }

    private void concluded(ExAnteConclusion conclusion) {
      heading("exante.document.conclusion");
      named("exante.document.says", words.say("exante.conclusion." + conclusion.conclusion().name()));
      named("exante.document.basis", words.say("exante.basis." + conclusion.basis().name()) + " " + conclusion.total());
      named("exante.document.supported", wan(conclusion.supported()));
      text(conclusion.opinion());
      form.conditions().forEach(one -> text(words.say("exante.document.condition",
          Map.of("text", one.text(), "due", one.due().toString(), "responsible", one.responsible()))));
    }

    XWPFDocument letter(ExAnteConclusion conclusion) {
      line(words.say("exante.document.letter"), TITLE, true, ParagraphAlignment.CENTER);
      text(words.say("exante.document.to", Map.of("unit", form.unitName())));
      text(words.say("exante.document.about", Map.of("project", form.project().name(), "asked", money(ExAnteCells.AMOUNT_TOTAL))));
      concluded(conclusion);
      line(words.say("exante.document.signed", Map.of("person", conclusion.personName(), "day", conclusion.concludedOn().toString())), TEXT, false,
          ParagraphAlignment.RIGHT);
      return document;
    }
  }
}
