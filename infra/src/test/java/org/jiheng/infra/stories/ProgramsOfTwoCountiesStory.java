package org.jiheng.infra.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jiheng.infra.run.ProgramOutside;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Programs of two counties with tokens of the real identity provider: each sees its own, and nothing once it is removed. */
@ExtendWith(Product.class)
class ProgramsOfTwoCountiesStory {

  private static final String FORMS = "/api/self-evaluations?year=2022";

  private static String tokenOf(Product product, String county) throws Exception {
    ProgramOutside.Answer added = ProgramOutside.told(product.keeper(), "add", county, "exchange", "--name", "数据交换接口", "--role", "PERFORMANCE_OFFICE",
        "--reason", "与一体化系统对接");
    return new ProgramOutside(product.keeper().realm(), "program-" + county + "-exchange", added.secret()).token().orElseThrow();
  }

  private static HttpResponse<String> asks(Product product, String path, String token) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(product.address().resolve(path)).header("Authorization", "Bearer " + token).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  @Test
  void eachSeesItsOwnCountyAloneAndNothingFromTheNextRequestOnAfterItWasRemoved(Product product) throws Exception {
    String artux = tokenOf(product, "653001");
    String akto = tokenOf(product, "653022");
    String own = product.formIn("653001", "APPROVED").toString();
    String others = product.formIn("653022", "APPROVED").toString();
    assertThat(asks(product, FORMS, artux).statusCode()).isEqualTo(200);
    assertThat(asks(product, "/api/self-evaluations/" + own, artux).statusCode()).isEqualTo(200);
    assertThat(asks(product, "/api/self-evaluations/" + others, artux).statusCode()).as("as if it were not").isEqualTo(404);
    assertThat(asks(product, "/api/self-evaluations/" + others, akto).statusCode()).isEqualTo(200);
    assertThat(asks(product, "/api/self-evaluations/" + own, akto).statusCode()).isEqualTo(404);
    assertThat(asks(product, FORMS, akto).body()).isNotEqualTo(asks(product, FORMS, artux).body());
    assertThat(asks(product, "/api/rollup?year=2022", artux).statusCode()).as("the prefecture's").isEqualTo(404);

    assertThat(ProgramOutside.told(product.keeper(), "remove", "653001", "exchange", "--reason", "对接结束不再使用").status()).isZero();
    HttpResponse<String> refused = asks(product, FORMS, artux);
    assertThat(refused.statusCode()).as("the token itself has not expired").isEqualTo(403);
    assertThat(refused.body()).isEqualTo("{\"code\":\"no-membership\"}");
    assertThat(asks(product, FORMS, akto).statusCode()).isEqualTo(200);

    try (Person system = product.signedIn("akto.system")) {
      system.open("/people");
      assertThat(system.page.locator("body").filter(new Locator.FilterOptions().setHasText("数据交换接口"))).isVisible();
      system.picture("program-among-people");
    }
  }
}
