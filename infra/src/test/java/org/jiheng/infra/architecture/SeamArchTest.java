package org.jiheng.infra.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jiheng.infra.architecture.House.keeps;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.Test;

/** One jurisdiction never meets another's data: who may say whose data is meant, and who may speak to the database. */
class SeamArchTest {

  /**
   * Requests, browser sessions, long work a person began, workers, and the prefecture looking into a county. For the audit trail:
   * who comes and goes, whose request has no scope yet or none any more; an overseer's refusal, written outside the look; and the
   * audit administrator at the trail.
   */
  private static final Set<String> BINDERS = Set.of(
      "org.jiheng.tenants.identity.ScopeFilter",
      "org.jiheng.ui.shell.ScopedSession",
      "org.jiheng.ui.frame.LongWork",
      "org.jiheng.app.rollup.SummaryWorker", "org.jiheng.app.task.ReminderWorker",
      "org.jiheng.app.rollup.Rollups",
      "org.jiheng.tenants.audit.ChainWorker",
      "org.jiheng.tenants.audit.Doors",
      "org.jiheng.tenants.audit.Trail",
      "org.jiheng.tenants.audit.AuditTrail",
      // the list of those who come in by an engagement is kept under a role of its own
      "org.jiheng.app.engagement.Engagements");

  /** The registry, from the verified login; a worker, for a jurisdiction the registry named. */
  private static final Set<String> MAKERS = Set.of(
      "org.jiheng.tenants.scope.Scope",
      "org.jiheng.tenants.identity.Registry",
      "org.jiheng.tenants.audit.ChainWorker",
      "org.jiheng.app.rollup.SummaryWorker", "org.jiheng.app.task.ReminderWorker");

  private static final String[] DELIVERED = {"org.jiheng.tenants..", "org.jiheng.app..", "org.jiheng.ui.."};

  private static final String[] DATABASE = {
    "jakarta.persistence..", "jakarta.transaction..", "java.sql..", "javax.sql..", "org.postgresql..", "org.eclipse.persistence..",
    "org.jiheng.tenants.persistence..", "org.jiheng.tenants.provisioning.."
  };

  @Test
  void aScopeIsBoundOnlyForARequestASessionAWorkerOrALookIntoACounty() {
    keeps(noClasses().that().resideInAnyPackage(DELIVERED).and(describe("are not listed", one -> !listed(BINDERS, one)))
            .should().accessTargetWhere(describe("it binds a scope", access -> onScope(access, Set.of("run", "call")))),
        "package org.jiheng.ui.page; class Page { void show(org.jiheng.tenants.scope.Scope any) { any.run(() -> {}); } }",
        "package org.jiheng.ui.page; class Page { java.util.function.Consumer<Runnable> later(org.jiheng.tenants.scope.Scope any) {"
            + " return any::run; } }");
  }

  @Test
  void aScopeIsMadeOnlyFromTheRegistry() {
    keeps(noClasses().that().resideInAnyPackage(DELIVERED).and(describe("are not listed", one -> !listed(MAKERS, one)))
            .should().accessTargetWhere(describe("it makes a scope", access -> onScope(access, Set.of("of", "<init>")))),
        "package org.jiheng.ui.page; import org.jiheng.tenants.scope.*; class Page {"
            + " Scope mine(Caller caller, Jurisdiction any) { return Scope.of(caller, any); } }",
        "package org.jiheng.app.review; import org.jiheng.tenants.scope.*; class Trick {"
            + " Scope mine(Scope my, Jurisdiction any) { return new Scope(my.caller(), any, java.util.Optional.empty(), java.util.Optional.empty(), false, false); } }");
  }

  @Test
  void theListedClassesStillNeedToBeListed() {
    assertThat(BINDERS).allMatch(name -> accesses(name, Set.of("run", "call")));
    assertThat(MAKERS).allMatch(name -> accesses(name, Set.of("of", "<init>")));
  }

  private static boolean accesses(String name, Set<String> targets) {
    return House.CLASSES.stream().filter(one -> listed(Set.of(name), one))
        .flatMap(one -> one.getAccessesFromSelf().stream()).anyMatch(access -> onScope(access, targets));
  }

  private static boolean listed(Set<String> names, JavaClass one) {
    return names.contains(one.getName().replaceAll("\\$.*", ""));
  }

  private static boolean onScope(JavaAccess<?> access, Set<String> names) {
    return access.getTargetOwner().isEquivalentTo(Scope.class) && names.contains(access.getTarget().getName());
  }

