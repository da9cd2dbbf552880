package org.jiheng.infra.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.jiheng.infra.architecture.House.keeps;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.ConstructorCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.vaadin.flow.router.Route;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How things are written here: pure rules, one clock, values without setters, names of the field, no idle abstraction. */
class HabitsArchTest {

  private static final String[] DELIVERED = {"org.jiheng.tenants..", "org.jiheng.app..", "org.jiheng.ui.."};

  /** In the rooms of rules, the doors to the container: they fetch what a rule needs and hand it over as values. */
  private static final Set<String> DOORS = Set.of("org.jiheng.app.common.Clocks", "org.jiheng.app.common.BusinessClock",
      "org.jiheng.app.scoring.RuleSets", "org.jiheng.app.scoring.ScoringParameterSource");

  @Test
  void aRuleKnowsOnlyValuesAndOtherRules() {
    DescribedPredicate<JavaClass> values = resideInAnyPackage(
            "java.lang..", "java.math..", "java.util..", "java.text..", "java.time..",
            "org.jiheng.app.common", "org.jiheng.app.indicator", "org.jiheng.app.scoring")
        .and(describe("no doors", HabitsArchTest::isNoDoor))
        .and(describe("no clock", one -> !one.getName().equals("java.time.Clock")))
        .or(describe("parameters as values", one -> one.getName().matches("org\\.jiheng\\.app\\.parameter\\.Parameter(Key|Set)(\\$\\w+)?")));
    keeps(classes().that().resideInAnyPackage("org.jiheng.app.common", "org.jiheng.app.indicator", "org.jiheng.app.scoring")
            .and(describe("are no doors", HabitsArchTest::isNoDoor))
            .should().onlyDependOnClassesThat(values),
        "package org.jiheng.app.scoring; class Rule { jakarta.persistence.EntityManager database; }",
        "package org.jiheng.app.scoring; @jakarta.enterprise.context.ApplicationScoped class Rule {}",
        "package org.jiheng.app.scoring; class Rule { org.jiheng.app.common.BusinessClock clock; }",
        "package org.jiheng.app.scoring; class Rule { org.jiheng.app.parameter.Parameters stored; }",
        "package org.jiheng.app.indicator; class Rule { java.time.Clock clock; }",
        "package org.jiheng.app.common; class Rule { org.jiheng.tenants.scope.Scope scope; }");
  }

  private static boolean isNoDoor(JavaClass one) {
    return !DOORS.contains(one.getName().replaceAll("\\$.*", ""));
  }

  /**
   * The clocks themselves; identifiers, which are made of time; the registry and what happens at the door, which use the server's
   * time and day: no demonstration of another date lets somebody in who has left; provisioning, which says how long a migration
   * took; and the seam, below the application, which tells the database the business date by the application's own clock.
   */
  private static final Set<String> CLOCKS = Set.of("org.jiheng.app.common.BusinessClock", "org.jiheng.app.common.Clocks",
      "org.jiheng.tenants.persistence.Identifiers", "org.jiheng.tenants.identity.Registry", "org.jiheng.tenants.identity.FreshLogin",
      "org.jiheng.tenants.identity.Idleness", "org.jiheng.tenants.identity.Lasting", "org.jiheng.tenants.identity.LoginProvider",
      "org.jiheng.tenants.identity.Programs", "org.jiheng.tenants.identity.SignIns", "org.jiheng.tenants.people.People",
      "org.jiheng.tenants.audit.Trail", "org.jiheng.tenants.provisioning.Migrations", "org.jiheng.tenants.persistence.BusinessDate");

