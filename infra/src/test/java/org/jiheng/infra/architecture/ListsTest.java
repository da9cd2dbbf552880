package org.jiheng.infra.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jiheng.app.form.FilledForms;
import org.jiheng.app.search.SearchSource;
import org.jiheng.app.task.Reminders;
import org.jiheng.tenants.scope.Role;
import org.jiheng.ui.shell.ListOf;
import org.jiheng.ui.task.NoticeListView;
import org.junit.jupiter.api.Test;

/** Whatever waits on a desk or is found by the search is opened on a screen: a view says that it is the list of its kind. */
class ListsTest {

  private static List<ListOf> lists() {
    return House.CLASSES.stream().filter(one -> one.isAnnotatedWith(ListOf.class)).map(one -> one.getAnnotationOfType(ListOf.class)).toList();
  }

  @Test
  void noKindIsListedByTwoViewsAndEachListHasAnAddress() {
    assertThat(lists()).hasSizeGreaterThan(5).extracting(ListOf::value).doesNotHaveDuplicates();
    assertThat(House.CLASSES.stream().filter(one -> one.isAnnotatedWith(ListOf.class))).allMatch(one -> one.isAnnotatedWith("com.vaadin.flow.router.Route"));
  }

  private static Set<String> types() {
    Set<String> types = new TreeSet<>();
    for (JavaClass room : House.CLASSES) {
      if (room.isAssignableTo(FilledForms.class) && !room.getModifiers().contains(JavaModifier.ABSTRACT)) {
        types.addAll(Source.of("app").stream().filter(source -> source.packageName().equals(room.getPackageName()))
            .flatMap(source -> Pattern.compile("String FORM_TYPE = \"([A-Z_]+)\"").matcher(source.code()).results()).map(found -> found.group(1))
            .collect(Collectors.toSet()));
      }
    }
    return types;
  }

  /** A room of forms is a bean that extends the use cases every type of form has; it names its type. */
  @Test
  void everyTypeOfFormIsFilledInOnAScreen() {
    Set<String> types = types();
    assertThat(types).isNotEmpty();
    assertThat(lists().stream().filter(ListOf::forms).map(ListOf::value)).containsExactlyInAnyOrderElementsOf(types);
  }

  /** What a room's search answers with: every type of form, or the kind a constant names. */
  private static Set<String> kindsOf(JavaClass search) {
    Source source = source(search.getSimpleName());
    Set<String> kinds = new TreeSet<>();
    Pattern.compile("Found\\.of\\(([^,]+),").matcher(source.code()).results().map(found -> found.group(1)).forEach(kind -> {
      if (kind.equals("type.name()")) {
        kinds.addAll(types());
      } else {
        String[] constant = kind.split("\\.");
        Pattern.compile("String " + constant[1] + " = \"([A-Z_]+)\"").matcher(source(constant[0]).code()).results().forEach(found -> kinds.add(found.group(1)));
      }
    });
    assertThat(kinds).as(search.getSimpleName()).isNotEmpty();
    return kinds;
  }

  private static Source source(String simpleName) {
    return Source.of("app").stream().filter(source -> source.name().endsWith("/" + simpleName + ".java")).findFirst().orElseThrow();
  }

  /** Everything the search may find has a word as a heading and a list, and no heading stands for nothing. */
  @Test
  void everyKindThatIsSearchedForHasAHeading() {
    Set<String> kinds = House.CLASSES.stream().filter(one -> one.isAssignableTo(SearchSource.class) && !one.isInterface())
        .flatMap(one -> kindsOf(one).stream()).collect(Collectors.toCollection(TreeSet::new));
    assertThat(kinds).hasSizeGreaterThan(5).contains("PROJECT", "GOAL");
    Set<String> headings = BundlesTest.Bundle.SCREENS.chinese.keySet().stream().filter(key -> key.startsWith("search-kind."))
        .map(key -> key.substring("search-kind.".length())).collect(Collectors.toSet());
    assertThat(headings).containsExactlyInAnyOrderElementsOf(kinds);
    assertThat(lists().stream().map(ListOf::value)).containsAll(kinds);
  }

  /** Who is told that there are notices has to be able to read them. */
  @Test
  void whoeverIsRemindedOpensTheNotices() {
    assertThat(NoticeListView.class.getAnnotation(RolesAllowed.class).value())
        .containsExactlyInAnyOrder(Reminders.REMINDED.stream().map(Role::name).toArray(String[]::new));
  }
}
