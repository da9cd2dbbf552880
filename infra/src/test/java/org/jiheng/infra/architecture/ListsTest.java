package org.jiheng.infra.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jiheng.app.form.FilledForms;
import org.jiheng.ui.shell.ListOf;
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

  /** A room of forms is a bean that extends the use cases every type of form has; it names its type. */
  @Test
  void everyTypeOfFormIsFilledInOnAScreen() {
    Set<String> types = new TreeSet<>();
    for (JavaClass room : House.CLASSES) {
      if (room.isAssignableTo(FilledForms.class) && !room.getModifiers().contains(JavaModifier.ABSTRACT)) {
        types.addAll(Source.of("app").stream().filter(source -> source.packageName().equals(room.getPackageName()))
            .flatMap(source -> Pattern.compile("String FORM_TYPE = \"([A-Z_]+)\"").matcher(source.code()).results()).map(found -> found.group(1))
            .collect(Collectors.toSet()));
      }
    }
    assertThat(types).isNotEmpty();
    assertThat(lists().stream().filter(ListOf::forms).map(ListOf::value)).containsExactlyInAnyOrderElementsOf(types);
  }

  /** Everything the search may find has a word as a heading. */
  @Test
  void everyKindThatIsSearchedForHasAHeading() {
    Set<String> kinds = BundlesTest.Bundle.SCREENS.chinese.keySet().stream().filter(key -> key.startsWith("search-kind."))
        .map(key -> key.substring("search-kind.".length())).collect(Collectors.toSet());
    assertThat(lists().stream().map(ListOf::value)).containsAll(kinds);
    assertThat(kinds).containsAll(lists().stream().filter(ListOf::forms).map(ListOf::value).toList());
  }
}
