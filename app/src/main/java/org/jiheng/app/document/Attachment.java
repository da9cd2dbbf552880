package org.jiheng.app.document;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.jiheng.tenants.scope.Caller;

/** A file as it was handed in, kept in the jurisdiction's own schema. Its name in the store is random; it is never changed. */
@Entity
@Table(name = "attachment")
public class Attachment {

  @Id
  private UUID id;

  private UUID subject;
  private String place;

  @Column(name = "file_name")
  private String fileName;

  @Column(name = "media_type")
  private String mediaType;

  private int size;
  private String sha256;
  private byte[] content;
  private Instant at;

  @Column(name = "by_name")
  private String byName;

  protected Attachment() {}

  Attachment(UUID subject, String place, AttachmentFile file, Caller by, Instant at) {
    // random, not counted up and not made of the time: knowing one says nothing about another
    this.id = UUID.randomUUID();
    this.subject = subject;
    this.place = place;
    this.fileName = file.name();
    this.mediaType = file.mediaType();
    this.content = file.content().clone();
    this.size = content.length;
    this.sha256 = digest(content);
    this.at = at;
    this.byName = by.name();
  }

  static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  public UUID id() {
    return id;
  }

  public String fileName() {
    return fileName;
  }

  public String mediaType() {
    return mediaType;
  }

  /** SHA-256 of the content, 64 hexadecimal digits. */
  public String sha256() {
    return sha256;
  }

  public byte[] content() {
    return content.clone();
  }

  boolean sound() {
    return digest(content).equals(sha256);
  }
}
