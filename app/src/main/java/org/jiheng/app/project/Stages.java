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
import java.util.UUID;

/** What the rooms above say about the stages of projects. */
@ApplicationScoped
class Stages {

  @Inject
  @Any
  private Instance<ProjectStage> rooms;

  /** Every stage of each project, in the order of the cycle; one question to each room. */
  Map<UUID, Map<StageKind, ProjectPage.Stage>> of(Collection<Project> projects, LocalDate today) {
    List<UUID> ids = projects.stream().map(Project::id).toList();
    Map<StageKind, Map<UUID, ProjectStage.Reached>> reached = new EnumMap<>(StageKind.class);
    for (ProjectStage room : rooms) {
      reached.computeIfAbsent(room.kind(), _ -> new HashMap<>()).putAll(room.of(ids));
    }
    Map<UUID, Map<StageKind, ProjectPage.Stage>> stages = new HashMap<>();
    for (Project project : projects) {
      Map<StageKind, ProjectPage.Stage> own = new EnumMap<>(StageKind.class);
      for (StageKind kind : StageKind.values()) {
        own.put(kind, new ProjectPage.Stage(kind.need(project, today),
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

  /** That a stage is due and not finished, as a condition on {@code p}. */
  String missing(StageKind kind, LocalDate today) {
    return "(" + kind.needed(today) + " and not " + done(kind) + ")";
  }
}
