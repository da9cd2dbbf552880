package org.jiheng.infra.isolation.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Kizilsu.COUNTIES;
import static org.jiheng.infra.server.Kizilsu.clerk;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jiheng.app.agency.Units;
import org.jiheng.infra.server.WholeProduct;
import org.jiheng.infra.server.Work;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.NoScopeException;
import org.junit.jupiter.api.Test;

/** Work handed to other threads is done for whoever handed it over, or not at all. */
class HandedWorkServerIT extends WholeProduct {

  @Inject
  private Units units;

  @Inject
  private Work work;

  @Test
  void workHandedToTheServersThreadsCarriesItsScopeOrIsRefused() throws Exception {
    carriesItsScopeOrIsRefused(work.executor());
  }

  @Test
  void workHandedToVirtualThreadsCarriesItsScopeOrIsRefused() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      carriesItsScopeOrIsRefused(threads);
    }
  }

  private void carriesItsScopeOrIsRefused(ExecutorService threads) throws Exception {
    List<String> seen = new ArrayList<>();
    for (Jurisdiction county : COUNTIES) {
      threads.submit(() -> does(clerk(county), () -> seen.add(units.names().get("101")))).get();
      Future<?> bare = as(clerk(county), () -> threads.submit(units::names));
      assertThatThrownBy(bare::get).isInstanceOf(ExecutionException.class).hasCauseInstanceOf(NoScopeException.class);
    }
    assertThat(seen).containsExactly("阿图什市教育局", "阿克陶县教育局", "阿合奇县教育局", "乌恰县教育局", "测试县教育局");
  }
}
