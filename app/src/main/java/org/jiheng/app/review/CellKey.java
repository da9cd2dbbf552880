package org.jiheng.app.review;

/**
 * The lasting name of a cell of a form, for example {@code indicator/018f…/target}. Parts are separated by slashes; a
 * key that is the beginning of another names a row or a section that contains it.
 */
public record CellKey(String path) implements Comparable<CellKey> {

  public CellKey {
    if (path == null || path.isBlank() || path.length() > 120 || path.startsWith("/") || path.endsWith("/")) {
      throw new IllegalArgumentException("not a cell key: " + path);
    }
  }

  public static CellKey of(Object... parts) {
    StringBuilder path = new StringBuilder();
    for (Object part : parts) {
      path.append(path.isEmpty() ? "" : "/").append(part);
    }
    return new CellKey(path.toString());
  }

  /** Whether this is the other key, or the row or section the other lies in. */
  public boolean contains(CellKey other) {
    return other.path.equals(path) || other.path.startsWith(path + "/");
  }

  /** The part with this index, counted from 0. */
  public String part(int index) {
    return path.split("/")[index];
  }

  public String last() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  @Override
  public int compareTo(CellKey other) {
    return path.compareTo(other.path);
  }

  @Override
  public String toString() {
    return path;
  }
}
