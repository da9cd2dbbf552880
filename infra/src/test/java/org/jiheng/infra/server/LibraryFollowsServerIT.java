package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.assertRefused;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Kizilsu.AKQI;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jiheng.app.agency.UnitEntry;
import org.jiheng.app.agency.UnitFollower.Following;
import org.jiheng.app.agency.UnitKind;
import org.jiheng.app.agency.UnitRegister;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.library.EntryState;
import org.jiheng.app.library.IndicatorLibrary;
import org.jiheng.app.library.LibraryDesk;
import org.jiheng.app.library.LibraryField;
import org.jiheng.app.library.LibraryLine;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Indicators of a department that is moved, merged or closed: its proposals and what is in force go on with whoever does its work (Q23). */
class LibraryFollowsServerIT extends WholeProduct {

  private static final Scope OFFICE = Kizilsu.performanceOffice(AKQI);
  private static final String WHY = "机构改革方案";
  private static final AtomicInteger DEPARTMENT = new AtomicInteger(750);

  @Inject
  private UnitRegister register;

  @Inject
  private LibraryDesk desk;

  @Inject
  private IndicatorLibrary library;

  @Inject
  private Calendar calendar;

  private final String goes = String.valueOf(DEPARTMENT.incrementAndGet());
  private final String stays = String.valueOf(DEPARTMENT.incrementAndGet());
  private LocalDate today;
  private UUID waiting;
  private UUID returned;
  private UUID inForce;
  private UUID stopped;

  @BeforeEach
  void aDepartmentWithIndicatorsInEveryState() {
    today = as(OFFICE, calendar::today);
    List.of(goes, stays).forEach(code -> does(OFFICE, () -> register.add(
        new UnitEntry(code, "部门" + code, UnitKind.ADMINISTRATION, Optional.empty(), "陈立峰", Optional.of(LocalDate.of(2020, 1, 1))), WHY)));
    waiting = proposed("待确认");
    returned = proposed("被退回");
    does(OFFICE, () -> desk.giveBack(returned, seen(returned), "请写明指标解释"));
    inForce = proposed("生效");
    does(OFFICE, () -> desk.confirm(inForce, seen(inForce)));
    stopped = proposed("停用");
    does(OFFICE, () -> desk.confirm(stopped, seen(stopped)));
    does(OFFICE, () -> desk.stop(stopped, seen(stopped), "不再适用本年度"));
  }

  private Scope reviewer(String department) {
    return Kizilsu.person(AKQI, "审核员" + department, department, Role.DEPARTMENT_REVIEWER);
  }

  private UUID proposed(String name) {
    return as(reviewer(goes), () -> desk.propose(goes, IndicatorLibraryServerIT.indicator(name + goes), "")).entry().orElseThrow();
  }

  private int seen(UUID entry) {
    return library.open(entry).newest().seen();
  }

  private LibraryLine line(UUID entry) {
    return as(OFFICE, () -> library.open(entry)).newest();
  }

  @Test
  void aMergerTakesProposalsAndWhatIsInForceOverAndLeavesWhatWasStopped() {
    UnitRegister.Prospect prospect = as(OFFICE, () -> register.wouldMerge(goes, stays, today));
    assertThat(prospect.following()).contains(new Following("INDICATOR", 3, 1));
    does(OFFICE, () -> register.merge(goes, stays, today, WHY, prospect.posts()));

    assertThat(List.of(waiting, returned, inForce)).allSatisfy(entry -> assertThat(line(entry).department()).isEqualTo(stays));
    assertThat(line(stopped).department()).isEqualTo(goes);
    Scope successor = reviewer(stays);
    as(successor, () -> desk.revise(returned, seen(returned), explained("被退回" + goes)));
    assertThat(line(returned).state()).as("the successor answers for what was sent back").isEqualTo(EntryState.PROPOSED);
    does(OFFICE, () -> desk.confirm(waiting, seen(waiting)));
    assertThat(as(successor, () -> library.choose(library.open(waiting).newest().id())).code()).isNotBlank();
  }

  private static Map<LibraryField, String> explained(String name) {
    Map<LibraryField, String> texts = IndicatorLibraryServerIT.indicator(name);
    texts.put(LibraryField.EXPLANATION, "按年度统计");
    return texts;
  }

  @Test
  void aMoveTakesThemAlong() {
    String to = String.valueOf(DEPARTMENT.incrementAndGet());
    UnitRegister.Prospect prospect = as(OFFICE, () -> register.wouldMove(goes, to, today));
    does(OFFICE, () -> register.move(goes, to, today, WHY, prospect.posts()));
    assertThat(List.of(waiting, returned, inForce)).allSatisfy(entry -> assertThat(line(entry).department()).isEqualTo(to));
    assertThat(line(stopped).department()).isEqualTo(goes);
  }

  @Test
  void aDepartmentWhoseProposalsWaitIsNotClosed() {
    assertRefused(() -> does(OFFICE, () -> register.close(goes, today, WHY)), "unit-has-proposals");
    assertThat(Set.of(line(waiting).state(), line(returned).state())).containsExactlyInAnyOrder(EntryState.PROPOSED, EntryState.RETURNED);
  }
}
