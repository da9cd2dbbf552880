package org.jiheng.infra.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The compiled classes of all modules, and offenders compiled from a few words to show that a rule catches them. */
final class House {

  static final JavaClasses CLASSES = new ClassFileImporter()
      .withImportOption(new ImportOption.DoNotIncludeTests())
      .importPackages("org.jiheng");

  private static final Pattern TYPE = Pattern.compile("\\b(?:class|interface|record|enum) (\\w+)");

  private House() {}

  /** Source texts that together break a rule, one type each. */
  record Offender(List<String> sources) {

    static Offender of(String... sources) {
      return new Offender(List.of(sources));
    }

    private JavaClasses compiled() {
      Path classes = null;
      try {
        classes = Files.createTempDirectory("offender");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        boolean understood = compiler.getTask(complaints, null, null,
            List.of("-proc:none", "-Xlint:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path")), null,
            sources.stream().map(Offender::file).toList()).call();
        assertThat(understood).as("the offender compiles: %s", complaints).isTrue();
        return new ClassFileImporter().importPath(classes);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      } finally {
        delete(classes);
      }
    }

    private static JavaFileObject file(String source) {
      String name = TYPE.matcher(source).results().findFirst().map((MatchResult type) -> type.group(1)).orElseThrow();
      return new SimpleJavaFileObject(URI.create("offender:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
          return source;
        }
      };
    }

    private static void delete(Path folder) {
      if (folder == null) {
        return;
      }
      try (Stream<Path> inside = Files.walk(folder)) {
        inside.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  /** The house keeps the rule, and the rule catches each of the offenders. */
  static void keeps(ArchRule rule, Offender... offenders) {
    assertThat(offenders).as("no rule without an offender it catches").isNotEmpty();
    rule.check(CLASSES);
    for (Offender offender : offenders) {
      assertThat(rule.evaluate(offender.compiled()).hasViolation()).as("the rule catches %s", offender.sources()).isTrue();
    }
  }

  /** The same with offenders of one type each. */
  static void keeps(ArchRule rule, String... offenders) {
    keeps(rule, Arrays.stream(offenders).map(Offender::of).toArray(Offender[]::new));
  }
}
