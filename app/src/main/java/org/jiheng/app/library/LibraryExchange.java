package org.jiheng.app.library;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.common.Parsed;
import org.jiheng.app.common.Problem;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusalsRecorded;
import org.jiheng.app.review.RefusedException;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.audit.Record;
import org.jiheng.tenants.audit.Trail;

/**
 * The library out to Excel and in again. A file is first looked at: lines with a code that is there change that indicator of the
 * caller's level, a line without a code the one of the same names, industry and area; all others are new. Then it is taken over line by
 * line, through the same door as typing. The same file a second time changes nothing.
 */
@ApplicationScoped
@RefusalsRecorded(value = Act.IMPORT, about = IndicatorLibrary.SUBJECT)
@Transactional(dontRollbackOn = NoSuchFormException.class)
public class LibraryExchange {

  private static final int BLOCK = 1000;

  @Inject
  private IndicatorLibrary library;

  @Inject
  private LibraryDesk desk;

  @Inject
  private LibraryQueries queries;

  @Inject
  private BusinessClock clock;

  @Inject
  private Trail trail;

  /** Writes the newest versions the filter asks for, every field of them, so that the file can be taken in again. */
  @RefusalsRecorded(value = Act.EXPORT, about = IndicatorLibrary.SUBJECT)
  public void export(LibraryFilter filter, String name, OutputStream out) throws IOException {
    LibraryQueries.rights();
    trail.add(Record.of(Act.EXPORT, IndicatorLibrary.SUBJECT + "/list", "").because(filter.said()));
    LibraryWorkbook.write(out, name, Stream.iterate(0, offset -> offset + BLOCK)
        .map(offset -> library.page(filter, offset, BLOCK)).takeWhile(block -> !block.isEmpty()).flatMap(List::stream));
  }

  /**
   * Reads a file and says what taking it over would do.
   *
   * @throws RefusedException if the caller does not keep the library of the own level
   */
  public LibraryImport read(String fileName, byte[] content) {
    LibraryRights rights = LibraryQueries.rights();
    if (!rights.keeps()) {
      throw new RefusedException(Refusal.because("library-not-yours"));
    }
    return switch (LibraryWorkbook.read(fileName, content)) {
      case Parsed.Bad<List<LibraryWorkbook.Line>>(String _, Problem fault) ->
          new LibraryImport(fileName, Optional.of(fault), List.of(), List.of(), 0, List.of());
      case Parsed.Ok<List<LibraryWorkbook.Line>>(List<LibraryWorkbook.Line> lines) -> preview(fileName, lines, there(rights));
    };
  }

  /** What is there, by its code; of two that are called the same the one of the caller's own level. */
  private Map<String, LibraryLine> there(LibraryRights rights) {
    Map<String, LibraryLine> there = new HashMap<>();
    queries.asked("l", " and l.newest = true", Map.of(), "", LibraryLine.class).getResultList().stream()
        .sorted(Comparator.comparing(line -> line.level() == level(rights))).forEach(line -> there.put(line.code(), line));
    return there;
  }

  private static LibraryLevel level(LibraryRights rights) {
    return rights.prefecture() ? LibraryLevel.PREFECTURE : LibraryLevel.COUNTY;
  }

  private LibraryImport preview(String fileName, List<LibraryWorkbook.Line> lines, Map<String, LibraryLine> there) {
    Looking looking = new Looking(there, new Unnamed(there.values().stream().filter(one -> one.level() == level(LibraryQueries.rights())).toList(),
        lines.stream().map(line -> line.texts().getOrDefault(LibraryField.CODE, "")).collect(Collectors.toSet())));
    lines.forEach(looking::at);
    return new LibraryImport(fileName, Optional.empty(), looking.fresh, looking.changed, looking.unchanged, looking.findings);
  }

  /** Looks at the lines of a file, one after the other. */
  private final class Looking {

    private final Map<String, LibraryLine> own;
    private final Unnamed unnamed;
    private final Map<String, Integer> rows = new HashMap<>();
    private final List<LibraryImport.Item> fresh = new ArrayList<>();
    private final List<LibraryImport.Item> changed = new ArrayList<>();
    private final List<LibraryImport.Finding> findings = new ArrayList<>();
    private int unchanged;

    private Looking(Map<String, LibraryLine> own, Unnamed unnamed) {
      this.own = own;
      this.unnamed = unnamed;
    }

