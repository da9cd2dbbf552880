package org.jiheng.infra.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jiheng.infra.architecture.House.keeps;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jiheng.infra.architecture.House.Offender;
import org.junit.jupiter.api.Test;

/** Dependencies point one way: between the modules, between the rooms of the application, between their packages. */
class HouseArchTest {

  /** The rooms of the application, the lowest floor first. Everything below a room may be used by it, nothing beside it. */
  private static final List<Set<String>> FLOORS = List.of(
      Set.of("common"),
      Set.of("parameter", "indicator"),
      // files are a means of every room that hands them in or out, and document itself knows no room
      // what is searched for is found by the rooms above, which search does not know
      Set.of("calendar", "scoring", "training", "document", "search"),
      Set.of("review"),
      // a form knows its unit and its project by their keys; whoever changes units and projects asks where their forms stand
      Set.of("agency"),
      Set.of("project"),
      // what a window opens are reviewed forms; ex-ante evaluation, above, asks for the third party's result
      // library: what goals are written with; its refusals are those of reviewed forms
      Set.of("engagement", "task", "library", "form"),
      Set.of("exante", "goal", "rectification", "agencywide"),
      Set.of("transfer", "monitoring", "selfevaluation", "disclosure", "intake"),
      Set.of("departmentevaluation", "keyevaluation"),
      Set.of("result"),
      Set.of("budget", "filing", "assessment"),
      Set.of("rollup"),
      Set.of("api"));

  private static final String APP = "org.jiheng.app.";

  @Test
  void tenantsUsesNothingOfOurs() {
    keeps(noClasses().that().resideInAPackage("org.jiheng.tenants..")
            .should().dependOnClassesThat(resideInAPackage("org.jiheng..").and(not(resideInAPackage("org.jiheng.tenants..")))),
        "package org.jiheng.tenants.scope; class Curious { org.jiheng.app.common.Money money; }");
  }

  @Test
  void theApplicationUsesTenantsAndNothingAboveItself() {
    keeps(noClasses().that().resideInAPackage("org.jiheng.app..")
            .should().dependOnClassesThat(resideInAPackage("org.jiheng..")
                .and(not(resideInAnyPackage("org.jiheng.app..", "org.jiheng.tenants..")))),
        Offender.of("package org.jiheng.ui.page; public class Page {}",
            "package org.jiheng.app.review; class Curious { org.jiheng.ui.page.Page page; }"));
  }

  @Test
  void nothingThatIsDeliveredUsesWhatRunsAndProvesIt() {
    keeps(noClasses().that().resideInAnyPackage("org.jiheng.tenants..", "org.jiheng.app..", "org.jiheng.ui..")
            .should().dependOnClassesThat().resideInAPackage("org.jiheng.infra.."),
        Offender.of("package org.jiheng.infra.demo; public class Demo {}",
            "package org.jiheng.ui.page; class Curious { org.jiheng.infra.demo.Demo demo; }"));
  }

  @Test
  void aRoomUsesOnlyRoomsOnLowerFloors() {
    keeps(classes().that().resideInAPackage("org.jiheng.app..").should(new ArchCondition<>("use only rooms on lower floors") {
          @Override
          public void check(JavaClass one, ConditionEvents events) {
            one.getDirectDependenciesFromSelf().stream()
                .filter(use -> !allowed(use))
                .forEach(use -> events.add(SimpleConditionEvent.violated(one, use.getDescription())));
          }
        }),
        "package org.jiheng.app.indicator; class Upward { org.jiheng.app.review.Route route; }",
        "package org.jiheng.app.scoring; class Sideward { org.jiheng.app.calendar.Task task; }");
  }

  private static boolean allowed(Dependency use) {
    Optional<String> user = room(use.getOriginClass());
    Optional<String> used = room(use.getTargetClass());
    return user.isEmpty() || used.isEmpty() || user.equals(used) || floor(used.get()) < floor(user.get());
  }

  private static Optional<String> room(JavaClass one) {
    return Optional.of(one.getPackageName()).filter(name -> name.startsWith(APP))
        .map(name -> name.substring(APP.length()).replaceAll("\\..*", ""));
  }

  /** The room's floor; one that is on no floor stands on none and above all, so that nobody may use it. */
  private static int floor(String room) {
    return IntStream.range(0, FLOORS.size()).filter(floor -> FLOORS.get(floor).contains(room)).findFirst().orElse(FLOORS.size());
  }

  @Test
  void everyRoomStandsOnAFloor() {
    keeps(classes().that().resideInAPackage("org.jiheng.app..").and().doNotHaveSimpleName("package-info")
        .should(new ArchCondition<>("stand in a room of the plan") {
          @Override
          public void check(JavaClass one, ConditionEvents events) {
            if (room(one).filter(room -> floor(room) < FLOORS.size()).isEmpty()) {
              events.add(SimpleConditionEvent.violated(one, one.getName() + " stands in a room that is on no floor"));
            }
          }
        }),
        "package org.jiheng.app.miscellany; class Stray {}",
        "package org.jiheng.app; class Homeless {}");
  }

  @Test
  void noRoomStandsOnTwoFloors() {
    List<String> rooms = FLOORS.stream().flatMap(Set::stream).toList();
    assertThat(rooms).doesNotHaveDuplicates();
  }

  /** Views say that they stand in the shell, and the shell's navigation leads to them: these two know each other. */
  private static final DescribedPredicate<JavaClass> SHELL = resideInAPackage("org.jiheng.ui.shell");

  private static final DescribedPredicate<JavaClass> SCREENS = resideInAPackage("org.jiheng.ui.*")
      .and(not(resideInAnyPackage("org.jiheng.ui.shell", "org.jiheng.ui.frame", "org.jiheng.ui.text")));

  @Test
  void packagesDoNotUseEachOtherInACircle() {
    keeps(slices().matching("org.jiheng.(**)").should().beFreeOfCycles().ignoreDependency(SHELL, SCREENS),
        Offender.of("package org.jiheng.ui.one; public class One { org.jiheng.ui.two.Two two; }",
            "package org.jiheng.ui.two; public class Two { org.jiheng.ui.one.One one; }"),
        Offender.of("package org.jiheng.ui.frame; public class Part { org.jiheng.ui.shell.Around around; }",
            "package org.jiheng.ui.shell; public class Around { org.jiheng.ui.frame.Part part; }"));
  }

  @Test
  void everyPackageSaysInASentenceWhatLivesInIt() {
    List<Source> sources = Source.of("tenants", "app", "ui", "infra");
    Set<String> saying = sources.stream().filter(HouseArchTest::saysWhatLivesHere).map(Source::packageName).collect(Collectors.toSet());
    assertThat(sources).isNotEmpty().extracting(Source::packageName).allMatch(saying::contains);
  }

  @Test
  void aPackageWithoutASentenceIsCaught() {
    assertThat(packageInfo("/** Money and rates. Used by all. */\npackage a.b;")).matches(HouseArchTest::saysWhatLivesHere);
    assertThat(List.of("package a.b;", "/** */ package a.b;", "/** money */ package a.b;", "/** Money. */ package a.c;"))
        .noneMatch(text -> saysWhatLivesHere(packageInfo(text)));
  }

  private static Source packageInfo(String text) {
    return new Source("app", "a/b/package-info.java", text);
  }

  private static boolean saysWhatLivesHere(Source source) {
    return source.name().endsWith("/package-info.java")
        && source.text().matches("(?s)\\s*/\\*\\*[\\s*]*\\p{Upper}[^*]{8,}.*\\.\\s*\\*/.*\\bpackage " + source.packageName() + ";\\s*");
  }
}
