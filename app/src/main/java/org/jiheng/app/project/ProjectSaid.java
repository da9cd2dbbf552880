package org.jiheng.app.project;

import java.util.List;

/**
 * A project with the money of its year, as a list of many says it.
 *
 * @param money lines that count, all of them
 */
public record ProjectSaid(ProjectEntry entry, List<FundingEntry> money, boolean key, Protection protection) {

  public ProjectSaid {
    money = List.copyOf(money);
  }
}
