package org.jiheng.ui.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.streams.DownloadEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jiheng.app.document.FileName;
import org.jiheng.ui.frame.ListFrame.Column;

/** The links of a list that hand out files: written beside first, so that a slow line holds no transaction. */
public final class ExcelLink {

  private ExcelLink() {}

  /** Writes the lines an export shows. */
  @FunctionalInterface
  public interface Export<T> {

    /**
     * @param columns what stands over the columns
     * @param cells a line as the columns show it
     */
    void write(String name, List<String> columns, Function<T, List<Object>> cells, OutputStream out) throws IOException;
  }

  /** Writes a file. */
  @FunctionalInterface
  public interface Content {
    void write(OutputStream out) throws IOException;
  }

  /** The link that exports what the list shows. */
  public static <T> Component of(ListFrame<T> list, String name, Export<T> export) {
    // the download runs beside the screen, where nothing tells the language
    UI ui = UI.getCurrent();
    Anchor link = new Anchor(event -> {
      List<Column<T>> shown = shown(list, event.getSession());
      hand(event, FileName.of(name, "xlsx"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", out ->
          inLanguageOf(ui, () -> export.write(name, shown.stream().map(column -> ui.getTranslation("column." + column.key())).toList(),
              line -> shown.stream().map(column -> column.value().apply(line)).toList(), out)));
    }, list.getTranslation("list.export"));
    link.setId("export");
    return link;
  }

  /** What is written. */
  @FunctionalInterface
  private interface Writing {
    void run() throws IOException;
  }

  /** Texts are in the language of the screen that is current, and beside the screens none is. */
  private static void inLanguageOf(UI ui, Writing writing) throws IOException {
    UI before = UI.getCurrent();
    UI.setCurrent(ui);
    try {
      writing.run();
    } finally {
      UI.setCurrent(before);
    }
  }

  /** Hands out a file of this name and type. */
  public static void hand(DownloadEvent event, String fileName, String type, Content content) throws IOException {
    event.setFileName(fileName);
    event.setContentType(type);
    Path file = Files.createTempFile("export", ".tmp");
    try {
      try (OutputStream out = Files.newOutputStream(file)) {
        content.write(out);
      }
      Files.copy(file, event.getOutputStream());
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /** A download runs beside the screen: what the screen shows is asked under the session's lock. */
  private static <T> List<Column<T>> shown(ListFrame<T> list, VaadinSession session) {
    session.lock();
    try {
      return list.shown();
    } finally {
      session.unlock();
    }
  }
}
