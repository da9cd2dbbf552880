package org.jiheng.app.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jiheng.app.common.Words;
import org.jiheng.app.project.FundingSource;

/** The columns of the sheet of projects, in the order in which the template has them. Money in 万元. */
public enum ProjectColumn implements SheetColumn {
  /** 区划代码: of the jurisdiction the list is for. */
  JURISDICTION(true, 6, false),
  UNIT(true, 21, false),
  YEAR(true, 4, false),
  CODE(true, 21, false),
  NAME(true, 180, true),
  CATEGORY(true, 20, false),
  ATTRIBUTE(true, 20, false),
  TYPE(true, 20, false),
  STARTS(false, 20, false),
  ENDS(false, 20, false),
  LEADER(true, 60, true),
  PHONE(false, 30, true),
  FUNCTION(false, 7, true),
  INDUSTRY(false, 60, true),
  BASIS(false, 4000, true),
  CONTENT(false, 4000, true),
  INVESTMENT(false, 40, false),
  GENERAL_BUDGET(false, 40, false),
  GOVERNMENT_FUND(false, 40, false),
  STATE_CAPITAL(false, 40, false),
  UPPER_TRANSFER(false, 40, false),
  BOND(false, 40, false),
  OWN_FUNDS(false, 40, false),
  OTHER(false, 40, false),
  /** 资金合计: of all sources. */
  TOTAL(true, 40, false),
  DECIDED(false, 20, false),
  DOCUMENT(false, 100, false),
  KEY(false, 4, false),
  PROTECTION(false, 20, false),
  DIRECT(false, 100, true),
  UPPER_DOCUMENT(false, 100, true),
  CONFIDENTIAL(false, 4, false),
  TOWNSHIP(false, 60, true),
  VILLAGE(false, 120, true),
  LIBRARY_NUMBER(false, 60, true),
  HOUSEHOLDS(false, 9, true),
  PEOPLE(false, 9, true),
  LIFTED(false, 9, true),
  MONITORED(false, 9, true),
  INDUSTRY_SHARE(false, 9, true),
  ASSETS(false, 2000, true),
  PLATFORM_LINK(false, 200, true),
  MEDIUM_GOAL(false, 4000, true),
  ANNUAL_GOAL(false, 4000, true);

  private final boolean required;
  private final int longest;
  private final boolean describes;

  ProjectColumn(boolean required, int longest, boolean describes) {
    this.required = required;
    this.longest = longest;
    this.describes = describes;
  }

  @Override
  public boolean required() {
    return required;
  }

  @Override
  public int longest() {
    return longest;
  }

  @Override
  public String heading() {
    return Words.chinese().say("intake.project." + name().toLowerCase(Locale.ROOT));
  }

  /** Whether it describes the project: then nothing stands here for a confidential one (DOMAIN 12). */
  boolean describes() {
    return describes;
  }

  /** The source whose money stands here. */
  Optional<FundingSource> source() {
    return Arrays.stream(FundingSource.values()).filter(source -> source.name().equals(name())).findFirst();
  }

  static final List<ProjectColumn> MONEY = Arrays.stream(values()).filter(column -> column.source().isPresent()).toList();

  static final List<ProjectColumn> RURAL = List.of(TOWNSHIP, VILLAGE, LIBRARY_NUMBER, HOUSEHOLDS, PEOPLE, LIFTED, MONITORED, INDUSTRY_SHARE, ASSETS, PLATFORM_LINK);
}
