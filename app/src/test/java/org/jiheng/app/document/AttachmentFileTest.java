package org.jiheng.app.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

/** Files people hand in (DOMAIN 12, input and file safety). */
class AttachmentFileTest {

  private static final byte[] PDF = "%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

  private static String problem(String name, byte[] content) {
    return AttachmentFile.of(name, content).problem().orElseThrow().code();
  }

  private static byte[] word() throws IOException {
    try (XWPFDocument document = new XWPFDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      document.createParagraph().createRun().setText("评价报告");
      document.write(out);
      return out.toByteArray();
    }
  }

  private static byte[] zip(String... entries) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String entry : entries) {
        zip.putNextEntry(new ZipEntry(entry));
        zip.write(new byte[10]);
      }
    }
    return out.toByteArray();
  }

  @Test
  void pdfAndWordAreTaken() throws IOException {
    assertThat(AttachmentFile.of("报告.pdf", PDF).value().orElseThrow().mediaType()).isEqualTo("application/pdf");
    assertThat(AttachmentFile.of("报告.DOCX", word()).value()).isPresent();
  }

  @Test
  void whatANameSaysIsNotBelieved() throws IOException {
    assertThat(problem("报告.pdf", word())).isEqualTo("attachment.not-pdf");
    assertThat(problem("报告.docx", PDF)).isEqualTo("attachment.not-word");
    assertThat(problem("报告.pdf", "%PDF-1.7 cut off".getBytes(StandardCharsets.US_ASCII))).isEqualTo("attachment.not-pdf");
    assertThat(problem("表.docx", zip("xl/workbook.xml"))).isEqualTo("attachment.not-word");
    assertThat(problem("报告.docx", "PK\u0003\u0004 and then nothing".getBytes(StandardCharsets.ISO_8859_1))).isEqualTo("attachment.not-word");
  }

  @Test
  void macrosAreNotTaken() throws IOException {
    assertThat(problem("报告.docx", zip("word/document.xml", "word/vbaProject.bin"))).isEqualTo("attachment.not-word");
  }

  @Test
  void otherKindsEmptyOnesAndLargeOnesAreNotTaken() {
    assertThat(problem("脚本.html", "<script>".getBytes(StandardCharsets.US_ASCII))).isEqualTo("attachment.other-type");
    assertThat(problem("报告.pdf", new byte[0])).isEqualTo("file.empty");
    assertThat(problem("报告.pdf", new byte[AttachmentFile.LARGEST + 1])).isEqualTo("attachment.too-large");
  }

  /** A received name goes out again with the file: the same signs are no names either way. */
  @Test
  void aNameThatHidesItsEndingOrIsADeviceIsKeptAsOneThatIsNot() {
    assertThat(AttachmentFile.of("报告\u202Efdp.docx.pdf", PDF).value().orElseThrow().name()).isEqualTo("报告_fdp.docx.pdf");
    assertThat(AttachmentFile.of("con.pdf", PDF).value().orElseThrow().name()).isEqualTo("_con.pdf");
    assertThat(AttachmentFile.of(".pdf", PDF).value().orElseThrow().name()).isEqualTo("_.pdf");
    assertThat(AttachmentFile.of("报告." + "x".repeat(400), PDF).problem().orElseThrow().inputs().get("file")).endsWith("…");
  }

  @Test
  void noPathOfTheClientIsKept() {
    assertThat(AttachmentFile.of("../../etc/报告.pdf", PDF).value().orElseThrow().name()).isEqualTo("报告.pdf");
    assertThat(AttachmentFile.of("C:\\桌面\\报告\"1\".pdf", PDF).value().orElseThrow().name()).isEqualTo("报告_1_.pdf");
    assertThat(AttachmentFile.of("长".repeat(300) + ".pdf", PDF).value().orElseThrow().name()).isEqualTo("长".repeat(64) + "….pdf");
  }
}
