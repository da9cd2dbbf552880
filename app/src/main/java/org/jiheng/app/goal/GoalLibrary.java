package org.jiheng.app.goal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Words;
import org.jiheng.app.goal.GoalSurroundings.CommonIndicator;
import org.jiheng.app.indicator.Target;
import org.jiheng.app.library.Indicator;
import org.jiheng.app.library.IndicatorLibrary;
import org.jiheng.app.library.LibraryLine;
import org.jiheng.app.library.LibrarySuggestions;
import org.jiheng.app.library.LibraryUse;
import org.jiheng.app.library.ProjectTraits;
import org.jiheng.app.library.Suggestion;
import org.jiheng.app.project.Project;
import org.jiheng.app.review.Refusal;

/** What goals take from the indicator library: the indicators a project has to have, and those a unit chooses. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class GoalLibrary {

  @Inject
  private IndicatorLibrary library;

  /** 固化指标 (G14) of a project, the nearest level first; none for whoever does not read the library. */
  List<LibraryLine> required(Project project) {
    if (!IndicatorLibrary.rights().reads()) {
      return List.of();
    }
    Words words = Words.chinese();
    ProjectTraits facts = new ProjectTraits(words.say("goal-project.category." + project.category()), words.say("goal-project.type." + project.type()),
        project.industry());
    return library.requiredFor(facts).stream()
        .filter(line -> line.department().isEmpty() || project.unit().startsWith(line.department())).toList();
  }

  /** The same as a check sees them. */
  List<CommonIndicator> common(Project project) {
    return required(project).stream().map(line -> {
      Indicator indicator = line.indicator();
      Set<Indicator.Editable> editable = indicator.requirement().map(Indicator.Requirement::editable).orElse(Set.of());
      return new CommonIndicator(line.code(), indicator.names().level1(), indicator.names().level2(),
          editable.contains(Indicator.Editable.LEVEL3) ? "" : indicator.names().level3(),
          indicator.measure().sign().map(Target.Sign::glyph).orElse(""), editable.contains(Indicator.Editable.UNIT) ? "" : indicator.measure().unit());
    }).toList();
  }

  /**
   * Lines whose version of the library's indicator has expired or was stopped since it was taken, by key of the line.
   *
   * @param kept versions that are not asked about
   */
  Map<UUID, Problem> unchoosable(Goal goal, Set<UUID> kept) {
    Set<UUID> asked = new HashSet<>(goal.taken());
    asked.removeAll(kept);
    Map<UUID, List<Refusal>> refused = library.unchoosable(asked);
    Map<UUID, LibraryLine> successors = library.newest(refused.keySet());
    Map<UUID, Problem> problems = new HashMap<>();
    goal.lines().forEach(line -> line.taken().filter(refused::containsKey).ifPresent(version ->
        problems.put(line.line(), problem(refused.get(version).getFirst(), Optional.ofNullable(successors.get(version))))));
    return problems;
  }

  /** @param successor version of the same indicator that is chosen now; empty for none */
  private static Problem problem(Refusal refusal, Optional<LibraryLine> successor) {
    if (successor.isPresent()) {
      Map<String, String> inputs = new HashMap<>(refusal.inputs());
      inputs.put("number", String.valueOf(successor.get().number()));
      inputs.put("from", successor.get().indicator().from().toString());
      return new Problem("goal.indicator-succeeded", inputs);
    }
    return refusal.code().equals("library-expired")
        ? new Problem("goal.indicator-expired", refusal.inputs())
        : new Problem("goal.indicator-stopped", refusal.inputs());
  }

  /** What took the place of the version a line was taken from, where that is not chosen any more. */
  Optional<Suggestion> successor(GoalLine line) {
    return line.taken().filter(version -> !library.unchoosable(List.of(version)).isEmpty())
        .flatMap(version -> Optional.ofNullable(library.newest(List.of(version)).get(version))
            .map(newest -> LibrarySuggestions.successor(newest, library.kept(version).number())));
  }

  /** The newest versions that may be chosen of what these lines were taken from, by the version taken. */
  Map<UUID, LibraryLine> newest(List<GoalLine> lines) {
    return library.newest(lines.stream().flatMap(line -> line.taken().stream()).collect(Collectors.toSet()));
  }

  /** What an indicator says, by the columns of a line. */
  static Map<GoalColumn, String> texts(Indicator indicator) {
    Map<GoalColumn, String> texts = new EnumMap<>(GoalColumn.class);
    texts.put(GoalColumn.LEVEL1, indicator.names().level1());
    texts.put(GoalColumn.LEVEL2, indicator.names().level2());
    texts.put(GoalColumn.LEVEL3, indicator.names().level3());
    texts.put(GoalColumn.ANNUAL, StandardTarget.of(indicator.measure()));
    texts.put(GoalColumn.EXPLANATION, indicator.explanation());
    texts.put(GoalColumn.FORMULA, indicator.measure().formula());
    texts.put(GoalColumn.EVIDENCE, Optional.of(indicator.basis().evidence()).filter(text -> !text.isBlank()).orElse(indicator.basis().dataSource()));
    texts.put(GoalColumn.STANDARD, indicator.basis().standard().name());
    texts.put(GoalColumn.SCORING, indicator.basis().scoring().name());
    texts.put(GoalColumn.AGGREGATION, indicator.measure().aggregation().name());
    texts.values().removeIf(String::isBlank);
    return texts;
  }

  /** Writes down in the library that a goal took it. */
  void taken(LibraryLine line, Goal goal, Project project) {
    library.taken(line.id(), new LibraryUse.Taken(subject(goal), project.name(), project.unit(), project.fiscalYear()));
  }

  /** Strikes from the library what a goal had taken and uses no more. */
  void released(Goal goal, Set<UUID> versions) {
    versions.forEach(version -> library.released(version, subject(goal)));
  }

  private static String subject(Goal goal) {
    return Goal.FORM_TYPE + "/" + goal.id();
  }
}
