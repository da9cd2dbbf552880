package org.jiheng.infra.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jiheng.tenants.audit.Chain;
import org.jiheng.tenants.audit.TrailFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An exported trail proves by itself that nobody has touched it, or says where somebody has. */
class VerifyTrailTest {

  private static final int LINKS = 5;

  @TempDir
  private Path folder;

  private Path file;
  private final List<String> digests = new ArrayList<>();

  private record Told(int status, String text) {}

  @BeforeEach
  void aTrail() throws IOException {
    file = folder.resolve("trail.jsonl");
    try (OutputStream out = Files.newOutputStream(file)) {
      TrailFile.Writer writer = TrailFile.begin(out, new TrailFile.Head("653001", "阿图什市", Instant.EPOCH, "artux.audit"));
      String previous = Chain.BEGINNING;
      for (int number = 1; number <= LINKS; number++) {
        List<String> fields = new ArrayList<>();
        for (String name : Chain.FIELDS) {
          fields.add(name + " \"" + number + "\" 绩效\n");
        }
        String digest = Chain.digest(previous, number, fields);
        writer.write(new Chain.Link(number, fields, previous, digest));
        digests.add(digest);
        previous = digest;
      }
      writer.end();
    }
  }

  private Told verified(String... more) {
    List<String> arguments = new ArrayList<>(List.of(file.toString()));
    arguments.addAll(List.of(more));
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    int status = VerifyTrail.run(arguments.toArray(String[]::new), new PrintStream(text, true, StandardCharsets.UTF_8));
    return new Told(status, text.toString(StandardCharsets.UTF_8));
  }

  private interface Forgery {
    void on(List<String> lines);
  }

  private void forged(Forgery forgery) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    forgery.on(lines);
    Files.write(file, lines);
  }

  @Test
  void anUntouchedFileIsIntact() {
    Told told = verified();
    assertThat(told.status()).isZero();
    assertThat(told.text()).contains("阿图什市").contains("完整").contains("intact").contains("可采信 5 条").contains(digests.getLast());
  }

  @Test
  void aChangedWordIsFoundInItsLine() throws IOException {
    forged(lines -> lines.set(3, lines.get(3).replaceFirst("\"after\":\"after", "\"after\":\"AFTER")));
    Told told = verified();
    assertThat(told.status()).isEqualTo(1);
    assertThat(told.text()).contains("第 4 行起断裂").contains("内容在入链后被改动").contains("可采信 2 条");
  }

  @Test
  void aLineTakenOutIsMissed() throws IOException {
    forged(lines -> lines.remove(2));
    assertThat(verified().text()).contains("第 3 行起断裂").contains("缺少这一条");
  }

  @Test
  void aLineNobodyCanReadIsNamed() throws IOException {
    forged(lines -> lines.set(2, "{\"number\":2}"));
    assertThat(verified().text()).contains("第 3 行起断裂").contains("此行无法读懂");
  }

  @Test
  void aFileWithoutItsEndWasCutOff() throws IOException {
    forged(lines -> lines.removeLast());
    assertThat(verified()).extracting(Told::status).isEqualTo(1);
    assertThat(verified().text()).contains("被截断").contains("cut off").contains("可采信 5 条");
    forged(lines -> lines.removeLast());
    assertThat(verified().text()).contains("被截断").contains("可采信 4 条");
    String whole = Files.readString(file);
    Files.writeString(file, whole.substring(0, whole.length() - 40));
    assertThat(verified().text()).contains("被截断").contains("可采信 3 条");
  }

  @Test
  void anEndThatDoesNotFitWhatStandsBeforeItShowsThatSomethingWasCutOff() throws IOException {
    forged(lines -> lines.remove(LINKS));
    assertThat(verified().text()).contains("被截断").contains("可采信 4 条");
    forged(lines -> lines.add("{\"number\":6}"));
    assertThat(verified().status()).isEqualTo(1);
  }

  @Test
  void aDigestThatWasWrittenDownHasToOccur() {
    assertThat(verified(digests.get(2)).status()).isZero();
    Told told = verified("f".repeat(64));
    assertThat(told.status()).isEqualTo(1);
    assertThat(told.text()).contains("没有此前抄存的摘要");
  }

  @Test
  void whatIsNoTrailIsSaidToBeNone() throws IOException {
    for (String other : List.of("", "hello", "{}", "{\"format\":\"something/1\"}", "[]")) {
      Files.writeString(file, other);
      assertThat(verified().status()).as(other).isEqualTo(1);
      assertThat(verified().text()).as(other).contains("不是导出的审计链条文件");
    }
    Files.delete(file);
    assertThat(verified().status()).isEqualTo(2);
    assertThat(verified("no digest").text()).contains("用法");
  }
}
