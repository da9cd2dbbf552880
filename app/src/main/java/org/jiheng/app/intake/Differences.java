package org.jiheng.app.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jiheng.app.common.Money;
import org.jiheng.app.project.FundingEntry;
import org.jiheng.app.project.FundingKind;
import org.jiheng.app.project.FundingSource;
import org.jiheng.app.project.ManyProjects;
import org.jiheng.app.project.ManyProjects.There;
import org.jiheng.app.project.ProjectEntry;
import org.jiheng.app.project.ProjectSaid;

/** In which columns a project of the file says something else than the library. Pure. */
final class Differences {

  private static final Map<ProjectColumn, Function<ProjectEntry, Object>> PARTS = parts();

  private Differences() {}

  private static Map<ProjectColumn, Function<ProjectEntry, Object>> parts() {
    Map<ProjectColumn, Function<ProjectEntry, Object>> parts = new EnumMap<>(ProjectColumn.class);
    parts.put(ProjectColumn.NAME, ProjectEntry::name);
    parts.put(ProjectColumn.CATEGORY, ProjectEntry::category);
    parts.put(ProjectColumn.ATTRIBUTE, ProjectEntry::attribute);
    parts.put(ProjectColumn.TYPE, ProjectEntry::type);
    parts.put(ProjectColumn.STARTS, ProjectEntry::starts);
    parts.put(ProjectColumn.ENDS, ProjectEntry::ends);
    parts.put(ProjectColumn.LEADER, ProjectEntry::leader);
    parts.put(ProjectColumn.PHONE, ProjectEntry::phone);
    parts.put(ProjectColumn.FUNCTION, ProjectEntry::functionalClass);
    parts.put(ProjectColumn.INDUSTRY, ProjectEntry::industry);
    parts.put(ProjectColumn.BASIS, ProjectEntry::basis);
    parts.put(ProjectColumn.CONTENT, ProjectEntry::content);
    parts.put(ProjectColumn.INVESTMENT, ProjectEntry::totalInvestment);
    parts.put(ProjectColumn.DIRECT, ProjectEntry::directFunds);
    parts.put(ProjectColumn.CONFIDENTIAL, ProjectEntry::confidential);
    parts.put(ProjectColumn.TOWNSHIP, ProjectEntry::rural);
    return parts;
  }

  /** An industry the file leaves open is none that differs: it was entered as the unit usually works. */
  static List<ProjectColumn> between(ProjectSaid file, There there) {
    // as it would be kept: of a confidential project nothing that describes it
    ProjectEntry entry = ManyProjects.draft(file).project().entry(file.entry().rural());
    List<ProjectColumn> differing = new ArrayList<>();
    PARTS.forEach((column, part) -> {
      boolean open = column == ProjectColumn.INDUSTRY && entry.industry().isEmpty();
      if (!open && !Objects.equals(part.apply(entry), part.apply(there.said().entry()))) {
        differing.add(column);
      }
    });
    Map<FundingSource, Money> said = of(file.money(), entry.fiscalYear(), line -> true);
    // what is asked for may have been given meanwhile, more or less of it: the list contradicts neither
    if (!said.equals(of(there.said().money(), entry.fiscalYear(), line -> line.kind() == FundingKind.OPENING))
        && !said.equals(of(there.said().money(), entry.fiscalYear(), Differences::asListed))) {
      differing.add(ProjectColumn.TOTAL);
    }
    return differing;
  }

  /** As a list of what is asked for has it: own money, and fiscal money that is asked for. */
  private static boolean asListed(FundingEntry line) {
    return line.kind() == FundingKind.ASKED || line.kind() == FundingKind.OPENING && !line.source().fiscal();
  }

  /** Money of the year by source: supplements and cuts came later and are no contradiction. */
  private static Map<FundingSource, Money> of(Collection<FundingEntry> lines, int fiscalYear, Predicate<FundingEntry> counts) {
    Map<FundingSource, Money> money = new EnumMap<>(FundingSource.class);
    lines.stream().filter(line -> counts.test(line) && line.fiscalYear() == fiscalYear)
        .forEach(line -> money.merge(line.source(), line.amount(), Money::plus));
    return money;
  }
}