  @Test
  void timeIsReadFromTheBusinessClock() {
    keeps(noClasses().that().resideInAnyPackage(DELIVERED).and(describe("are no clocks", one -> !CLOCKS.contains(one.getName())))
            .should().accessTargetWhere(describe("it reads the time", HabitsArchTest::readsTheTime)),
        "package org.jiheng.app.goal; class Late { java.time.LocalDate today = java.time.LocalDate.now(); }",
        "package org.jiheng.app.goal; class Late { Object at(java.time.ZoneId zone) { return java.time.ZonedDateTime.now(zone); } }",
        "package org.jiheng.app.goal; class Late { java.time.Clock own = java.time.Clock.systemUTC(); }",
        "package org.jiheng.app.goal; class Late { java.util.function.Supplier<java.time.Instant> later = java.time.Instant::now; }",
        "package org.jiheng.ui.page; class Late { long at = System.currentTimeMillis(); }",
        "package org.jiheng.ui.page; class Late { Object at = new java.util.Date(); }");
  }

  private static boolean readsTheTime(JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    String name = access.getTarget().getName();
    return owner.getPackageName().equals("java.time") && (name.equals("now") || owner.getSimpleName().equals("Clock") && name.startsWith("system"))
        || owner.getName().equals("java.lang.System") && Set.of("currentTimeMillis", "nanoTime").contains(name)
        || owner.getName().equals("java.util.Calendar") && name.equals("getInstance")
        || owner.getName().equals("java.util.Date") && access.getTarget() instanceof ConstructorCallTarget made
            && made.getRawParameterTypes().isEmpty();
  }

  @Test
  void jsonIsReadAndWrittenTheWayOfTheServer() {
    DescribedPredicate<JavaClass> vaadins = describe("what Vaadin hands over of a browser's event",
        one -> one.getName().equals("tools.jackson.databind.JsonNode"));
    keeps(noClasses().that().resideInAnyPackage(DELIVERED)
            // Keycloak's own values are annotated for Jackson
            .and(describe("do not speak to Keycloak", one -> !one.getName().equals("org.jiheng.tenants.identity.JerseyForKeycloak")))
            .should().dependOnClassesThat(resideInAnyPackage("com.fasterxml.jackson..", "tools.jackson..", "com.google.gson..").and(not(vaadins))),
        "package org.jiheng.app.goal; class Json { tools.jackson.databind.ObjectMapper mapper; }",
        "package org.jiheng.ui.page; class Json { @com.fasterxml.jackson.annotation.JsonProperty String text; }");
    keeps(noClasses().that().resideInAnyPackage("org.jiheng.tenants..", "org.jiheng.app..").should().dependOnClassesThat(vaadins),
        "package org.jiheng.app.goal; class Json { tools.jackson.databind.JsonNode node; }");
  }

  @Test
  void onlyScreensKnowVaadin() {
    keeps(noClasses().that().resideInAnyPackage("org.jiheng.tenants..", "org.jiheng.app..")
            .should().dependOnClassesThat().resideInAPackage("com.vaadin.."),
        "package org.jiheng.app.goal; class Goals { com.vaadin.flow.component.UI ui; }");
  }

  @Test
  void noScreenNeedsThePackagerOfTheBrowsersWorld() {
    keeps(noClasses().that().resideInAPackage("org.jiheng.ui..")
            .should().dependOnClassesThat().haveNameMatching("com\\.vaadin\\.flow\\.component\\.dependency\\.(NpmPackage|JsModule)(\\$.*)?"),
        "package org.jiheng.ui.page; @com.vaadin.flow.component.dependency.NpmPackage(value = \"x\", version = \"1\") class Page {}",
        "package org.jiheng.ui.page; @com.vaadin.flow.component.dependency.JsModule(\"./a.js\")"
            + " @com.vaadin.flow.component.dependency.JsModule(\"./b.js\") class Page {}");
  }

  @Test
  void aViewIsPublicOnlyIfAnotherPackageLeadsToIt() {
    keeps(classes().that().areAnnotatedWith(Route.class).should(new ArchCondition<>("be seen only where they are needed") {
          @Override
          public void check(JavaClass view, ConditionEvents events) {
            boolean led = view.getDirectDependenciesToSelf().stream()
                .anyMatch(use -> !use.getOriginClass().getPackageName().equals(view.getPackageName()));
            if (view.getModifiers().contains(JavaModifier.PUBLIC) && !led) {
              events.add(SimpleConditionEvent.violated(view, view.getName() + " is public, and nobody outside its package uses it"));
            }
          }
        }),
        "package org.jiheng.ui.page; @com.vaadin.flow.router.Route(\"lost\")"
            + " public class LostView extends com.vaadin.flow.component.html.Div {}");
  }

