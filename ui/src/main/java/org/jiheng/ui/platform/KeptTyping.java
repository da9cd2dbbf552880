package org.jiheng.ui.platform;

import com.vaadin.flow.component.UI;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What was typed into a dialog whose person has to prove anew who it is: kept by the tab of the browser, because the session ends
 * meanwhile and an address is no place for reasons and names. Kept for one dialog alone, taken back once, forgotten when it is closed.
 */
final class KeptTyping {

  private static final String KEY = "jiheng:waiting:";

  private final String key;

  /** @param dialog names what it asks for and of whom, so that no other takes back what was typed here */
  KeptTyping(String dialog) {
    key = KEY + dialog;
  }

  /** @param texts by the identifier of their field */
  void keep(Map<String, String> texts) {
    JsonObjectBuilder kept = Json.createObjectBuilder();
    texts.forEach(kept::add);
    UI.getCurrent().getPage().executeJs("sessionStorage.setItem($0, $1)", key, kept.build().toString());
  }

  /** Hands over what was kept, if anything was, and forgets it. */
  void takeBack(Consumer<Map<String, String>> into) {
    UI.getCurrent().getPage().executeJs("""
        const kept = sessionStorage.getItem($0);
        sessionStorage.removeItem($0);
        return kept || '{}';""", key).then(String.class, kept -> into.accept(read(kept)));
  }

  /** What was kept is wanted no more. */
  void forget() {
    UI.getCurrent().getPage().executeJs("sessionStorage.removeItem($0)", key);
  }

  private static Map<String, String> read(String kept) {
    Map<String, String> texts = new LinkedHashMap<>();
    try (JsonReader reader = Json.createReader(new StringReader(kept))) {
      var object = reader.readObject();
      object.keySet().forEach(field -> texts.put(field, object.getString(field)));
    }
    return texts;
  }
}
