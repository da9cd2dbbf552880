package org.jiheng.app.library;

/**
 * What decides which indicators a project's goal must have (G14).
 *
 * @param category 项目类别, for example 特定目标类
 * @param type of the project within it
 * @param industry its sector
 */
public record ProjectTraits(String category, String type, String industry) {

  /** Whether a requirement is meant for this project. */
  boolean meantBy(Indicator.Requirement requirement) {
    return fits(requirement.category(), category) && fits(requirement.type(), type) && fits(requirement.industry(), industry);
  }

  private static boolean fits(String asked, String is) {
    return asked.isEmpty() || asked.equals(is);
  }
}
