package org.jiheng.app.project;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiheng.app.agency.UnitTree;

/**
 * The industry a unit works in: the one most of its projects name, more than half of those that name any. Of a unit none of whose
 * projects names one it is that of its department, all its units taken together. Where no industry has the most, there is none to be
 * taken for granted. Pure.
 */
public final class UsualIndustry {

  private final Map<String, Map<String, Long>> ofUnits = new HashMap<>();
  private final Map<String, Map<String, Long>> ofDepartments = new HashMap<>();

  /** How many projects of a unit name an industry. */
  public record Named(String unit, String industry, long projects) {}

  public UsualIndustry(Collection<Named> named) {
    named.forEach(one -> List.of(ofUnits.computeIfAbsent(one.unit(), _ -> new HashMap<>()),
        ofDepartments.computeIfAbsent(UnitTree.departmentOf(one.unit()), _ -> new HashMap<>()))
        .forEach(counted -> counted.merge(one.industry(), one.projects(), Long::sum)));
  }

  /** @param unit code of a unit, or of a department */
  public Optional<String> of(String unit) {
    return Optional.ofNullable(ofUnits.get(unit)).or(() -> Optional.ofNullable(ofDepartments.get(UnitTree.departmentOf(unit)))).flatMap(UsualIndustry::most);
  }

  private static Optional<String> most(Map<String, Long> counted) {
    long all = counted.values().stream().mapToLong(Long::longValue).sum();
    return counted.entrySet().stream().filter(one -> one.getValue() * 2 > all).map(Map.Entry::getKey).findFirst();
  }
}
