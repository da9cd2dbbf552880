package org.jiheng.infra.isolation.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiheng.infra.server.Kizilsu.AKTO;
import static org.jiheng.infra.server.Kizilsu.ARTUX;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiheng.app.api.Api;
import org.jiheng.app.review.FormState;
import org.jiheng.infra.server.Forms;
import org.jiheng.infra.server.Owner;
import org.jiheng.infra.server.Provider;
import org.jiheng.infra.server.Visitor;
import org.jiheng.infra.server.WholeProduct;
import org.jiheng.tenants.identity.BearerDoor;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.scope.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every resource the product offers to programs, made from the registered classes, under every key that is somebody else's:
 * answered as if it did not exist. A parameter this test does not know fails it.
 */
class EveryResourceServerIT extends WholeProduct {

  private static final Pattern PARAMETER = Pattern.compile("\\{([a-z]+)}");

  private final Visitor program = new Visitor();
  private final int year = Forms.aYearOfItsOwn();
  private Provider provider;

  @Inject
  private HttpServletRequest request;

  @Inject
  private Forms forms;

  /** Method and path of everything that can be asked. */
  private static List<String> resources() {
    List<String> resources = new ArrayList<>();
    for (Class<?> resource : new Api().getClasses()) {
      if (resource.isAnnotationPresent(Path.class)) {
        for (Method method : resource.getDeclaredMethods()) {
          boolean asked = Arrays.stream(method.getAnnotations()).anyMatch(one -> one.annotationType().isAnnotationPresent(HttpMethod.class));
          if (asked) {
            assertThat(method.isAnnotationPresent(GET.class)).as("%s: what a writing resource refuses is not tested here", method).isTrue();
            String below = method.isAnnotationPresent(Path.class) ? "/" + method.getAnnotation(Path.class).value() : "";
            resources.add(resource.getAnnotation(Path.class).value() + below);
          }
        }
      }
    }
    return resources;
  }

  @BeforeEach
  void aProvider() throws IOException {
    provider = new Provider(Identifiers.next(), List.of("/653022"), 60);
  }

  @AfterEach
  void theProviderIsGone() {
    provider.close();
    program.close();
  }

  private String tokenOf(Role role, String jurisdiction, String unit) throws IOException {
    UUID person = Identifiers.next();
    Owner.told("insert into platform.person (id, username, name) values (?, ?, '程序')", person, person.toString().substring(0, 30));
    Owner.told("insert into platform.membership (id, person, jurisdiction, unit_prefix, role, valid_from) values (?, ?, ?, ?, ?, current_date - 1)",
        Identifiers.next(), person, jurisdiction, unit, role.name());
    provider.close();
    provider = new Provider(person, List.of("/653022"), 60);
    return provider.programs(BearerDoor.AUDIENCE, "Bearer", 60);
  }

  private HttpResponse<String> asks(String path, String token) {
    return program.asks(request, "/api/" + path + (path.contains("?") ? "&" : "?") + "year=" + year, "Accept", "*/*", "Authorization", "Bearer " + token);
  }

  private static Set<String> filled(String template, Map<String, List<String>> foreign) {
    Set<String> paths = new LinkedHashSet<>(Set.of(template));
    Matcher parameters = PARAMETER.matcher(template);
    while (parameters.find()) {
      String name = parameters.group(1);
      assertThat(foreign).as("%s: which keys of {%s} are somebody else's?", template, name).containsKey(name);
      Set<String> more = new LinkedHashSet<>();
      paths.forEach(path -> foreign.get(name).forEach(value -> more.add(path.replace("{" + name + "}", value))));
      paths = more;
    }
    return paths;
  }

  @Test
  void everyForeignKeyIsAnsweredLikeOneThatNeverWas() throws IOException {
    List<String> formsOfOthers = List.of(forms.at(FormState.APPROVED, AKTO, year).toString(), forms.at(FormState.FINANCE_FIRST, AKTO, year).toString(),
        forms.complete(ARTUX, year).toString(), UUID.randomUUID().toString());
    Map<String, List<String>> foreign = Map.of("id", formsOfOthers, "project", List.of(Forms.project(AKTO, year).toString(), UUID.randomUUID().toString()), "county", List.of("653001", "653022", "653000", "999999", "j_653001"));
    assertThat(resources()).hasSizeGreaterThan(4);
    for (String token : List.of(tokenOf(Role.UNIT_CLERK, "653001", "102001"), tokenOf(Role.PERFORMANCE_OFFICE, "653001", ""),
        tokenOf(Role.PREFECTURE_OVERSIGHT, "653001", ""), tokenOf(Role.AUDIT_ADMIN, "653001", ""))) {
      String never = asks("self-evaluations/" + UUID.randomUUID(), token).body();
      for (String template : resources()) {
        for (String path : filled(template, foreign)) {
          HttpResponse<String> answer = asks(path, token);
          if (template.contains("{")) {
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).as(path).isEqualTo(never);
          } else {
            assertThat(answer.body()).as(path).doesNotContain(formsOfOthers.toArray(String[]::new)).doesNotContain(AKTO.name());
          }
        }
      }
    }
  }
}
