package org.jiheng.app.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiheng.app.agency.Units;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.common.Money;
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

  /** A document received longer ago is no document of a year that is still worked on. */
  private static final int YEARS_BACK = 3;

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
  private PossibleParts possible;

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
    Map<CellKey, String> texts = FundTyping.texts(sheet);
    Map<CellKey, Refusal> locks = new HashMap<>();
    texts.keySet().forEach(cell -> sheet.locked(cell).ifPresent(why -> locks.put(cell, why)));
    return new FundPage(sheet.document(), sheet.indicators(), sheet.lines(), sheet.targets(), Optional.of(sheet.reconciled()),
        texts, locks, sheet.closed().isEmpty(), FundMove.offers(sheet.standing(rules, closed)), sheet.exemption(), sheet.tasks(),
        store.steps(id), units.names(), projectNames(sheet.lines()), receipts(sheet), takenBack(sheet), closed, rules.allowOver(), clock.today());
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
        sheet.exemption(), List.of(), List.of(), units.names(), projectNames(lines), Map.of(), Map.of(), Map.of(), false, clock.today());
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
    return sheet.toCounties() ? letters.receipts(sheet.document()) : Map.of();
  }

  private Map<String, TakenBackLetter> takenBack(FundSheet sheet) {
    return sheet.toCounties() && sheet.document().state() == FundState.WITHDRAWN ? letters.takenBackOf(sheet.document()) : Map.of();
  }

  // --- the head

  /** @throws RefusedException if something of it is missing, it was received on no day it can have been, or it is there already */
  @RefusalsRecorded(value = Act.BEGIN, about = SUBJECT)
  public UUID enter(FundHead head) {
    Access.drafting();
    acceptable(head, Optional.empty());
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
    acceptable(head, Optional.of(id));
    FundHead before = sheet.document().head();
    sheet.document().enter(head, store.rules(head.fiscalYear()).due(head.level(), head.kind(), head.receivedOn()));
    store.changed(sheet.document(), "head", before.toString(), head.toString());
  }

  /** Entered twice its money would go down twice; what was withdrawn may come again. */
  private void acceptable(FundHead head, Optional<UUID> itself) {
    if (!head.complete()) {
      throw new RefusedException(Refusal.because("transfer-incomplete"));
    }
    LocalDate first = clock.today().minusYears(YEARS_BACK);
    if (head.receivedOn().isBefore(first) || head.receivedOn().isAfter(clock.today())) {
      throw new RefusedException(new Refusal("transfer-received-on", Map.of("from", first.toString(), "until", clock.today().toString())));
    }
    if (store.entered(head, itself)) {
      throw new RefusedException(new Refusal("transfer-entered-already", Map.of("number", head.number(), "name", head.name())));
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
    FundIndicator indicator = new FundIndicator(id, sheet.nextIndicator());
    store.add(indicator);
    store.changed(sheet.document(), FundCells.indicator(indicator.id()).path(), "", "+");
    return indicator.id();
  }

  /** One that came from above stays as long as it is asked there. */
  @RefusalsRecorded(value = Act.CHANGE, about = SUBJECT)
  public void removeIndicator(UUID id, UUID indicator) {
    FundSheet sheet = writing(id);
    FundIndicator found = sheet.indicator(indicator).orElseThrow(NoSuchFormException::new);
    sheet.locked(FundCells.indicator(indicator)).filter(_ -> !found.droppedAbove()).ifPresent(why -> {
      throw new RefusedException(why);
    });
    store.changed(sheet.document(), FundCells.indicator(indicator).path(), found.name() + " " + found.target(), "");
    sheet.targets().stream().filter(target -> target.indicator().equals(indicator)).forEach(store::remove);
    store.remove(found);
  }

  /** Whose parts could be added to a document, in the order in which they are offered. For those who write in it. */
  public List<PossibleParts.Choice> possibleParts(UUID id) {
    Access.drafting();
    return possible.of(store.sheet(id));
  }

  /** Adds them in their order, all of them or none. */
  @RefusalsRecorded(value = Act.CHANGE, about = SUBJECT)
  public List<UUID> addParts(UUID id, List<Part> parts) {
    FundSheet sheet = writing(id);
    Map<Part, String> names = possible.names(parts, sheet.document().head().fiscalYear());
    List<UUID> added = new ArrayList<>();
    for (Part part : parts) {
      if (sheet.lines().stream().anyMatch(line -> line.part().equals(part))) {
        throw new RefusedException(Refusal.because("transfer-part-twice", "name", names.get(part)));
      }
      FundLine line = new FundLine(id, sheet.nextLine(), part, names.get(part));
      sheet.lines().add(line);
      store.add(line);
      store.changed(sheet.document(), line.about(), "", line.name());
      added.add(line.id());
    }
    return added;
  }

  /** One that was sent stays, and is set to nothing where it ends. */
  @RefusalsRecorded(value = Act.CHANGE, about = SUBJECT)
  public void removePart(UUID id, UUID part) {
    FundSheet sheet = writing(id);
    FundLine line = sheet.line(part).orElseThrow(NoSuchFormException::new);
    if (line.sentAmount().isPresent()) {
      throw new RefusedException(Refusal.because("transfer-part-was-sent"));
    }
    store.changed(sheet.document(), line.about(), line.name() + " " + line.amount(), "");
    sheet.targets().stream().filter(target -> target.line().equals(part)).forEach(store::remove);
    store.remove(line);
  }

  // --- typing

  /** Takes what was typed, each cell for itself. */
  @RefusalsRecorded(value = Act.CHANGE, about = SUBJECT)
  public List<EditOutcome> write(UUID id, List<CellEdit> edits) {
    Access.drafting();
    FundSheet sheet = store.held(id);
    Map<CellKey, String> texts = FundTyping.texts(sheet);
    List<EditOutcome> outcomes = new ArrayList<>();
    for (CellEdit edit : edits) {
      Optional<Refusal> refused = FundTyping.against(sheet, texts, edit);
      if (refused.isEmpty() && !edit.typed().equals(texts.get(edit.cell()))) {
        FundTyping.put(sheet, edit).ifPresent(store::add);
        store.changed(sheet.document(), edit.cell().path(), texts.put(edit.cell(), edit.typed()), edit.typed());
      }
      outcomes.add(refused.<EditOutcome>map(why -> new EditOutcome.Locked(edit.cell(), why)).orElseGet(() -> new EditOutcome.Saved(edit.cell(), edit.typed())));
    }
    return outcomes;
  }
}
