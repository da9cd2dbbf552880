package org.jiheng.app.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiheng.app.agency.Units;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.common.Money;
import org.jiheng.app.indicator.Aggregation;
import org.jiheng.app.project.BudgetGuard;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.Projects;
import org.jiheng.app.review.CellEdit;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.EditOutcome;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusalsRecorded;
import org.jiheng.app.review.RefusedException;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.identity.Registry;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;

/**
 * Fund documents: entered, looked at, their goals and parts written. What is typed is kept as it was typed, also where it cannot be
 * read or does not add up yet; that it does is asked when it is sent ({@link FundDecisions}).
 */
@ApplicationScoped
@RefusalsRecorded(about = FundDocuments.SUBJECT)
@Transactional(dontRollbackOn = NoSuchFormException.class)
public class FundDocuments {

  /** First part of the trail's names for fund documents. */
  public static final String SUBJECT = "FUND_DOCUMENT";

  private static final int LONGEST_GOAL = 4000;
  private static final int LONGEST_NOTE = 1000;

  @Inject
  private FundStore store;

  @Inject
  private FundLetters letters;

  @Inject
  private FundGates gates;

  @Inject
  private Units units;

  @Inject
  private Projects projects;

  @Inject
  private Registry registry;

  @Inject
  private BusinessClock clock;

  /** Whether the caller has to do with transfers at all. */
  public static boolean reads() {
    return Access.reads();
  }

  /** Whether the caller sees whole documents, and not only what went down to a unit. */
  public static boolean finance() {
    return Access.finance();
  }

  /** Whether the caller enters documents and writes in them. */
  public static boolean drafts() {
    return Access.drafts();
  }

  // --- looking

  /** @throws NoSuchFormException if there is none the caller may see */
  public FundPage open(UUID id) {
    if (!Access.reads()) {
      throw new NoSuchFormException();
    }
    FundSheet sheet = store.sheet(id);
    if (!Access.finance()) {
      return ofUnits(sheet);
    }
    if (Scope.current().caller().holds(Role.AUDITOR)) {
      store.seen(sheet.document());
    }
    FundRules rules = store.rules(sheet.document());
    Map<UUID, List<BudgetGuard.Closed>> closed = gates.against(sheet);
    Map<CellKey, String> texts = texts(sheet);
    Map<CellKey, Refusal> locks = new HashMap<>();
    texts.keySet().forEach(cell -> sheet.locked(cell).ifPresent(why -> locks.put(cell, why)));
    return new FundPage(sheet.document(), sheet.indicators(), sheet.lines(), sheet.targets(), Optional.of(sheet.reconciled()),
        texts, locks, sheet.closed().isEmpty(), FundMove.offers(sheet.standing(rules, closed)), sheet.exemption(), sheet.tasks(),
        store.steps(id), units.names(), projectNames(sheet.lines()), receipts(sheet), closed, rules.allowOver(), clock.today());
  }

  /** What went down to the caller's units, and nothing of what went to others or has not gone down. */
  private FundPage ofUnits(FundSheet sheet) {
    List<FundLine> lines = sheet.lines().stream().filter(FundDocuments::ofCaller).map(FundLine::asSent).toList();
    if (lines.isEmpty()) {
      throw new NoSuchFormException();
    }
    Set<UUID> own = lines.stream().map(FundLine::id).collect(Collectors.toSet());
    List<FundTarget> targets = sheet.targets().stream().filter(target -> own.contains(target.line()) && !target.sent().isEmpty()).map(FundTarget::asSent).toList();
    List<FundIndicator> indicators = sheet.indicators().stream()
        .filter(indicator -> targets.stream().anyMatch(target -> target.indicator().equals(indicator.id()))).map(FundIndicator::asNamed).toList();
    Money money = lines.stream().flatMap(line -> line.sentAmount().stream()).reduce(Money.ZERO, Money::plus);
    return new FundPage(sheet.document().asSent(money), indicators, lines, targets, Optional.empty(), Map.of(), Map.of(), false, List.of(),
        sheet.exemption(), List.of(), List.of(), units.names(), projectNames(lines), Map.of(), Map.of(), false, clock.today());
  }

  /** A part that went down to a unit of the caller's. */
  static boolean ofCaller(FundLine line) {
    return line.sentAmount().isPresent() && line.part().unit().filter(unit -> Access.units().stream().anyMatch(unit::startsWith)).isPresent();
  }

  private Map<UUID, String> projectNames(List<FundLine> lines) {
    return projects.find(lines.stream().flatMap(line -> line.part().project().stream()).toList()).values().stream()
        .collect(Collectors.toMap(Project::id, Project::name));
  }

  private Map<String, Instant> receipts(FundSheet sheet) {
    return sheet.lines().stream().anyMatch(line -> line.part().county().isPresent()) ? letters.receipts(sheet.document()) : Map.of();
  }

