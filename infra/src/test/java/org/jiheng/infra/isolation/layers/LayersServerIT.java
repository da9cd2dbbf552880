package org.jiheng.infra.isolation.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Kizilsu.AKTO;
import static org.jiheng.infra.server.Kizilsu.ALL_COUNTIES;
import static org.jiheng.infra.server.Kizilsu.ARTUX;
import static org.jiheng.infra.server.Kizilsu.clerk;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.persistence.config.SessionCustomizer;
import org.jiheng.app.project.Project;
import org.jiheng.infra.server.Owner;
import org.jiheng.infra.server.SameKeys;
import org.jiheng.infra.server.WholeProduct;
import org.jiheng.infra.server.Work;
import org.jiheng.tenants.persistence.Schemas;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.NoScopeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The three layers that keep counties apart (who may see what in the application; the seam; the rights in the database), each
 * taken away in turn: the other two still give nothing of another county away.
 */
class LayersServerIT extends WholeProduct {

  private static final List<String> APPLICATION = List.of("jiheng_login", "jiheng_jurisdiction");

  @Inject
  private SameKeys rows;

  @Inject
  private Work work;

  private UUID key;

  @BeforeEach
  void theSameKeyInEveryCounty() {
    key = rows.inEveryCounty();
  }

  @AfterEach
  void theRightsAreAsTheyWere() {
    rightsOnEverything("revoke", "from");
  }

  /** First layer gone: queries of a screen that forgot to ask who is looking and for which county. */
  @Test
  void whereTheApplicationAsksNothingTheSeamAndTheDatabaseAnswerWithTheOwnCountyOnly() {
    for (Jurisdiction county : ALL_COUNTIES) {
      assertThat(as(clerk(county), () -> work.inTransaction(this::everyProjectOfThisKey))).containsExactly(county.name());
      assertThat(as(clerk(county), () -> work.asked("select string_agg(name, ' ') from tenant__.project where id = '" + key + "'"))).isEqualTo(county.name());
    }
    assertThatThrownBy(() -> work.inTransaction(this::everyProjectOfThisKey)).isInstanceOf(NoScopeException.class);
    assertThatThrownBy(() -> as(clerk(AKTO), () -> work.asked("select name from j_653001.project"))).hasMessageContaining("permission denied");
  }

  private List<String> everyProjectOfThisKey(EntityManager database) {
    return database.createQuery("select p from Project p", Project.class).getResultStream().filter(one -> one.id().equals(key)).map(Project::name).toList();
  }

  /** Second layer gone: a seam that goes to one county's tables for everybody, with nobody's role or with the right one. */
  @Test
  void whereTheSeamTakesNobodysRoleTheDatabaseRefuses() {
    assertThatThrownBy(() -> through(BrokenSeam.TakesNoRole.class, this::everyProjectOfThisKey)).hasMessageContaining("permission denied");
  }

  @Test
  void whereTheSeamGoesToTheWrongTablesTheDatabaseRefusesEverybodyButTheirOwner() {
    assertThatThrownBy(() -> through(BrokenSeam.TakesTheWrongTables.class, this::everyProjectOfThisKey)).hasMessageContaining("permission denied");
    rightsOnEverything("grant", "to");
    assertThat(through(BrokenSeam.TakesTheWrongTables.class, this::everyProjectOfThisKey))
        .as("only the rights in the database kept it: with both layers gone it leaks, and this test would see it").containsExactly(ARTUX.name());
  }

  private <T> T through(Class<? extends SessionCustomizer> seam, Function<EntityManager, T> asked) {
    try (EntityManagerFactory broken = Persistence.createEntityManagerFactory("jiheng", Map.of(
        "eclipselink.session.customizer", seam.getName(), "eclipselink.session-name", seam.getName(),
        "eclipselink.weaving", "false"))) {
      return as(clerk(AKTO), () -> work.inTransaction(_ -> {
        try (EntityManager database = broken.createEntityManager()) {
          return asked.apply(database);
        }
      }));
    }
  }

  /** Third layer gone: the application's login and every county's role may read and write every table. */
  @Test
  void whereTheDatabaseWouldLetThemTheApplicationAndTheSeamStillFindTheOwnCountyOnly() throws SQLException {
    rightsOnEverything("grant", "to");
    assertThat(work.askedOfConnections(1, "select name from j_653022.project where id = '" + key + "'")).as("the layer is gone").containsExactly(AKTO.name());

    List<String> foreign = new ArrayList<>();
    for (Jurisdiction county : ALL_COUNTIES) {
      Stream.of(as(clerk(county), rows::statement), as(clerk(county), rows::project), as(clerk(county), () -> work.inTransaction(rows::queried)),
          as(clerk(county), () -> work.inTransaction(rows::found)), rows.written(clerk(county), county.name() + "写"))
          .filter(seen -> !seen.startsWith(county.name())).forEach(foreign::add);
    }
    assertThat(foreign).isEmpty();
    assertThatThrownBy(rows::project).isInstanceOf(NoScopeException.class);
    for (Jurisdiction county : ALL_COUNTIES) {
      assertThat(Owner.asked("select statement from " + Schemas.of(county.code()) + ".self_evaluation where id = ?", key)).isEqualTo(county.name() + "写");
    }
  }

  private static void rightsOnEverything(String verb, String preposition) {
    for (Jurisdiction county : ALL_COUNTIES) {
      for (String role : APPLICATION) {
        String schema = Schemas.of(county.code());
        // the county's own role has these rights by itself and keeps them
        Owner.told(verb + " usage on schema " + schema + " " + preposition + " " + role);
        Owner.told(verb + " select, insert, update, delete on all tables in schema " + schema + " " + preposition + " " + role);
      }
    }
  }
}
