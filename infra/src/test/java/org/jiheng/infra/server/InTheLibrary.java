package org.jiheng.infra.server;

import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Kizilsu.AKQI;
import static org.jiheng.infra.server.Kizilsu.SCHOOL;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.common.Money;
import org.jiheng.app.project.FundingEntry;
import org.jiheng.app.project.FundingKind;
import org.jiheng.app.project.FundingSource;
import org.jiheng.app.project.ProjectAttribute;
import org.jiheng.app.project.ProjectCategory;
import org.jiheng.app.project.ProjectEntry;
import org.jiheng.app.project.ProjectLibrary;
import org.jiheng.app.project.ProjectPage;
import org.jiheng.app.project.ProjectType;
import org.jiheng.app.project.RuralEntry;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.BeforeEach;

/** Projects of a school, entered by its clerk. */
abstract class InTheLibrary extends WholeProduct {

  static final Scope CLERK = Kizilsu.clerk(AKQI);
  static final Scope OFFICE = Kizilsu.performanceOffice(AKQI);
  static final String WHY = "按批复文件办理";
  static final AtomicInteger NUMBER = new AtomicInteger();

  @Inject
  ProjectLibrary library;

  @Inject
  private Calendar calendar;

  LocalDate today;

  @BeforeEach
  void theDay() {
    today = as(CLERK, calendar::today);
  }

  static String code() {
    return "65302323T%012d".formatted(NUMBER.incrementAndGet());
  }

  ProjectEntry entry(String code, String name, int year) {
    return new ProjectEntry(code, code.isEmpty(), name, SCHOOL, year, ProjectCategory.SPECIFIC_PURPOSE, ProjectAttribute.NEW, ProjectType.CONSTRUCTION,
        Optional.of(LocalDate.of(year, 1, 1)), Optional.of(LocalDate.of(year + 1, 12, 31)), "陈立峰", "0908-0000000", "2050202", "", "县政府会议纪要", "校舍修缮",
        Optional.of(Money.ofWan("300")), Optional.of(new ProjectEntry.DirectFunds("参照直达", "新财教〔2023〕5号")),
        Optional.of(new RuralEntry("哈拉奇乡", "阿合奇村", "LB-1", Optional.of(80), Optional.of(300), Optional.of(40), Optional.of(10),
            Optional.of(new BigDecimal("35.50")), "教学楼一栋", "DT-9")), false);
  }

  UUID entered(String name, int year) {
    return as(CLERK, () -> library.enter(entry(code(), name, year)));
  }

  FundingEntry line(FundingKind kind, FundingSource source, String wan) {
    return new FundingEntry(today.getYear(), source, kind, Money.ofWan(wan), today, "阿财预〔2023〕8号", "");
  }

  ProjectPage seen(Scope person, UUID id) {
    return as(person, () -> library.open(id));
  }

  static String columns(UUID id) {
    return Owner.asked("select initial_budget, annual_budget from j_653023.project where id = ?", id);
  }
}
