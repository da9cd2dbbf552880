package org.jiheng.infra.isolation.deeplinks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiheng.infra.demo.Persona;
import org.jiheng.infra.demo.Personas;
import org.jiheng.infra.stories.Person;
import org.jiheng.infra.stories.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every address the product has, made from the registered routes: where a person's roles do not lead, and under every key
 * that is somebody else's, is what is under an address that never was. A route this story does not know fails it.
 */
@ExtendWith(Product.class)
class EveryRouteStory {

  private static final String ROUTE = "com.vaadin.flow.router.Route";
  private static final Pattern PARAMETER = Pattern.compile(":([a-z]+)");

  /** Open to whoever has a post; what is in them is each person's own. */
  private static final Set<String> FOR_EVERYBODY = Set.of("", "search", "ex-ante", "ex-ante/:form", "ex-ante-conditions",
      "ex-ante-conditions/:condition", "self-evaluations",
      "self-evaluations/:form", "engagements/:engagement", "goals", "goals/:form", "goals/missing", "disclosure", "disclosure/:duty");

  /** What the views that take the rest of the address take it for. */
  private static final Map<String, String> REST = Map.ofEntries(Map.entry("self-evaluations", "form"), Map.entry("ex-ante", "form"), Map.entry("ex-ante-conditions", "condition"),
      Map.entry("goals", "form"), Map.entry("engagements", "engagement"), Map.entry("firms", "firm"), Map.entry("projects", "project"),
      Map.entry("units", "unit"), Map.entry("disclosure", "duty"), Map.entry("tasks", "task"), Map.entry("transfers", "fund"),
      Map.entry("transfers/execution", "fund"));

  private static final List<String> PEOPLE = List.of("artux.clerk", "artux.office", "artux.budget", "artux.leader", "artux.system", "kizilsu.oversight",
      "zhonghui.evaluator");

  /** A route and the roles that open it; none: everybody's. */
  private record Opening(String template, Set<String> roles) {

    boolean to(Persona person) {
      return roles.isEmpty() || roles.contains(person.role().name());
    }
  }

  private static List<Opening> openings() {
    List<Opening> openings = new ArrayList<>();
    for (JavaClass view : new ClassFileImporter().importPackages("org.jiheng.ui")) {
      if (view.isAnnotatedWith(ROUTE)) {
        String template = String.valueOf(view.getAnnotationOfType(ROUTE).get("value").orElse(""));
        Set<String> roles = new LinkedHashSet<>();
        if (view.isAnnotatedWith("jakarta.annotation.security.RolesAllowed")) {
          roles.addAll(Arrays.asList((String[]) view.getAnnotationOfType("jakarta.annotation.security.RolesAllowed").get("value").orElseThrow()));
        }
        if (view.isAssignableTo("com.vaadin.flow.router.HasUrlParameter")) {
          assertThat(REST).containsKey(template);
          template += "/:" + REST.get(template);
        }
        openings.add(new Opening(template, roles));
      }
    }
    return openings.stream().distinct().toList();
  }

  @Test
  void aRouteIsForNamedRolesUnlessWeSayThatItIsForEverybody() {
    assertThat(openings()).hasSizeGreaterThan(5);
    assertThat(openings().stream().filter(one -> one.roles().isEmpty()).map(Opening::template)).containsExactlyInAnyOrderElementsOf(FOR_EVERYBODY);
  }

  @Test
  void whereNobodysRolesLeadAndUnderForeignKeysIsWhatIsUnderAnAddressThatNeverWas(Product product) throws SQLException {
    String never = UUID.randomUUID().toString();
    String fund = copied(product, "fund_document", "", Map.of("id", UUID.randomUUID().toString(), "number", "新财预〔2023〕别县号"));
    String condition = aCondition(product);
    try {
      isUnderForeignKeys(product, never, fund, condition);
    } finally {
      taken(product, fund, condition);
    }
  }