  private static Map<CellKey, String> texts(FundSheet sheet) {
    Map<CellKey, String> texts = new LinkedHashMap<>();
    texts.put(FundCells.OVERALL, sheet.document().overallGoal());
    texts.put(FundCells.REGIONAL, sheet.document().regionalGoal());
    texts.put(FundCells.OVER_NOTE, sheet.document().overNote());
    for (FundIndicator indicator : sheet.indicators()) {
      for (FundIndicator.Column column : FundIndicator.Column.values()) {
        texts.put(FundCells.indicator(indicator.id(), column), indicator.text(column));
      }
    }
    for (FundLine line : sheet.lines()) {
      texts.put(FundCells.amount(line.id()), line.amount());
      sheet.indicators().forEach(indicator -> texts.put(FundCells.target(line.id(), indicator.id()), ""));
    }
    sheet.targets().forEach(target -> texts.put(FundCells.target(target.line(), target.indicator()), target.typed()));
    return texts;
  }

  // --- the head

  /** @throws RefusedException if something of it is missing */
  @RefusalsRecorded(value = Act.BEGIN, about = SUBJECT)
  public UUID enter(FundHead head) {
    Access.drafting();
    complete(head);
    FundDocument document = new FundDocument(head, store.rules(head.fiscalYear()).due(head.level(), head.kind(), head.receivedOn()));
    store.touched(document);
    store.add(document);
    store.flush();
    store.happened(document, FundStep.Act.ENTER, document.state(), "");
    return document.id();
  }

  /** What came from above says of itself what it says there. */
  @RefusalsRecorded(value = Act.CHANGE, about = SUBJECT)
  public void revise(UUID id, FundHead head) {
    FundSheet sheet = writing(id);
    if (sheet.document().upperDocument().isPresent()) {
      throw new RefusedException(Refusal.because("transfer-came-from-above"));
    }
    complete(head);
    FundHead before = sheet.document().head();
    sheet.document().enter(head, store.rules(head.fiscalYear()).due(head.level(), head.kind(), head.receivedOn()));
    store.changed(sheet.document(), "head", before.toString(), head.toString());
  }

  private static void complete(FundHead head) {
    if (!head.complete()) {
      throw new RefusedException(Refusal.because("transfer-incomplete"));
    }
  }

  private FundSheet writing(UUID id) {
    Access.drafting();
    FundSheet sheet = store.held(id);
    sheet.closed().ifPresent(why -> {
      throw new RefusedException(why);
    });
    return sheet;
  }

  // --- goals and parts

  @RefusalsRecorded(value = Act.CHANGE, about = SUBJECT)
  public UUID addIndicator(UUID id) {
    FundSheet sheet = writing(id);
    FundIndicator indicator = new FundIndicator(id, sheet.indicators().size());
    store.add(indicator);
    store.changed(sheet.document(), FundCells.indicator(indicator.id()).path(), "", "+");
    return indicator.id();
  }

  /** One that came from above stays. */
  @RefusalsRecorded(value = Act.CHANGE, about = SUBJECT)
  public void removeIndicator(UUID id, UUID indicator) {
    FundSheet sheet = writing(id);
    FundIndicator found = sheet.indicator(indicator).orElseThrow(NoSuchFormException::new);
    sheet.locked(FundCells.indicator(indicator)).ifPresent(why -> {
      throw new RefusedException(why);
    });
    store.changed(sheet.document(), FundCells.indicator(indicator).path(), found.name() + " " + found.target(), "");
    sheet.targets().stream().filter(target -> target.indicator().equals(indicator)).forEach(store::remove);
    store.remove(found);
  }

  /** Counties the caller's jurisdiction oversees; a county has none. */
  public List<Jurisdiction> counties() {
    Jurisdiction own = Scope.current().jurisdiction();
    return Access.finance() ? registry.jurisdictions().stream().filter(own::oversees).toList() : List.of();
  }

  @RefusalsRecorded(value = Act.CHANGE, about = SUBJECT)
  public UUID addPart(UUID id, Part part) {
    FundSheet sheet = writing(id);
    String name = name(part);
    if (sheet.lines().stream().anyMatch(line -> line.part().equals(part))) {
      throw new RefusedException(Refusal.because("transfer-part-twice", "name", name));
    }
    FundLine line = new FundLine(id, sheet.lines().size(), part, name);
    store.add(line);
    store.changed(sheet.document(), FundCells.line(line.id()).path(), "", name);
    return line.id();
  }

