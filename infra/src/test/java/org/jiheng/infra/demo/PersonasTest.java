package org.jiheng.infra.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiheng.app.review.FormState;
import org.jiheng.tenants.scope.Role;
import org.junit.jupiter.api.Test;

/** The invented people fit the invented offices. */
class PersonasTest {

  private static final Set<String> UNITS = Table.read("units").stream().map(row -> row.get("code")).collect(Collectors.toSet());

  @Test
  void everyMembershipIsForAUnitThatExists() {
    assertThat(Personas.all()).allSatisfy(person -> assertThat(person.units()).allMatch(unit -> unit.isEmpty() || UNITS.contains(unit)));
  }

  @Test
  void everyUnitHasSomebodyForEveryDeskAFormComesTo() {
    List<Role> desks = Stream.concat(Stream.of(FormState.DRAFT), FormRows.ROUTE.stages().stream())
        .map(state -> state.holder().orElseThrow()).toList();
    for (Place county : Place.counties()) {
      for (ProjectPlan plan : ProjectPlan.ALL) {
        assertThat(desks).allSatisfy(role -> assertThat(Personas.holding(role, county, plan.unit())).isNotNull());
      }
    }
  }

  @Test
  void noTwoPeopleShareAUserNameANameOrAnIdentifier() {
    Set<Object> seen = new HashSet<>();
    assertThat(Personas.all()).allSatisfy(person -> {
      assertThat(seen.add(person.username())).isTrue();
      assertThat(seen.add(person.id())).isTrue();
      assertThat(seen.add(person.name())).isTrue();
      assertThat(person.username()).matches("[a-z]+\\.[a-z]+[0-9]?");
    });
  }

  /** DOMAIN 12: at least ten characters, three of four classes, not the user name. */
  @Test
  void thePasswordKeepsTheRuleOfTheHouse() {
    assertThat(Personas.PASSWORD).hasSizeGreaterThanOrEqualTo(10).matches(".*[a-z].*").matches(".*[A-Z].*").matches(".*[0-9].*");
    assertThat(Personas.all()).noneMatch(person -> Personas.PASSWORD.toLowerCase().contains(person.username()));
  }

  @Test
  void everyUnitNamesSomebodyResponsibleInEveryCounty() {
    List<Map<String, String>> responsible = Table.read("responsible");
    assertThat(responsible.stream().map(row -> row.get("code")).collect(Collectors.toSet())).isEqualTo(UNITS);
    assertThat(Place.counties()).allSatisfy(county -> assertThat(responsible).allMatch(row -> !row.get(county.name()).isBlank()));
  }

  @Test
  void projectsWithoutAFormAreLeftForTheStories() {
    assertThat(DemoProject.RESERVED_FOR_CLERK).contains(DemoProject.SCHOOL_MEALS).hasSizeGreaterThanOrEqualTo(5);
    assertThat(DemoProject.RESERVED_FOR_CLERK2).hasSizeGreaterThanOrEqualTo(3);
  }
}
