package org.jiheng.app.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What every prefecture begins with is the collected library, line by line: no indicator is lost, and none is added. */
class SeedTest {

  private static final Pattern ROW = Pattern.compile("^  \\(([0-9]+), '([0-9]+)', '([^']*)', '([^']*)', '([^']*)', (true|false), '([^']*)', "
      + "'([A-Z]+)', (null|'[A-Z_]+'), '([^']*)', '([^']*)', '([^']*)'\\)[,;]$", Pattern.MULTILINE);

  private static final Map<String, String> KINDS = Map.of(">=", "QUANT 'AT_LEAST'", "<=", "QUANT 'AT_MOST'", "=", "QUANT 'EQUAL'",
      "deadline", "DATE null", "qualitative", "QUAL null");

  @Test
  void theSeedIsTheCollectedLibrary() throws IOException {
    List<String[]> collected = lines().stream().skip(1).map(line -> line.split("\t", -1)).toList();
    List<MatchResult> seeded = ROW.matcher(migration()).results().toList();
    assertThat(collected).hasSize(573);
    assertThat(seeded).hasSameSizeAs(collected);
    for (int i = 0; i < collected.size(); i++) {
      String[] line = collected.get(i);
      MatchResult row = seeded.get(i);
      assertThat(row.group(5)).as("name").isEqualTo(line[2].strip().replaceFirst("^★+", ""));
      assertThat(row.group(8) + " " + row.group(9)).as(line[2]).isEqualTo(KINDS.get(line[4]));
      assertThat(row.group(6)).as(line[2]).isEqualTo(String.valueOf(line[6].startsWith("共性")));
      assertThat(row.group(12)).as("source").isEqualTo(line[7]);
    }
    assertThat(seeded).extracting(row -> row.group(2)).as("codes").doesNotHaveDuplicates();
  }

  /** 产出, 产出值 and 产出目标 are one level; what a set for evaluation calls its levels stays. */
  @Test
  void namesOfTheTreeAreSpelledInOneWay() throws IOException {
    List<MatchResult> seeded = ROW.matcher(migration()).results().toList();
    assertThat(seeded).extracting(row -> row.group(3)).contains("产出指标", "效益指标", "过程").doesNotContain("产出", "产出值", "效果指标");
    assertThat(seeded).filteredOn(row -> row.group(3).equals("产出指标")).extracting(row -> row.group(4)).doesNotContain("数量", "数量值", "质量目标");
  }

  private static String migration() throws IOException {
    try (InputStream file = Objects.requireNonNull(
        SeedTest.class.getResourceAsStream("/org/jiheng/tenants/migration/platform/V10__shared_indicator_library.sql"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<String> lines() {
    var file = Objects.requireNonNull(SeedTest.class.getResourceAsStream("indicator-library.tsv"));
    return new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8)).lines().toList();
  }
}