  @Test
  void aScreenKnowsNoDatabase() {
    keeps(noClasses().that().resideInAPackage("org.jiheng.ui..").should().dependOnClassesThat().resideInAnyPackage(DATABASE),
        "package org.jiheng.ui.page; class Page { jakarta.persistence.EntityManager database; }",
        "package org.jiheng.ui.page; class Page { @jakarta.transaction.Transactional void save() {} }",
        "package org.jiheng.ui.page; class Page { void ask(javax.sql.DataSource any) {} }",
        "package org.jiheng.ui.page; class Page { String any() { return org.jiheng.tenants.persistence.Schemas.of(null); } }");
  }

  @Test
  void onlyTheSeamTheRegistryAndProvisioningSpeakToTheDatabaseThemselves() {
    DescribedPredicate<JavaClass> allowed = resideInAPackage("org.jiheng.tenants.persistence")
        .or(resideInAPackage("org.jiheng.tenants.provisioning"))
        .or(nameMatching("org\\.jiheng\\.tenants\\.identity\\.Registry(\\$.*|UnavailableException)?").forSubtype())
        // the registry written: by its administrators, what of it the provider has been told, and the sign-ins at the door
        .or(nameMatching("org\\.jiheng\\.tenants\\.(people\\.(Roster|AccountsDue)|identity\\.SignIns)(\\$.*)?").forSubtype())
        // writes wishes and reads jobs under a role of its own that can do nothing else
        .or(nameMatching("org\\.jiheng\\.tenants\\.desk\\.(ProvisioningDesk|ExportConsents|DeskRows)(\\$.*)?").forSubtype());
    keeps(noClasses().that().resideInAnyPackage(DELIVERED).and(DescribedPredicate.not(allowed))
            .should().dependOnClassesThat().resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..", "org.eclipse.persistence.."),
        "package org.jiheng.app.project; class Quick { java.sql.Connection connection; }",
        "package org.jiheng.tenants.identity; class RegistryCache { javax.sql.DataSource source; }");
  }

  @Test
  void onlyARoomOfTheApplicationTheAuditTrailAndTheExchangeHoldAnEntityManager() {
    // trail and envelopes are written in the transaction of what they are about: through the same entity manager
    keeps(fields().that().haveRawType(EntityManager.class).should().beDeclaredInClassesThat()
            .resideInAnyPackage("org.jiheng.app.*", "org.jiheng.tenants.audit", "org.jiheng.tenants.exchange"),
        "package org.jiheng.tenants.identity; class Members { jakarta.persistence.EntityManager database; }",
        "package org.jiheng.ui.page; class Page { jakarta.persistence.EntityManager database; }");
  }

  @Test
  void whoeverTouchesTheDatabaseDoesSoInATransaction() {
    keeps(classes().that(describe("hold an entity manager", SeamArchTest::holdsAnEntityManager))
            .should(new ArchCondition<>("touch it only inside a transaction") {
              @Override
              public void check(JavaClass one, ConditionEvents events) {
                one.getFieldAccessesFromSelf().stream()
                    .filter(access -> access.getTarget().getRawType().isEquivalentTo(EntityManager.class))
                    .filter(access -> !transactional(one) && !transactional(access.getOrigin()) && !isConstructor(access.getOrigin()))
                    .forEach(access -> events.add(SimpleConditionEvent.violated(one, access.getDescription())));
              }
            }),
        "package org.jiheng.app.project; class Bare { jakarta.persistence.EntityManager database; void save() { database.flush(); } }",
        "package org.jiheng.app.project; class Half { jakarta.persistence.EntityManager database;"
            + " @jakarta.transaction.Transactional void save() { database.flush(); } void forget() { database.clear(); } }");
  }

  private static boolean holdsAnEntityManager(JavaClass one) {
    return one.getFields().stream().map(JavaField::getRawType).anyMatch(type -> type.isEquivalentTo(EntityManager.class));
  }

  private static boolean transactional(CanBeAnnotated place) {
    return place.isAnnotatedWith(Transactional.class);
  }

  private static boolean isConstructor(JavaCodeUnit unit) {
    return unit.isConstructor();
  }

  /** What no query of entities can say: the function that writes an overseer's reading, locks for the chains and turns, and rows in bulk. */
  private static final Set<String> MAY_CALL_FUNCTIONS = Set.of("org.jiheng.tenants.audit.Trail", "org.jiheng.tenants.audit.Chains",
      "org.jiheng.tenants.exchange.Exchange", "org.jiheng.tenants.persistence.BulkInsert", "org.jiheng.tenants.persistence.Turns");

