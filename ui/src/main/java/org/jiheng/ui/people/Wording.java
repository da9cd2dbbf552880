package org.jiheng.ui.people;

import com.vaadin.flow.component.UI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jiheng.tenants.people.Post;
import org.jiheng.tenants.people.Staff;
import org.jiheng.tenants.scope.Membership;
import org.jiheng.ui.text.Written;

/** People and posts in the words of the screens; units by the names they have in the jurisdiction. */
record Wording(Map<String, String> units) {

  String role(Membership post) {
    return said("role." + post.role().name());
  }

  /** The unit's name, or that the whole jurisdiction is meant. */
  String covered(Membership post) {
    return post.unitPrefix().isEmpty() ? said("people.whole") : unit(post.unitPrefix());
  }

  String unit(String code) {
    return code.isEmpty() ? Written.NONE : units.getOrDefault(code, code);
  }

  String until(Membership post) {
    return post.until().map(Written::day).orElse(said("people.lasting"));
  }

  /** What the person is on a day. */
  String posts(Staff person, LocalDate day) {
    List<Membership> now = person.posts().stream().map(Post::membership).filter(post -> holds(post, day)).toList();
    return now.isEmpty() ? Written.NONE : now.stream()
        .map(post -> said("people.post", role(post), covered(post))).distinct().collect(Collectors.joining("、"));
  }

  static boolean holds(Membership post, LocalDate day) {
    return !post.from().isAfter(day) && post.until().filter(until -> until.isBefore(day)).isEmpty();
  }

  static String state(Staff.State state) {
    return said("people.state." + state.name());
  }

  private static String said(String key, Object... inputs) {
    return UI.getCurrent().getTranslation(key, inputs);
  }
}
