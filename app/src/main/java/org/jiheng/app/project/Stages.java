package org.jiheng.app.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the rooms above say about the stages of projects. */
@ApplicationScoped
class Stages {

  @Inject
  @Any
  private Instance<ProjectStage> rooms;

  @Inject
  @Any
  private Instance<ProjectForm> forms;

  /** Every stage of each project, in the order of the cycle; one question to each room. */
  Map<UUID, Map<StageKind, ProjectPage.Stage>> of(Collection<Project> projects, LocalDate today) {
    List<UUID> ids = projects.stream().map(Project::id).toList();
    Map<StageKind, Map<UUID, ProjectStage.Reached>> reached = new EnumMap<>(StageKind.class);
    for (ProjectStage room : rooms) {
      reached.computeIfAbsent(room.kind(), _ -> new HashMap<>()).putAll(room.of(ids));
    }
    Map<StageKind, Set<UUID>> asked = new EnumMap<>(StageKind.class);
    List<Project> taking = projects.stream().filter(Project::takesForms).toList();
    Stream.of(StageKind.values()).filter(StageKind::byForm).forEach(kind -> asked.put(kind, form(kind).stream()
        .flatMap(form -> form.asked(taking).stream()).map(Project::id).collect(Collectors.toSet())));
    Map<UUID, Map<StageKind, ProjectPage.Stage>> stages = new HashMap<>();
    for (Project project : projects) {
      Map<StageKind, ProjectPage.Stage> own = new EnumMap<>(StageKind.class);
      for (StageKind kind : StageKind.values()) {
        own.put(kind, new ProjectPage.Stage(kind.need(project, today, asked.getOrDefault(kind, Set.of()).contains(project.id())),
            Optional.ofNullable(reached.getOrDefault(kind, Map.of()).get(project.id()))));
      }
      stages.put(project.id(), own);
    }
    return stages;
  }

  /** That a project has finished the stage or needs none, as a condition on {@code p}; nobody says a stage: nobody has. */
  String done(StageKind kind) {
    List<String> said = rooms.stream().filter(room -> room.kind() == kind).map(room -> "(" + room.done() + ")").toList();
    return said.isEmpty() ? "1 = 0" : "(" + String.join(" or ", said) + ")";
  }

  private Optional<ProjectForm> form(StageKind kind) {
    return forms.stream().filter(form -> form.formType().equals(kind.name())).findFirst();
  }

  /** Which projects have to have a form of this type, as a condition on {@code p} of this fiscal year; empty where its room does not say. */
  Optional<String> asked(String formType, int fiscalYear) {
    return forms.stream().filter(form -> form.formType().equals(formType)).findFirst().flatMap(form -> form.askedOf(fiscalYear));
  }

  /** That a stage is due, as a condition on {@code p} of this fiscal year. */
  String needed(StageKind kind, LocalDate today, int fiscalYear) {
    return kind.needed(today, kind.byForm() ? form(kind).flatMap(form -> form.askedOf(fiscalYear)) : Optional.empty());
  }

  /** That a stage is due and not finished, as a condition on {@code p} of this fiscal year. */
  String missing(StageKind kind, LocalDate today, int fiscalYear) {
    return "(" + needed(kind, today, fiscalYear) + " and not " + done(kind) + ")";
  }
}
