package org.jiheng.infra.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Properties;
import org.jiheng.infra.demo.Persona;
import org.jiheng.infra.demo.Personas;
import org.junit.jupiter.api.Test;

class SentencesTest {

  private static Properties sentences(String file) throws IOException {
    Properties sentences = new Properties();
    sentences.load(new InputStreamReader(SentencesTest.class.getResourceAsStream(file), StandardCharsets.UTF_8));
    return sentences;
  }

  @Test
  void everySentenceIsSaidInBothLanguages() throws IOException {
    assertThat(sentences("sentences.properties").keySet()).isEqualTo(sentences("sentences_en.properties").keySet());
  }

  @Test
  void aDatabaseThatAnsweredIsNotSaidToBeSilent() {
    for (String silent : new String[] {null, "08001", "08006", "57P03"}) {
      assertThat(Sentences.ofDatabase(new SQLException("x", silent))).as(silent).contains("没有应答");
    }
    for (String refused : new String[] {"23514", "42501", "40001", "57014"}) {
      assertThat(Sentences.ofDatabase(new SQLException("x", refused))).as(refused).contains("数据库拒绝了这一步").doesNotContain("没有应答");
    }
  }

  @Test
  void everyRoleOfTheDemonstrationHasAName() {
    assertThat(Personas.all()).extracting(Persona::role).allSatisfy(role -> assertThat(Sentences.say("role." + role)).isNotBlank());
  }
}