    private void at(LibraryWorkbook.Line line) {
      String typed = line.texts().getOrDefault(LibraryField.CODE, "");
      Optional<LibraryLine> there = typed.isEmpty() ? unnamed.next(line.texts()) : Optional.ofNullable(own.get(typed));
      String code = there.map(LibraryLine::code).orElse(typed);
      Optional<Integer> first = code.isEmpty() ? Optional.empty() : Optional.ofNullable(rows.putIfAbsent(code, line.row()));
      Map<LibraryField, String> whole = completed(line.texts(), there);
      if (first.isEmpty() && there.filter(one -> same(whole, one)).isPresent()) {
        unchanged++;
        return;
      }
      IndicatorReader.Read read = IndicatorReader.read(whole, clock.today());
      Map<LibraryField, Problem> problems = new EnumMap<>(LibraryField.class);
      problems.putAll(read.problems());
      first.map(row -> new Problem("library.code-twice", Map.of("code", code, "first", String.valueOf(row))))
          .or(() -> there.flatMap(LibraryExchange::closed)).ifPresent(problem -> problems.put(LibraryField.CODE, problem));
      problems.forEach((field, problem) ->
          findings.add(new LibraryImport.Finding(line.place(field), field, whole.getOrDefault(field, ""), problem)));
      if (problems.isEmpty()) {
        (there.isPresent() ? changed : fresh).add(new LibraryImport.Item(line.row(), whole,
            there.map(one -> differences(one, read.indicator().orElseThrow())).orElse(List.of()), there.map(LibraryLine::entry),
            there.map(LibraryLine::seen).orElse(0)));
      }
    }
  }

  /**
   * Whether a line says what is there already: a field it leaves open says what is usual. What was handed out so is not held against
   * the rules of today once more.
   */
  private boolean same(Map<LibraryField, String> whole, LibraryLine there) {
    return IndicatorTexts.of(there.code(), there.indicator()).equals(whole) || IndicatorReader.read(whole, clock.today()).indicator().filter(there.indicator()::equals).isPresent();
  }

  private static List<LibraryImport.Difference> differences(LibraryLine there, Indicator after) {
    Map<LibraryField, String> says = IndicatorTexts.of(there.code(), after);
    return IndicatorTexts.of(there.code(), there.indicator()).entrySet().stream().filter(one -> !one.getValue().equals(says.get(one.getKey())))
        .map(one -> new LibraryImport.Difference(one.getKey(), one.getValue(), says.get(one.getKey()))).toList();
  }

  /** Why an indicator that is there cannot be changed by a file. */
  private static Optional<Problem> closed(LibraryLine there) {
    if (there.level() != level(LibraryQueries.rights())) {
      return Optional.of(new Problem("library.code-of-another-level", Map.of("code", there.code())));
    }
    return there.state() == EntryState.IN_FORCE ? Optional.empty()
        : Optional.of(new Problem("library.code-stopped", Map.of("code", there.code())));
  }

  /** Columns a file does not have stay what they are. Another version begins today where the file leaves the day of the one before. */
  private Map<LibraryField, String> completed(Map<LibraryField, String> texts, Optional<LibraryLine> there) {
    Map<LibraryField, String> before = there.map(one -> IndicatorTexts.of(one.code(), one.indicator())).orElse(Map.of());
    Map<LibraryField, String> whole = new EnumMap<>(LibraryField.class);
    whole.putAll(before);
    whole.putAll(texts);
    there.ifPresent(one -> {
      whole.put(LibraryField.CODE, one.code());
      if (whole.get(LibraryField.VALID_FROM).isEmpty()) {
        whole.put(LibraryField.VALID_FROM, before.get(LibraryField.VALID_FROM));
      }
    });
    boolean says = there.filter(one -> !same(whole, one)).isPresent();
    boolean sameDay = there.isPresent() && whole.get(LibraryField.VALID_FROM).equals(before.get(LibraryField.VALID_FROM));
    if (says && sameDay && there.get().indicator().from().isBefore(clock.today())) {
      whole.put(LibraryField.VALID_FROM, clock.today().toString());
    }
    return whole;
  }

  /**
   * Takes one line over.
   *
   * @return what is wrong with it by now; empty if it was taken
   * @throws RefusedException if it may not be taken any more
   */
  public Map<LibraryField, Problem> take(LibraryImport.Item item, String fileName) {
    String why = "导入 " + fileName;
    String reason = why.substring(0, Math.min(why.length(), EntryMove.LONGEST_REASON));
    return item.entry().map(entry -> desk.change(entry, item.seen(), item.texts(), reason))
        .orElseGet(() -> desk.enter(item.texts())).problems();
  }
}
