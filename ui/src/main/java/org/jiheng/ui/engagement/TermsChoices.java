package org.jiheng.ui.engagement;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiheng.app.agency.Units;
import org.jiheng.app.engagement.Expert;
import org.jiheng.app.engagement.Experts;
import org.jiheng.app.engagement.Firm;
import org.jiheng.app.engagement.FirmPerson;
import org.jiheng.app.engagement.Firms;
import org.jiheng.app.engagement.LeadEvaluator;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.Projects;

/** What may be chosen when a contract is written down. */
@Dependent
class TermsChoices {

  @Inject
  private Firms firms;

  @Inject
  private Experts experts;

  @Inject
  private Projects projects;

  @Inject
  private Units units;

  List<Firm> firms() {
    return firms.all();
  }

  List<LeadEvaluator> leads(UUID firm) {
    return firms.leads(firm);
  }

  /** Names by person. */
  Map<UUID, String> peopleOf(UUID firm) {
    Map<UUID, String> names = new LinkedHashMap<>();
    for (FirmPerson person : firms.people(firm)) {
      names.put(person.person(), person.name());
    }
    return names;
  }

  Map<UUID, String> experts() {
    Map<UUID, String> names = new LinkedHashMap<>();
    for (Expert expert : experts.all()) {
      names.put(expert.person(), expert.name());
    }
    return names;
  }

  List<Project> projects(int year) {
    return projects.ofYear(year);
  }

  Map<String, String> units() {
    return units.names();
  }
}