  @Test
  void namesSayWhatAThingIsAndNotHowItIsBuilt() {
    keeps(noClasses().that().resideInAPackage("org.jiheng..")
            .should().haveSimpleNameEndingWith("Impl").orShould().haveSimpleNameEndingWith("Util").orShould().haveSimpleNameEndingWith("Utils")
            .orShould().haveSimpleNameEndingWith("Helper").orShould().haveSimpleNameEndingWith("Manager")
            .orShould().resideInAnyPackage("..impl..", "..util..", "..helper.."),
        "package org.jiheng.app.goal; class GoalsImpl {}",
        "package org.jiheng.app.goal; class GoalHelper {}",
        "package org.jiheng.app.goal.util; class Texts {}");
  }

  /** Interfaces the plan gives more implementations than there are today, and those by which a room below is told something from above. */
  private static final Set<String> AWAITING = Set.of(
      // what was reached the year before is said by the self-evaluation, and by the evaluations above it
      "org.jiheng.app.goal.ReachedBefore",
      // what was set above for a project is said by the transfers it spends, and by the plans of its department
      "org.jiheng.app.goal.GoalsFromAbove",
      // in which years money is spent is said by the ex-ante evaluation, and by plans of several years
      "org.jiheng.app.project.MoneyByYear",
      // which industries there are is said by the library of indicators, which stands above projects
      "org.jiheng.app.project.IndustryWords",
      // what was spent of a project's money is said by the self-evaluation, and by the evaluations above it
      "org.jiheng.app.project.ProjectSpending",
      // what a room's checks find is said beside it: of goals today, of every other form of a project that is checked
      "org.jiheng.app.form.FormFindings",
      // who decides about a project's money stands above it: the budget today, the use of results beside it
      "org.jiheng.app.project.BudgetGuard",
      // units and tasks stand above reviews, and say to it what a form's unit is called and what finance tells those who fill it in
      "org.jiheng.app.review.UnitNames", "org.jiheng.app.review.FormGuides");

  @Test
  void anInterfaceHasMoreThanOneImplementation() {
    keeps(classes().that().areInterfaces().and(describe("are not awaiting others", one -> !AWAITING.contains(one.getName())))
            .should(new ArchCondition<>("have more than one implementation") {
              @Override
              public void check(JavaClass one, ConditionEvents events) {
                List<JavaClass> classes = one.getAllSubclasses().stream().filter(subclass -> !subclass.isInterface()).toList();
                if (classes.size() == 1) {
                  events.add(SimpleConditionEvent.violated(one, one.getName() + " is implemented by " + classes.getFirst().getName() + " alone"));
                }
              }
            }),
        House.Offender.of("package org.jiheng.app.goal; interface Goals {}", "package org.jiheng.app.goal; class StoredGoals implements Goals {}"));
  }

  @Test
  void anEntityChangesByVerbsNotBySetters() {
    DescribedPredicate<JavaClass> stored = describe("are stored", one -> one.isAnnotatedWith(Entity.class)
        || one.isAnnotatedWith(MappedSuperclass.class) || one.isAnnotatedWith(Embeddable.class));
    keeps(noMethods().that().areDeclaredInClassesThat(stored).and().arePublic().should().haveNameMatching("set\\p{Upper}.*"),
        "package org.jiheng.app.goal; @jakarta.persistence.Entity class Goal { public void setText(String text) {} }");
    keeps(noFields().that().areDeclaredInClassesThat(stored).and().areNotStatic().should().bePublic(),
        "package org.jiheng.app.goal; @jakarta.persistence.Entity class Goal { public String text; }");
  }
}
