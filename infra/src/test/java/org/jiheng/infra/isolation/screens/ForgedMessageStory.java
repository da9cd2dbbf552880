package org.jiheng.infra.isolation.screens;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.RequestOptions;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiheng.infra.demo.Personas;
import org.jiheng.infra.stories.Person;
import org.jiheng.infra.stories.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a screen sends to the server does what it says in that person's own screen, as long as that person may do it, and nowhere else. */
@ExtendWith(Product.class)
class ForgedMessageStory {

  private static final String CLERK = "artux.clerk2";
  private static final Pattern TOKEN = Pattern.compile("\"csrfToken\"\\s*:\\s*\"([^\"]+)\"");
  private static final Pattern SCREEN = Pattern.compile("v-uiId=([0-9]+)");

  /** A message as it left the browser, or would have. */
  private record Message(String address, String body) {

    String token() {
      return first(TOKEN, body);
    }

    String screen() {
      return first(SCREEN, address);
    }

    Message with(String token, String screen) {
      return new Message(address.replace("v-uiId=" + screen(), "v-uiId=" + screen), body.replace(token(), token));
    }

    private static String first(Pattern pattern, String text) {
      Matcher found = pattern.matcher(text);
      assertThat(found.find()).as(text).isTrue();
      return found.group(1);
    }
  }

  /** Keeps the first message of this kind for itself: the server never gets it, however often the screen sends it. */
  private static AtomicReference<Message> kept(Person person, Predicate<String> body) {
    AtomicReference<Message> kept = new AtomicReference<>();
    person.page.route(Pattern.compile(".*v-r=uidl.*"), route -> {
      String sent = String.valueOf(route.request().postData());
      if (kept.get() == null && body.test(sent)) {
        kept.set(new Message(route.request().url(), sent));
      }
      if (kept.get() != null) {
        route.abort();
      } else {
        route.resume();
      }
    });
    return kept;
  }

  /** With the cookies of this person's browser, past its page. */
  private static String sends(Person person, Message message) {
    APIResponse answer = person.context().request().post(message.address(), RequestOptions.create()
        .setHeader("Content-Type", "application/json; charset=UTF-8").setData(message.body()));
    return answer.status() + " " + answer.text();
  }

  private static boolean written(Product product, String text) throws SQLException {
    return !product.asked("select count(*)::text from j_653001.self_evaluation where statement like ?", "%" + text + "%").equals("0")
        || !product.asked("select count(*)::text from j_653001.draft where typed like ?", "%" + text + "%").equals("0");
  }

  @Test
  void aCapturedMessageDoesNothingInAnothersSessionNorWhenThePostIsGone(Product product) throws SQLException {
    String unit = Personas.of(CLERK).units().getFirst();
    String form = product.asked("select id::text from j_653001.review where form_type = 'SELF_EVALUATION' and state = 'DRAFT' and round = 0 and unit like ? order by id limit 1",
        unit + "%");
    assertThat(form).as("a draft of the clerk's").isNotEmpty();
    String text = "截获的内容" + System.nanoTime();
    try (Person clerk = product.signedIn(CLERK); Person other = product.signedIn("artux.clerk")) {
      clerk.open("/self-evaluations/" + form).isAtAForm();
      AtomicReference<Message> captured = kept(clerk, body -> body.contains(text));
      clerk.cell("statement").fill(text);
      clerk.cell("statement").blur();
      clerk.page.waitForCondition(() -> captured.get() != null);
      Message message = captured.get();

      AtomicReference<Message> own = new AtomicReference<>();
      other.page.onRequest(request -> {
        if (request.url().contains("v-r=uidl") && request.postData() != null && request.postData().contains("csrfToken")) {
          own.set(new Message(request.url(), request.postData()));
        }
      });
      other.page.click("#help");
      other.page.waitForCondition(() -> own.get() != null);
      for (Message forged : new Message[] {message, message.with(own.get().token(), message.screen()), message.with(own.get().token(), own.get().screen()),
          message.with(own.get().token(), "99"), message.with(message.token(), own.get().screen())}) {
        sends(other, forged);
        assertThat(written(product, text)).as("in another's session").isFalse();
      }

      product.endPosts(CLERK);
      try {
        for (int times = 0; times < 2; times++) {
          assertThat(sends(clerk, message)).as("the post is gone").isEqualTo("200 Vaadin-Refresh");
          assertThat(written(product, text)).isFalse();
        }
      } finally {
        product.giveBackPosts(CLERK);
      }
      assertThat(sends(clerk, message)).startsWith("200");
      assertThat(written(product, text)).as("it was a message that does something, sent by whom and when it may").isTrue();
      clerk.page.unrouteAll();
    }
  }
}
