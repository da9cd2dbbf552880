package org.jiheng.app.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jiheng.app.agency.Units;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Words;
import org.jiheng.app.document.TableWorkbook;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.Projects;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.RefusalsRecorded;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.exchange.Letter;
import org.jiheng.tenants.scope.Scope;

/**
 * A year's fund documents with their goals as a file package for the region (S10, DOMAIN 11.2): rows of the element tables as JSON, the
 * same as a workbook for people, and a manifest with digests, counts and sums to be reconciled. Taken in twice it is the same: rows are
 * known by key and version. What of the region's format is not known, the package says itself, in the manifest and in words.
 */
@ApplicationScoped
@RefusalsRecorded(value = Act.EXPORT, about = FundDocuments.SUBJECT)
@Transactional(dontRollbackOn = NoSuchFormException.class)
public class RegionExport {

  static final int LAYOUT = 1;

  /** What the package says of itself, a sentence each. */
  private static final List<String> STATEMENTS =
      List.of("region.standard", "region.dictionaries", "region.division", "region.transfers", "region.signature", "region.deleted");

  @PersistenceContext
  private EntityManager database;

  @Inject
  private FundStore store;

  @Inject
  private Projects projects;

  @Inject
  private Units units;

  @Inject
  private BusinessClock clock;

  /**
   * Writes the package as a ZIP file: every document of the year that has gone down, withdrawn ones marked. One that is being adjusted is
   * left out, and the package says so: what is typed anew has not been sent, and what was sent does not stand there whole any more.
   *
   * @param name under which it is on record
   * @throws NoSuchFormException for whoever does not see whole documents
   */
  public void write(int fiscalYear, String name, OutputStream out) throws IOException {
    if (!Access.finance() || Scope.current().readOnly()) {
      throw new NoSuchFormException();
    }
    List<FundSheet> sheets = sheets(fiscalYear);
    List<String> adjusted = adjusted(fiscalYear);
    List<String> statements = statements(adjusted);
    store.exported(name);
    Map<String, byte[]> files = new LinkedHashMap<>();
    RegionRows rows = new RegionRows(Scope.current().jurisdiction(), projects(sheets), units.names(), created(sheets),
        Words.chinese().say("region.main"));
    Map<String, Integer> counts = new LinkedHashMap<>();
    table(files, counts, RegionRows.GOALS, sheets, rows::goals);
    table(files, counts, RegionRows.INDICATORS, sheets, rows::indicators);
    table(files, counts, RegionRows.DOCUMENTS, sheets, rows::documents);
    files.put("FUND_DOCUMENT.xlsx", workbook(sheets));
    files.put("说明.txt", String.join("\n", statements).getBytes(StandardCharsets.UTF_8));
    files.put("manifest.json", manifest(fiscalYear, sheets, files, counts, adjusted, statements));
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
  }

  private List<FundSheet> sheets(int fiscalYear) {
    List<UUID> ids = database.createQuery("select d.id from FundDocument d where d.fiscalYear = :year and d.revision > 0 "
            + "and d.state <> :adjusting order by d.number, d.id", UUID.class)
        .setParameter("year", fiscalYear).setParameter("adjusting", FundState.ADJUSTING).getResultList();
    Map<UUID, FundSheet> sheets = store.sheets(ids).stream().collect(Collectors.toMap(sheet -> sheet.document().id(), sheet -> sheet));
    return ids.stream().map(sheets::get).toList();
  }

  /** Numbers of the documents that are being adjusted. */
  private List<String> adjusted(int fiscalYear) {
    return database.createQuery("select d.number from FundDocument d where d.fiscalYear = :year and d.state = :adjusting order by d.number", String.class)
        .setParameter("year", fiscalYear).setParameter("adjusting", FundState.ADJUSTING).getResultList();
  }

  private static List<String> statements(List<String> adjusted) {
    Stream<String> leftOut = adjusted.isEmpty() ? Stream.of()
        : Stream.of(Words.chinese().say("region.adjusted", Map.of("numbers", String.join("、", adjusted))));
    return Stream.concat(STATEMENTS.stream().map(statement -> Words.chinese().say(statement)), leftOut).toList();
  }

