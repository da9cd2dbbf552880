package org.jiheng.tenants.exchange;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.tenants.scope.JurisdictionCode;

/**
 * What is to be sent; who sends it, when, and its place in the chain are added by the {@link Exchange}.
 *
 * @param kind what it is, in capitals, for example {@code TRANSFER_NOTICE}; says how the payload is read
 * @param receiver the jurisdiction above the sender, or one below it
 * @param key of the command: the same key a second time sends nothing
 * @param subject lasting name of what it is about, the same on both sides
 * @param title the same in words
 * @param schemaVersion version of the payload's layout, from 1
 * @param payload one JSON object
 * @param answers the envelope this one answers; empty if none
 */
public record Letter(
    String kind, JurisdictionCode receiver, String key, String subject, String title, int schemaVersion, String payload,
    Optional<UUID> answers, List<File> files) {

  /** A file that goes along. */
  public record File(String name, String mediaType, byte[] content) {

    public File {
      content = content.clone();
    }

    @Override
    public byte[] content() {
      return content.clone();
    }

    /** SHA-256 of the content, 64 hexadecimal digits. */
    public String sha256() {
      try {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
      } catch (NoSuchAlgorithmException everyJavaHasIt) {
        throw new IllegalStateException(everyJavaHasIt);
      }
    }
  }

  public Letter {
    files = List.copyOf(files);
  }

  /** The list of files as the envelope keeps it and its digest covers it. */
  String enclosed() {
    JsonArrayBuilder list = Json.createArrayBuilder();
    files.forEach(file -> list.add(Json.createObjectBuilder()
        .add("name", file.name()).add("type", file.mediaType()).add("size", file.content.length).add("sha256", file.sha256())));
    return list.build().toString();
  }
}