  private static void isUnderForeignKeys(Product product, String never, String fund, String condition) throws SQLException {
    String firm = product.asked("select id::text from platform.firm order by id limit 1");
    Map<String, List<String>> foreign = Map.of(
        "form", List.of(product.formIn("653022", "FINANCE_FIRST").toString(), never, "1 or 1=1"),
        "engagement", List.of(product.asked("select id::text from j_653022.engagement order by id limit 1"), never),
        "project", List.of(product.asked("select id::text from j_653022.project order by id limit 1"), never),
        "unit", List.of("999999", never, "x"),
        "task", List.of(product.asked("select id::text from j_653022.task order by id limit 1"), never),
        "fund", List.of(fund, never, "x"),
        "condition", List.of(condition, never, "x"),
        // of a firm, which is the whole prefecture's, only those who may not read the register are kept
        "firm", List.of(never, "x"),
        "duty", List.of(product.asked("select id::text from j_653022.publication_duty order by id limit 1"), never, "x"),
        "person", List.of(Personas.of("akto.clerk").id().toString(), never));
    for (String username : PEOPLE) {
      Persona somebody = Personas.of(username);
      try (Person person = product.signedIn(username)) {
        person.open("/there-is-no-such-address");
        person.isShownNothing();
        String nothing = shown(person);
        for (Opening opening : openings()) {
          List<String> counties = opening.to(somebody) ? List.of("653000", "999999") : List.of("653001", "653022");
          Map<String, List<String>> keys = new HashMap<>(foreign);
          if (!opening.to(somebody)) {
            keys.put("firm", List.of(firm, never));
          }
          for (String address : addresses(opening, keys, counties)) {
            if (opening.to(somebody) && address.equals(opening.template())) {
              continue;
            }
            person.open("/" + address);
            person.isShownNothing();
            assertThat(shown(person)).as("%s at /%s", username, address).isEqualTo(nothing);
          }
        }
      }
    }
  }

  private static final String COPY = "insert into j_653022.%1$s (%2$s) select %2$s from (select (jsonb_populate_record(null::j_653022.%1$s, to_jsonb(one) || ?::jsonb)).* "
      + "from j_653001.%1$s one %3$s order by one.id limit 1) copy returning id::text";

  /** Another county's row like one of the own: whoever were shown the own would be shown this one, if only its key decided. */
  private static String copied(Product product, String table, String where, Map<String, String> changed) throws SQLException {
    String written = product.asked("select string_agg(column_name, ', ') from information_schema.columns where table_schema = 'j_653022' and table_name = ? "
        + "and is_generated = 'NEVER'", table);
    JsonObjectBuilder columns = Json.createObjectBuilder();
    changed.forEach(columns::add);
    return product.asked(COPY.formatted(table, written, where), columns.build().toString());
  }

  /** With the evaluation it belongs to. */
  private static String aCondition(Product product) throws SQLException {
    String project = product.asked("select id::text from j_653022.project order by id limit 1");
    String evaluation = UUID.randomUUID().toString();
    copied(product, "review", "where form_type = 'EX_ANTE'", Map.of("id", evaluation, "project", project));
    copied(product, "exante_evaluation", "", Map.of("id", evaluation, "project", project));
    return copied(product, "exante_condition", "", Map.of("id", UUID.randomUUID().toString(), "evaluation", evaluation));
  }

  private static void taken(Product product, String fund, String condition) throws SQLException {
    String evaluation = product.asked("delete from j_653022.exante_condition where id = ?::uuid returning evaluation::text", condition);
    for (String table : List.of("exante_evaluation", "review")) {
      product.asked("delete from j_653022." + table + " where id = ?::uuid returning id::text", evaluation);
    }
    product.asked("delete from j_653022.fund_document where id = ?::uuid returning id::text", fund);
  }

  private static String shown(Person person) {
    assertThat(person.page.locator(".page")).hasCount(1);
    return person.page.locator(".page").innerText() + " | " + person.page.title();
  }

  /** One parameter after the other takes its foreign values, the others the first of theirs. */
  private static Set<String> addresses(Opening opening, Map<String, List<String>> foreign, List<String> counties) {
    Set<String> addresses = new LinkedHashSet<>(Set.of(opening.template()));
    Matcher parameters = PARAMETER.matcher(opening.template());
    while (parameters.find()) {
      String name = parameters.group(1);
      List<String> values = name.equals("county") ? counties : foreign.get(name);
      assertThat(values).as("/%s: which keys of :%s are somebody else's?", opening.template(), name).isNotNull();
      Set<String> filled = new LinkedHashSet<>();
      addresses.forEach(address -> values.forEach(value -> filled.add(address.replace(":" + name, value.replace(" ", "%20")))));
      addresses = filled;
    }
    return addresses;
  }
}