  private Map<UUID, Instant> created(List<FundSheet> sheets) {
    return sheets.isEmpty() ? Map.of() : database.createQuery("select s.document, s.at from FundStep s where s.document in :ids and s.act in :begun",
            Object[].class)
        .setParameter("ids", sheets.stream().map(sheet -> sheet.document().id()).toList())
        .setParameter("begun", List.of(FundStep.Act.ENTER, FundStep.Act.RECEIVED)).getResultStream()
        .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Instant) row[1]));
  }

  private Map<UUID, Project> projects(List<FundSheet> sheets) {
    return projects.find(sheets.stream().flatMap(sheet -> sheet.lines().stream()).flatMap(line -> line.part().project().stream()).toList());
  }

  private static void table(Map<String, byte[]> files, Map<String, Integer> counts, String name, List<FundSheet> sheets, BiConsumer<FundSheet, JsonArrayBuilder> rows) {
    JsonArrayBuilder all = Json.createArrayBuilder();
    sheets.forEach(sheet -> rows.accept(sheet, all));
    JsonArray table = all.build();
    files.put(name + ".json", table.toString().getBytes(StandardCharsets.UTF_8));
    counts.put(name, table.size());
  }

  private static byte[] workbook(List<FundSheet> sheets) throws IOException {
    Words words = Words.chinese();
    List<String> columns = List.of(words.say("region.column.number"), words.say("region.column.name"), words.say("region.column.from"),
        words.say("region.column.amount"), words.say("region.column.part"), words.say("region.column.part-amount"), words.say("region.column.indicator"),
        words.say("region.column.target"), words.say("region.main"), words.say("region.column.overall"), words.say("region.column.regional"));
    Stream<List<Object>> lines = sheets.stream().flatMap(sheet -> sheet.lines().stream().filter(line -> line.sentAmount().isPresent())
        .flatMap(line -> carried(sheet, line)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TableWorkbook.write(out, words.say("region.sheet"), columns, lines);
    return out.toByteArray();
  }

  /** A line for every indicator of a part; of a part without goals one line all the same. */
  private static Stream<List<Object>> carried(FundSheet sheet, FundLine line) {
    FundHead head = sheet.document().head();
    List<FundIndicator> carried = sheet.indicators().stream()
        .filter(one -> sheet.target(line.id(), one.id()).filter(target -> !target.sent().isEmpty()).isPresent()).toList();
    List<Object> before = List.of(head.number(), head.name(), head.upperName(), head.amount().inWan(), line.name(), line.sentAmount().orElseThrow().inWan());
    List<Object> after = List.of(sheet.document().overallGoal(), sheet.document().regionalGoal());
    Stream<List<Object>> middle = carried.isEmpty() ? Stream.of(List.of("", "", ""))
        : carried.stream().map(one -> List.of(one.name(), sheet.target(line.id(), one.id()).orElseThrow().sent(), one.main() ? "✓" : ""));
    return middle.map(part -> Stream.of(before, part, after).flatMap(List::stream).toList());
  }

  private byte[] manifest(int fiscalYear, List<FundSheet> sheets, Map<String, byte[]> files, Map<String, Integer> counts, List<String> adjusted,
      List<String> said) {
    JsonArrayBuilder listed = Json.createArrayBuilder();
    files.forEach((name, content) -> {
      JsonObjectBuilder file = Json.createObjectBuilder().add("name", name).add("size", content.length)
          .add("sha256", new Letter.File(name, "", content).sha256());
      counts.forEach((table, rows) -> {
        if (name.equals(table + ".json")) {
          file.add("rows", rows);
        }
      });
      listed.add(file);
    });
    JsonArrayBuilder statements = Json.createArrayBuilder();
    said.forEach(statements::add);
    JsonArrayBuilder leftOut = Json.createArrayBuilder();
    adjusted.forEach(leftOut::add);
    Money amount = sum(sheets.stream().filter(RegionExport::holds).map(sheet -> sheet.document().head().amount()));
    Money sent = sum(sheets.stream().filter(RegionExport::holds).flatMap(sheet -> sheet.lines().stream()).flatMap(line -> line.sentAmount().stream()));
    return Json.createObjectBuilder().add("layout", LAYOUT).add("jurisdiction", Scope.current().jurisdiction().code().value())
        .add("jurisdictionName", Scope.current().jurisdiction().name()).add("fiscalYear", fiscalYear).add("businessDate", clock.today().toString())
        .add("writtenAt", RegionRows.time(clock.now())).add("writtenBy", Scope.current().caller().name())
        .add("reconciliation", Json.createObjectBuilder().add("documents", sheets.size())
            .add("withdrawn", sheets.stream().filter(sheet -> !holds(sheet)).count()).add("amount", amount.toString()).add("sent", sent.toString()).add("leftOut", leftOut))
        .add("files", listed).add("statements", statements).build().toString().getBytes(StandardCharsets.UTF_8);
  }

  private static boolean holds(FundSheet sheet) {
    return sheet.document().state() != FundState.WITHDRAWN;
  }

  private static Money sum(Stream<Money> amounts) {
    return amounts.reduce(Money.ZERO, Money::plus);
  }
}