  /** @throws NoSuchFormException if there is nobody the part could be */
  private String name(Part part) {
    if (part.county().isPresent()) {
      return counties().stream().filter(one -> one.code().value().equals(part.county().get())).findFirst().map(Jurisdiction::name)
          .orElseThrow(NoSuchFormException::new);
    }
    String unit = Optional.ofNullable(units.names().get(part.unit().orElseThrow())).orElseThrow(NoSuchFormException::new);
    return part.project().map(project -> projects.find(project).filter(one -> one.unit().equals(part.unit().get()))
        .orElseThrow(NoSuchFormException::new).name()).orElse(unit);
  }

  /** One that was sent stays, and is set to nothing where it ends. */
  @RefusalsRecorded(value = Act.CHANGE, about = SUBJECT)
  public void removePart(UUID id, UUID part) {
    FundSheet sheet = writing(id);
    FundLine line = sheet.line(part).orElseThrow(NoSuchFormException::new);
    if (line.sentAmount().isPresent()) {
      throw new RefusedException(Refusal.because("transfer-part-was-sent"));
    }
    store.changed(sheet.document(), FundCells.line(part).path(), line.name() + " " + line.amount(), "");
    sheet.targets().stream().filter(target -> target.line().equals(part)).forEach(store::remove);
    store.remove(line);
  }

  // --- typing

  /** Takes what was typed, each cell for itself. */
  @RefusalsRecorded(value = Act.CHANGE, about = SUBJECT)
  public List<EditOutcome> write(UUID id, List<CellEdit> edits) {
    Access.drafting();
    FundSheet sheet = store.held(id);
    Map<CellKey, String> texts = texts(sheet);
    List<EditOutcome> outcomes = new ArrayList<>();
    for (CellEdit edit : edits) {
      Optional<Refusal> refused = refusal(sheet, texts, edit);
      if (refused.isEmpty() && !edit.typed().equals(texts.get(edit.cell()))) {
        put(sheet, edit);
        store.changed(sheet.document(), edit.cell().path(), texts.put(edit.cell(), edit.typed()), edit.typed());
      }
      outcomes.add(refused.<EditOutcome>map(why -> new EditOutcome.Locked(edit.cell(), why)).orElseGet(() -> new EditOutcome.Saved(edit.cell(), edit.typed())));
    }
    return outcomes;
  }

  private static Optional<Refusal> refusal(FundSheet sheet, Map<CellKey, String> texts, CellEdit edit) {
    String now = texts.get(edit.cell());
    if (now == null) {
      return Optional.of(Refusal.because("transfer-cell-gone"));
    }
    Optional<Refusal> locked = sheet.locked(edit.cell());
    if (locked.isPresent()) {
      return locked;
    }
    if (!now.equals(edit.seen()) && !now.equals(edit.typed())) {
      return Optional.of(new Refusal("transfer-overtaken", Map.of("by", sheet.document().changedBy(), "now", now)));
    }
    int longest = longest(edit.cell());
    if (edit.typed().length() > longest) {
      return Optional.of(Refusal.because("transfer-too-long", "longest", longest));
    }
    return choice(edit) ? Optional.empty() : Optional.of(Refusal.because("transfer-choice-unknown"));
  }

  private static int longest(CellKey cell) {
    return switch (cell.part(0)) {
      case "goal" -> LONGEST_GOAL;
      case "note" -> LONGEST_NOTE;
      case "line" -> FundLine.LONGEST_AMOUNT;
      case "target" -> FundTarget.LONGEST;
      default -> column(cell).longest();
    };
  }

  private static FundIndicator.Column column(CellKey cell) {
    return FundIndicator.Column.valueOf(cell.last().toUpperCase(Locale.ROOT));
  }

  private static boolean choice(CellEdit edit) {
    if (!edit.cell().part(0).equals("indicator")) {
      return true;
    }
    return switch (column(edit.cell())) {
      case MAIN -> List.of("true", "false").contains(edit.typed());
      case AGGREGATION -> Arrays.stream(Aggregation.values()).anyMatch(one -> one.name().equals(edit.typed()));
      default -> true;
    };
  }

  private void put(FundSheet sheet, CellEdit edit) {
    CellKey cell = edit.cell();
    FundDocument document = sheet.document();
    Function<Integer, UUID> part = index -> UUID.fromString(cell.part(index));
    switch (cell.part(0)) {
      case "goal" -> document.goals(cell.equals(FundCells.OVERALL) ? edit.typed() : document.overallGoal(),
          cell.equals(FundCells.REGIONAL) ? edit.typed() : document.regionalGoal());
      case "note" -> document.note(edit.typed());
      case "indicator" -> sheet.indicator(part.apply(1)).orElseThrow().write(column(cell), edit.typed());
      case "line" -> sheet.line(part.apply(1)).orElseThrow().write(edit.typed());
      default -> sheet.target(part.apply(1), part.apply(2)).orElseGet(() -> {
        FundTarget added = new FundTarget(part.apply(1), part.apply(2));
        store.add(added);
        return added;
      }).write(edit.typed());
    }
  }
}
