package org.jiheng.infra.isolation.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Kizilsu.AKTO;
import static org.jiheng.infra.server.Kizilsu.ALL_COUNTIES;
import static org.jiheng.infra.server.Kizilsu.ARTUX;
import static org.jiheng.infra.server.Kizilsu.clerk;

import jakarta.inject.Inject;
import org.jiheng.infra.server.SameKeys;
import org.jiheng.infra.server.WholeProduct;
import org.jiheng.infra.server.Work;
import org.jiheng.tenants.scope.Jurisdiction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Thirteen counties hold rows with the very same keys, and none finds another's: not by key, not by query, not in a cache. */
class SameKeysServerIT extends WholeProduct {

  @Inject
  private SameKeys rows;

  @Inject
  private Work work;

  @BeforeEach
  void theSameKeyInEveryCounty() {
    rows.inEveryCounty();
  }

  @Test
  void byKeyAndByQueryEachCountyFindsItsOwnRow() {
    for (int round = 0; round < 2; round++) {
      for (Jurisdiction county : ALL_COUNTIES) {
        assertThat(as(clerk(county), () -> work.inTransaction(rows::found))).isEqualTo(county.name());
        assertThat(as(clerk(county), () -> work.inTransaction(rows::queried))).isEqualTo(county.name());
        assertThat(as(clerk(county), rows::project)).isEqualTo(county.name());
        assertThat(as(clerk(county), rows::statement)).isEqualTo(county.name());
      }
    }
  }

  @Test
  void whatOneCountyWritesIsNotReadByAnotherFromACache() {
    assertThat(rows.written(clerk(ARTUX), "阿图什市新写")).isEqualTo("阿图什市新写");
    assertThat(as(clerk(AKTO), rows::statement)).isEqualTo("阿克陶县");
    assertThat(rows.written(clerk(AKTO), "阿克陶县新写")).isEqualTo("阿克陶县新写");
    assertThat(as(clerk(ARTUX), rows::statement)).isEqualTo("阿图什市新写");
  }
}
