package org.jiheng.tenants.audit;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A trail as a plain file that can be verified without any database: lines of JSON in UTF-8. The first says whose trail it is;
 * then one line a link, with its number, the digest before, its own digest, and the entry's fields as {@link Chain#FIELDS} names
 * them; the last says how many links there are and the digest of the last one.
 */
public final class TrailFile {

  public static final String FORMAT = "jiheng-trail/1";

  private static final String FIRST = "format";
  private static final String LAST = "links";

  private TrailFile() {}

  /** Whose trail it is, when it was exported and by whom. */
  public record Head(String jurisdiction, String name, Instant exported, String by) {}

  /** Writes the first line. */
  public static Writer begin(OutputStream out, Head head) throws IOException {
    Writer writer = new Writer(out);
    writer.line(Json.createObjectBuilder().add(FIRST, FORMAT).add("jurisdiction", head.jurisdiction()).add("name", head.name())
        .add("exported", head.exported().toString()).add("by", head.by()));
    return writer;
  }

  /** Writes link by link. */
  public static final class Writer {

    private final OutputStream out;
    private long links;
    private String head = Chain.BEGINNING;

    private Writer(OutputStream out) {
      this.out = out;
    }

    public void write(Chain.Link link) throws IOException {
      JsonObjectBuilder entry = Json.createObjectBuilder();
      for (int i = 0; i < Chain.FIELDS.size(); i++) {
        entry.add(Chain.FIELDS.get(i), link.fields().get(i));
      }
      line(Json.createObjectBuilder().add("number", link.number()).add("previous", link.previous()).add("digest", link.digest())
          .add("entry", entry));
      links++;
      head = link.digest();
    }

    /** Writes the last line; a file without it was cut off. */
    public void end() throws IOException {
      line(Json.createObjectBuilder().add(LAST, links).add("head", head));
      out.flush();
    }

    private void line(JsonObjectBuilder line) throws IOException {
      out.write((line.build() + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  /**
   * What reading a file has shown.
   *
   * @param head whose trail it says it is; empty if it is no such file
   * @param followed how many links are sound, from the first on
   * @param digest digest of the last of them
   * @param line line of the file at which it is broken, counted from 1
   * @param fault how; empty for a sound file, and for a line that cannot be read
   * @param known whether the digest that was asked for is one of the chain's
   */
  public record Read(Optional<Head> head, long followed, String digest, Optional<Long> line, Optional<Fault> fault, boolean known) {

    /** Whole, sound, and the chain that was asked for. */
    public boolean intact() {
      return head.isPresent() && line.isEmpty() && known;
    }
  }

  /**
   * Follows a file to its end, or to the first fault.
   *
   * @param known a digest that was written down earlier and must occur; {@link Chain#BEGINNING} occurs in every chain
   */
  public static Read read(BufferedReader lines, String known) throws IOException {
    Chain.Verification verification = new Chain.Verification();
    boolean found = known.equals(Chain.BEGINNING);
    long number = 1;
    Optional<Head> head = parsed(lines.readLine()).flatMap(TrailFile::head);
    if (head.isEmpty()) {
      return new Read(head, 0, Chain.BEGINNING, Optional.of(number), Optional.empty(), found);
    }
    Optional<Fault> fault = Optional.empty();
    for (String text = lines.readLine(); text != null; text = lines.readLine()) {
      number++;
      Optional<JsonObject> line = parsed(text);
      if (line.filter(one -> one.containsKey(LAST)).isPresent()) {
        fault = ended(line.get(), verification, lines.readLine());
        return new Read(head, verification.followed(), verification.head(), fault.isEmpty() ? Optional.empty() : Optional.of(number), fault,
            found);
      }
      Optional<Chain.Link> link = line.flatMap(TrailFile::link);
      if (link.isEmpty()) {
        // half a line at the very end was cut off; in the middle somebody has written it
        fault = lines.readLine() == null ? Optional.of(Fault.CUT_OFF) : Optional.empty();
        return new Read(head, verification.followed(), verification.head(), Optional.of(number), fault, found);
      }
      fault = verification.next(link.get()).map(Chain.Broken::fault);
      if (fault.isPresent()) {
        return new Read(head, verification.followed(), verification.head(), Optional.of(number), fault, found);
      }
      found |= link.get().digest().equals(known);
    }
    return new Read(head, verification.followed(), verification.head(), Optional.of(number + 1), Optional.of(Fault.CUT_OFF), found);
  }

  private static Optional<Fault> ended(JsonObject last, Chain.Verification verification, String after) {
    boolean whole = after == null && String.valueOf(verification.followed()).equals(String.valueOf(last.get(LAST)))
        && verification.head().equals(last.getString("head", ""));
    return whole ? Optional.empty() : Optional.of(Fault.CUT_OFF);
  }

  private static Optional<JsonObject> parsed(String line) {
    if (line == null) {
      return Optional.empty();
    }
    try (JsonReader reader = Json.createReader(new StringReader(line))) {
      return Optional.of(reader.readObject());
    } catch (JsonException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<Head> head(JsonObject line) {
    try {
      return Optional.of(line).filter(one -> FORMAT.equals(one.getString(FIRST, "")))
          .map(one -> new Head(one.getString("jurisdiction"), one.getString("name"), Instant.parse(one.getString("exported")), one.getString("by")));
    } catch (RuntimeException incomplete) {
      return Optional.empty();
    }
  }

  private static Optional<Chain.Link> link(JsonObject line) {
    try {
      JsonObject entry = line.getJsonObject("entry");
      List<String> fields = Chain.FIELDS.stream().map(entry::getString).toList();
      return Optional.of(new Chain.Link(line.getJsonNumber("number").longValueExact(), fields, line.getString("previous"), line.getString("digest")));
    } catch (RuntimeException incomplete) {
      return Optional.empty();
    }
  }
}
