package org.jiheng.app.review;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Parsed;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Score;
import org.jiheng.app.common.TypedText;
import org.jiheng.app.common.Words;

/** What belongs into a cell: how the text a person types is read to the text the form keeps. */
public sealed interface CellKind {

  /**
   * @param bare the unit of money without one
   * @return the text the form keeps, empty for an emptied cell; or what is wrong with the typed one
   */
  default Parsed<String> read(String typed, Money.In bare) {
    String text = TypedText.of(typed).strip();
    return text.isEmpty() ? Parsed.ok("") : readFilled(text, bare);
  }

  /** A text the form keeps, as people read it: what was chosen in words, everything else as it is. */
  default String said(String kept, Words language) {
    return kept;
  }

  /** @param text not empty, without blanks around it */
  Parsed<String> readFilled(String text, Money.In bare);

  /** Words, of several lines if need be. @param longest most characters */
  record Text(int longest) implements CellKind {

    @Override
    public Parsed<String> readFilled(String text, Money.In bare) {
      return text.length() > longest
          ? Parsed.bad(text, new Problem("text.too-long", Map.of("length", String.valueOf(text.length()), "longest", String.valueOf(longest))))
          : Parsed.ok(text);
    }
  }

  /** Money: typed and shown in 万元, kept in yuan with two decimals. */
  record Amount() implements CellKind {

    @Override
    public Parsed<String> readFilled(String text, Money.In bare) {
      return kept(Money.parse(text, bare));
    }
  }

  /** Points or a weight from 0 to 100, with two decimals. */
  record Points() implements CellKind {

    @Override
    public Parsed<String> readFilled(String text, Money.In bare) {
      return kept(Score.parse(text));
    }
  }

  /** A day, kept as 2023-05-31; typed so, or as 2023/5/31, 2023.5.31 or 2023年5月31日. */
  record Day() implements CellKind {

    private static final Pattern DAY = Pattern.compile("([0-9]{4})(?:-|/|\\.|年)([0-9]{1,2})(?:-|/|\\.|月)([0-9]{1,2})日?");

    @Override
    public Parsed<String> readFilled(String text, Money.In bare) {
      Matcher day = DAY.matcher(text);
      try {
        if (day.matches()) {
          return Parsed.ok(LocalDate.of(number(day, 1), number(day, 2), number(day, 3)).toString());
        }
      } catch (DateTimeException noSuchDay) {
        // said below, as for a text that is no day at all
      }
      return Parsed.bad(text, new Problem("day.unreadable", Map.of("typed", text)));
    }

    private static int number(Matcher day, int part) {
      return Integer.parseInt(day.group(part));
    }
  }

  /**
   * One of several codes.
   *
   * @param words beginning of the message keys that say what the codes are called, for example {@code achievement.}
   */
  record Choice(String words, List<String> codes) implements CellKind {

    public Choice {
      codes = List.copyOf(codes);
    }

    public static Choice of(String words, Enum<?>[] constants) {
      return new Choice(words, Arrays.stream(constants).map(Enum::name).toList());
    }

    @Override
    public String said(String kept, Words language) {
      return codes.contains(kept) ? language.say(words + kept) : kept;
    }

    @Override
    public Parsed<String> readFilled(String text, Money.In bare) {
      return codes.contains(text) ? Parsed.ok(text) : Parsed.bad(text, new Problem("choice.unknown", Map.of("typed", text)));
    }
  }

  private static Parsed<String> kept(Parsed<?> parsed) {
    return parsed.problem()
        .<Parsed<String>>map(problem -> Parsed.bad("", problem))
        .orElseGet(() -> Parsed.ok(parsed.value().orElseThrow().toString()));
  }
}
