package org.jiheng.ui.project;

import com.vaadin.flow.component.UI;
import org.jiheng.app.project.FundingKind;
import org.jiheng.app.project.FundingSource;
import org.jiheng.app.project.ProjectAttribute;
import org.jiheng.app.project.ProjectCategory;
import org.jiheng.app.project.ProjectList;
import org.jiheng.app.project.ProjectState;
import org.jiheng.app.project.ProjectType;
import org.jiheng.app.project.Protection;
import org.jiheng.app.project.StageKind;

/** What the constants of the library are called on the screen. */
final class ProjectWords {

  private final UI ui;

  ProjectWords(UI ui) {
    this.ui = ui;
  }

  String of(ProjectCategory one) {
    return ui.getTranslation("project-category." + one.name());
  }

  String of(ProjectAttribute one) {
    return ui.getTranslation("project-attribute." + one.name());
  }

  String of(ProjectType one) {
    return ui.getTranslation("project-type." + one.name());
  }

  String of(ProjectState one) {
    return ui.getTranslation("project-state." + one.name());
  }

  String of(ProjectList.Flag one) {
    return ui.getTranslation("project-flag." + one.name());
  }

  String of(FundingSource one) {
    return ui.getTranslation("funding-source." + one.name());
  }

  String of(FundingKind one) {
    return ui.getTranslation("funding-kind." + one.name());
  }

  String of(Protection one) {
    return ui.getTranslation("protection." + one.name());
  }

  String of(StageKind one) {
    return ui.getTranslation("stage." + one.name());
  }

  String of(StageKind.Need one) {
    return ui.getTranslation("stage-need." + one.name());
  }
}
