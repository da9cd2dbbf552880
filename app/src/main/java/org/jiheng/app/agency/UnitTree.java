package org.jiheng.app.agency;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jiheng.app.common.CreditCode;
import org.jiheng.app.review.Refusal;
import org.jiheng.tenants.scope.JurisdictionCode;

/**
 * The tree of a jurisdiction's units and what may be done with it (DOMAIN 1.1, 11.1). Pure. Three digits a level, seven levels at the
 * most; a unit stands under one that lasts; a code is given once and for all.
 */
public final class UnitTree {

  /** Digits of one level. */
  public static final int LEVEL = 3;

  /** Levels of the tree, at the most: the field is 21 wide (DOMAIN 11.1). */
  public static final int MOST_LEVELS = 7;

  /** Characters of a reason, at the least. */
  public static final int SHORTEST_REASON = 5;

  private static final Pattern CODE = Pattern.compile("([0-9]{3}){1," + MOST_LEVELS + "}");

  /** 兵团 and its divisions, regiments and companies: they are outside the county's budget. */
  private static final Pattern CORPS = Pattern.compile(
      "兵团|生产建设|[第农]?[一二三四五六七八九十百0-9]+师(?!范|傅|生|资|德)|团场|[一二三四五六七八九十百0-9]+团([一二三四五六七八九十0-9]+[营连])?$");

  /** Where the division stands in a credit code: positions 3 to 8 (GB 32100-2015). */
  private static final int DIVISION_FROM = 2;
  private static final int DIVISION_TO = 8;

  private final JurisdictionCode jurisdiction;
  private final SortedMap<String, Unit> units = new TreeMap<>();

  public UnitTree(JurisdictionCode jurisdiction, Collection<Unit> units) {
    this.jurisdiction = jurisdiction;
    units.forEach(unit -> this.units.put(unit.code(), unit));
  }

  UnitTree copy() {
    return new UnitTree(jurisdiction, units.values());
  }

  void put(Unit unit) {
    units.put(unit.code(), unit);
  }

  public static boolean wellFormed(String code) {
    return CODE.matcher(code).matches();
  }

  public static String departmentOf(String code) {
    return code.substring(0, Math.min(LEVEL, code.length()));
  }

  /** Code of the unit above; empty for a department. */
  public static Optional<String> parentOf(String code) {
    return code.length() <= LEVEL ? Optional.empty() : Optional.of(code.substring(0, code.length() - LEVEL));
  }

  public static int levelOf(String code) {
    return code.length() / LEVEL;
  }

  Optional<Unit> find(String code) {
    return Optional.ofNullable(units.get(code));
  }

  /** The unit and everything below it that lasts, in the order of the codes. */
  List<Unit> branch(String code) {
    return units.tailMap(code).values().stream().takeWhile(unit -> unit.code().startsWith(code)).filter(Unit::lasts).toList();
  }

  /** Codes of those who went on with what was done under this code, one after the other; the last one does today. */
  List<String> successors(String code) {
    List<String> successors = new ArrayList<>();
    for (Optional<String> next = find(code).flatMap(Unit::successor); next.isPresent(); next = find(next.get()).flatMap(Unit::successor)) {
      if (next.get().equals(code) || successors.contains(next.get())) {
        throw new IllegalStateException("the successors of " + code + " go in a circle");
      }
      successors.add(next.get());
    }
    return successors;
  }

  /** Why a unit may not be added so; empty if it may. */
  List<Refusal> againstAdding(UnitEntry entry) {
    List<Refusal> refusals = new ArrayList<>();
    if (!wellFormed(entry.code())) {
      refusals.add(Refusal.because("unit-code-malformed", "code", entry.code()));
    } else if (units.containsKey(entry.code())) {
      refusals.add(Refusal.because("unit-code-taken", "code", entry.code()));
    } else {
      parentOf(entry.code()).filter(parent -> find(parent).filter(Unit::lasts).isEmpty())
          .ifPresent(parent -> refusals.add(Refusal.because("unit-without-parent", "parent", parent)));
    }
    refusals.addAll(againstSaying(entry));
    return refusals;
  }

  /** Why this may not be entered about a unit, wherever it stands. */
  List<Refusal> againstSaying(UnitEntry entry) {
    List<Refusal> refusals = new ArrayList<>();
    if (entry.name().isBlank()) {
      refusals.add(Refusal.because("unit-nameless"));
    } else if (CORPS.matcher(entry.name()).find()) {
      refusals.add(Refusal.because("unit-of-the-corps", "name", entry.name()));
    } else {
      units.values().stream().filter(one -> one.lasts() && !one.code().equals(entry.code()) && one.name().equals(entry.name())
              && parentOf(one.code()).equals(parentOf(entry.code())))
          .findFirst().ifPresent(one -> refusals.add(Refusal.because("unit-name-taken", "code", one.code())));
    }
    if (entry.responsible().isBlank()) {
      refusals.add(Refusal.because("unit-without-responsible"));
    }
    entry.creditCode().ifPresent(code -> refusals.addAll(againstCode(entry.code(), code)));
    return refusals;
  }

