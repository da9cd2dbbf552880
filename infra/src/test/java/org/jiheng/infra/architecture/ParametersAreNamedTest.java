package org.jiheng.infra.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiheng.app.common.Words;
import org.jiheng.app.parameter.Parameter;
import org.jiheng.app.parameter.ParameterForm;
import org.jiheng.app.parameter.ParameterKey;
import org.jiheng.app.parameter.ParameterSource;
import org.jiheng.app.parameter.ParameterWords;
import org.jiheng.app.review.FormType;
import org.junit.jupiter.api.Test;

/** Whatever the code goes by as a parameter, the office finds on its list, with its name, what it is for and how it is written. */
class ParametersAreNamedTest {

  private static final JavaClasses APPLICATION = new ClassFileImporter().importPackages("org.jiheng.app");

  static List<Parameter> named() throws ReflectiveOperationException {
    List<Parameter> named = new ArrayList<>();
    for (JavaClass source : APPLICATION) {
      if (source.isAssignableTo(ParameterSource.class) && !source.isInterface()) {
        Constructor<?> made = source.reflect().getDeclaredConstructor();
        made.setAccessible(true);
        named.addAll(((ParameterSource) made.newInstance()).parameters());
      }
    }
    return named;
  }

  /** Keys in constants, the route of every type of form in a constant, and the keys every constant of an enum makes. */
  private static Set<String> known() throws ReflectiveOperationException {
    Set<String> known = new TreeSet<>();
    for (JavaClass one : APPLICATION) {
      for (Field field : one.reflect().getDeclaredFields()) {
        if (Modifier.isStatic(field.getModifiers())) {
          field.setAccessible(true);
          switch (field.get(null)) {
            case ParameterKey<?> key -> known.add(key.name());
            case FormType<?> type -> known.add(type.route().name());
            case null, default -> { }
          }
        }
      }
      if (one.isEnum()) {
        for (Method method : one.reflect().getDeclaredMethods()) {
          if (method.getReturnType() == ParameterKey.class && method.getParameterCount() == 0) {
            method.setAccessible(true);
            for (Object constant : one.reflect().getEnumConstants()) {
              known.add(((ParameterKey<?>) method.invoke(constant)).name());
            }
          }
        }
      }
    }
    return known;
  }

  @Test
  void everyParameterOfTheHouseIsNamedByItsRoom() throws ReflectiveOperationException {
    assertThat(known()).hasSizeGreaterThan(60).contains("grade.cut", "review.route.goal", "task.dates.filing");
    assertThat(named()).extracting(Parameter::name).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(known());
  }

  /** Otherwise the test above would not find it. */
  @Test
  void keysAreMadeOnlyInConstantsAndBySomeFewThatAreCounted() {
    Set<String> makers = APPLICATION.stream().flatMap(one -> one.getCodeUnits().stream())
        .filter(unit -> unit.getConstructorCallsFromSelf().stream().anyMatch(call -> call.getTargetOwner().isEquivalentTo(ParameterKey.class))
            || unit.getMethodCallsFromSelf().stream().anyMatch(call -> call.getTargetOwner().isEquivalentTo(ParameterKey.class)
                && call.getTarget().getRawReturnType().isEquivalentTo(ParameterKey.class)))
        .filter(unit -> !unit.getName().equals("<clinit>")).filter(unit -> !unit.getOwner().isEquivalentTo(ParameterKey.class))
        .map(ParametersAreNamedTest::name).collect(Collectors.toCollection(TreeSet::new));
    assertThat(makers).containsExactly("FormType.route", "TaskKind.dates");
  }

  private static String name(JavaCodeUnit unit) {
    return unit.getOwner().getSimpleName() + "." + unit.getName();
  }

  @Test
  void everyDefaultAndEveryExampleIsReadable() throws ReflectiveOperationException {
    assertThat(named()).allSatisfy(one -> {
      assertThat(one.readable(one.key().standard())).as(one.name() + " " + one.key().standard()).isTrue();
      assertThat(one.readable(one.example())).as(one.name() + " " + one.example()).isTrue();
      assertThat(one.example()).as(one.name()).isNotEmpty();
      assertThat(one.readable("不是值;{")).as(one.name()).isEqualTo(Set.of(ParameterForm.NAME, ParameterForm.WORDS).contains(one.form()));
    });
  }

  @Test
  void everyParameterIsExplainedInBothLanguagesAndNothingElseIs() throws ReflectiveOperationException {
    List<Parameter> named = named();
    for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
      Words words = Words.in(locale);
      assertThat(named).allSatisfy(one -> {
        assertThat(ParameterWords.name(words, one)).isNotBlank();
        assertThat(ParameterWords.text(words, one)).isNotBlank();
        assertThat(ParameterWords.form(words, one)).isNotBlank().doesNotContain("{example}");
        assertThat(ParameterWords.group(words, one.group())).isNotBlank();
        assertThat(ParameterWords.effect(words, one)).isNotBlank();
        assertThat(one.options()).allSatisfy(option -> assertThat(ParameterWords.option(words, option)).as(one.name() + " " + option).isNotEqualTo(option));
      });
    }
    Set<String> names = named.stream().map(Parameter::name).collect(Collectors.toSet());
    Set<String> forms = Stream.of(ParameterForm.values()).map(Enum::name).collect(Collectors.toSet());
    assertThat(BundlesTest.Bundle.SENTENCES.chinese.keySet()).filteredOn(key -> key.matches("parameter\\.(name|text)\\..*"))
        .allMatch(key -> names.contains(key.replaceFirst("parameter\\.(name|text)\\.", "")));
    assertThat(BundlesTest.Bundle.SENTENCES.chinese.keySet()).filteredOn(key -> key.startsWith("parameter.form."))
        .allMatch(key -> forms.contains(key.substring("parameter.form.".length())));
  }
}
