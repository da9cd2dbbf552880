package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.assertRefused;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.library.IndicatorLibrary;
import org.jiheng.app.library.LibraryFilter;
import org.jiheng.app.library.LibraryLine;
import org.jiheng.app.library.LibrarySharing;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The prefecture shares hundreds of indicators at once, and what it has shared is listed by two statements, however long the list is. */
class LibrarySharingServerIT extends WholeProduct {

  private static final Scope KEEPER = Kizilsu.person(Kizilsu.ELSEWHERE, "州绩效科", "", Role.PREFECTURE_OVERSIGHT);
  private static final String COUNTY = Kizilsu.COUNTIES_ELSEWHERE.get(2).code().value();

  @Inject
  private IndicatorLibrary library;

  @Inject
  private LibrarySharing sharing;

  @Inject
  private Work work;

  @AfterEach
  void nothingOfItStays() {
    Owner.told("delete from platform.library_share where county = ?", COUNTY);
  }

  private List<UUID> indicators(int howMany) {
    return as(KEEPER, () -> library.page(LibraryFilter.ALL, 0, howMany)).stream().map(LibraryLine::entry).toList();
  }

  private int shared(List<UUID> entries) {
    return as(KEEPER, () -> sharing.shareAll(Optional.of(COUNTY), entries));
  }

  @Test
  void whatIsSharedAlreadyIsPassedOver() {
    assertThat(shared(indicators(3))).isEqualTo(3);
    assertThat(shared(indicators(5))).as("three of the five were shared before").isEqualTo(2);
    assertThat(shared(indicators(5))).isZero();
  }

  @Test
  void oneThatIsNotThereOrAnotherPrefecturesCountyUndoesTheWholeAct() {
    List<UUID> three = indicators(3);
    List<UUID> withAStranger = List.of(three.get(0), three.get(1), UUID.randomUUID());
    assertThatThrownBy(() -> shared(withAStranger)).isInstanceOf(NoSuchFormException.class);
    assertRefused(() -> as(KEEPER, () -> sharing.shareAll(Optional.of(Kizilsu.ARTUX.code().value()), three)), "library-foreign-county");
    assertThat(shared(three)).as("nothing was shared").isEqualTo(3);
  }

  @Test
  void aListOfHundredsIsReadByTwoStatements() {
    assertThat(shared(indicators(500))).isEqualTo(500);
    List<LibrarySharing.Shown> all = as(KEEPER, () -> work.inTransaction(database -> {
      long before = counted();
      List<LibrarySharing.Shown> shown = sharing.all();
      assertThat(counted() - before).isEqualTo(2);
      return shown;
    }));
    assertThat(all).filteredOn(one -> one.share().county().filter(COUNTY::equals).isPresent()).hasSize(500)
        .allSatisfy(one -> assertThat(one.indicator()).isPresent());
  }

  private static long counted() {
    return Long.parseLong(Owner.asked("select coalesce(sum(calls), 0) from pg_stat_statements s "
        + "join pg_roles r on r.oid = s.userid where r.rolname = 'j_659000'"));
  }
}