  private List<Refusal> againstCode(String unit, CreditCode code) {
    String division = code.text().substring(DIVISION_FROM, DIVISION_TO);
    String own = jurisdiction.value();
    // units of the county registered with the prefecture or the region are none of another county
    if (!List.of(own, own.substring(0, 4) + "00", own.substring(0, 2) + "0000").contains(division)) {
      return List.of(Refusal.because("unit-of-another-county", "division", division));
    }
    return units.values().stream()
        .filter(one -> one.lasts() && !one.code().equals(unit) && one.creditCode().filter(code::equals).isPresent())
        // a department and its own office (本级) are one organisation in two places of the tree (DOMAIN Q25)
        .filter(one -> !parentOf(unit).equals(Optional.of(one.code())) && !parentOf(one.code()).equals(Optional.of(unit)))
        .findFirst().map(one -> List.of(Refusal.because("unit-credit-code-taken", "code", one.code()))).orElse(List.of());
  }

  /**
   * Why a unit may not be moved, with everything below it, to another place of the tree.
   *
   * @param to the code it is to go on under
   */
  List<Refusal> againstMoving(String from, String to) {
    List<Refusal> refusals = new ArrayList<>(againstEnding(from));
    if (!refusals.isEmpty()) {
      return refusals;
    }
    if (!wellFormed(to)) {
      return List.of(Refusal.because("unit-code-malformed", "code", to));
    }
    if (to.startsWith(from)) {
      return List.of(Refusal.because("unit-under-itself"));
    }
    parentOf(to).filter(parent -> find(parent).filter(Unit::lasts).isEmpty())
        .ifPresent(parent -> refusals.add(Refusal.because("unit-without-parent", "parent", parent)));
    for (Unit one : branch(from)) {
      String code = to + one.code().substring(from.length());
      if (levelOf(code) > MOST_LEVELS) {
        refusals.add(Refusal.because("unit-too-deep", "code", code));
      } else if (units.containsKey(code)) {
        refusals.add(Refusal.because("unit-code-taken", "code", code));
      }
    }
    Unit moved = units.get(from);
    units.values().stream().filter(one -> one.lasts() && !one.code().equals(from) && one.name().equals(moved.name())
            && parentOf(one.code()).equals(parentOf(to)))
        .findFirst().ifPresent(one -> refusals.add(Refusal.because("unit-name-taken", "code", one.code())));
    return refusals;
  }

  /** Why a unit may not be merged into another one. */
  List<Refusal> againstMerging(String from, String into) {
    List<Refusal> refusals = new ArrayList<>(againstEnding(from));
    if (from.equals(into)) {
      refusals.add(Refusal.because("unit-into-itself"));
    } else if (find(into).filter(Unit::lasts).isEmpty()) {
      refusals.add(Refusal.because("unit-not-there", "code", into));
    } else if (into.startsWith(from)) {
      refusals.add(Refusal.because("unit-under-itself"));
    }
    if (refusals.isEmpty()) {
      refusals.addAll(againstLeaving(from));
    }
    return refusals;
  }

  List<Refusal> againstClosing(String code) {
    List<Refusal> refusals = new ArrayList<>(againstEnding(code));
    refusals.addAll(againstLeaving(code));
    return refusals;
  }

  private List<Refusal> againstEnding(String code) {
    return find(code).filter(Unit::lasts).isPresent() ? List.of() : List.of(Refusal.because("unit-not-there", "code", code));
  }

  /** A unit that ends for good leaves nobody behind below it. */
  private List<Refusal> againstLeaving(String code) {
    long below = branch(code).stream().filter(one -> !one.code().equals(code)).count();
    return below == 0 ? List.of() : List.of(Refusal.because("unit-has-units", "count", below));
  }

  /**
   * Why a change may not count from this day: it is in the future, in a year that is over, or the unit was not there before it.
   *
   * @param day first day of the new order
   */
  List<Refusal> againstDay(String code, LocalDate day, LocalDate today) {
    boolean before = find(code).flatMap(Unit::validFrom).filter(first -> !first.isBefore(day)).isPresent();
    return day.isAfter(today) || day.getYear() < today.getYear() || before
        ? List.of(Refusal.because("unit-day-out-of-reach", "today", today)) : List.of();
  }

  static List<Refusal> againstReason(String reason) {
    return reason.strip().length() >= SHORTEST_REASON ? List.of() : List.of(Refusal.because("unit-says-why", "least", SHORTEST_REASON));
  }
}