  @Test
  void queriesAreAskedInTheLanguageOfTheEntitiesSoThatTheSeamSeesThem() {
    keeps(noClasses().that().resideInAnyPackage(DELIVERED).and(describe("are not listed", one -> !listed(MAY_CALL_FUNCTIONS, one)))
            .should().accessTargetWhere(describe("it goes round the seam", access ->
                access.getTargetOwner().isAssignableTo(EntityManager.class)
                    && Set.of("createNativeQuery", "createStoredProcedureQuery", "unwrap").contains(access.getTarget().getName()))),
        "package org.jiheng.app.project; class Raw { Object all(jakarta.persistence.EntityManager database) {"
            + " return database.createNativeQuery(\"select 1\").getResultList(); } }");
  }

  @Test
  void theApplicationNeverMigrates() {
    keeps(noClasses().that().resideInAnyPackage("org.jiheng.app..", "org.jiheng.ui..", "org.jiheng.tenants.scope..",
                "org.jiheng.tenants.identity..", "org.jiheng.tenants.persistence..")
            .should().dependOnClassesThat().resideInAnyPackage("org.jiheng.tenants.provisioning..", "org.flywaydb.."),
        "package org.jiheng.app.agency; class Founder { org.jiheng.tenants.provisioning.Provisioning provisioning; }",
        "package org.jiheng.tenants.identity; class Mender { org.flywaydb.core.Flyway flyway; }");
  }

  /** Words of SQL that say whose tables are meant or under whose role. */
  private static final Pattern NAMES_A_SCHEMA_OR_A_ROLE = Pattern.compile(
      "(?i)set_config|search_path|set\\s+(local\\s+|session\\s+)?role|tenant__|j_[0-9]{6}|jiheng_identity|_eye\\b"
          + "|\\b(create|alter|drop)\\s+(schema|role)|\\bgrant\\s.+\\sto\\b"
          + "|\\b(from|join|into|update|table|on)\\s+(platform|rollup|exchange)\\.\\w");

  private static final Set<String> MAY_NAME_THEM = Set.of(
      "org/jiheng/tenants/persistence/Schemas.java",
      "org/jiheng/tenants/persistence/SeamConnector.java",
      "org/jiheng/tenants/persistence/PlatformRole.java",
      // tells the database the business day
      "org/jiheng/tenants/persistence/Turns.java",
      "org/jiheng/tenants/provisioning/Migrations.java",
      "org/jiheng/tenants/provisioning/NewTables.java",
      "org/jiheng/tenants/provisioning/Provisioning.java",
      "org/jiheng/tenants/provisioning/Roles.java",
      "org/jiheng/tenants/provisioning/Jobs.java",
      "org/jiheng/tenants/provisioning/RegistryChanges.java",
      "org/jiheng/tenants/provisioning/WholeExport.java",
      "org/jiheng/tenants/provisioning/SharedTables.java",
      "org/jiheng/tenants/provisioning/Programs.java",
      "org/jiheng/tenants/desk/DeskRows.java",
      "org/jiheng/tenants/identity/Registry.java",
      // write the registry, with roles of their own
      "org/jiheng/tenants/identity/SignIns.java",
      "org/jiheng/tenants/people/Roster.java",
      "org/jiheng/tenants/people/AccountsDue.java");

  @Test
  void nothingButTheSeamTheRegistryAndProvisioningNamesASchemaOrARole() {
    assertThat(Source.of("tenants", "app", "ui"))
        .filteredOn(source -> source.literals().stream().anyMatch(literal -> NAMES_A_SCHEMA_OR_A_ROLE.matcher(literal).find()))
        .extracting(Source::name)
        .containsExactlyInAnyOrderElementsOf(MAY_NAME_THEM);
  }

  @Test
  void anEntityNamesASharedSchemaOnlyByTheSeamsOwnWord() {
    assertThat(Source.of("tenants", "app", "ui")).noneMatch(SeamArchTest::writesASchemaItself);
    assertThat(new Source("app", "a/B.java", "@Table(name = \"b\", schema = \"platform\") class B {}")).matches(SeamArchTest::writesASchemaItself);
  }

  private static boolean writesASchemaItself(Source source) {
    return Pattern.compile("\\b(schema|catalog)\\s*=\\s*\"").matcher(source.code()).find();
  }
}
