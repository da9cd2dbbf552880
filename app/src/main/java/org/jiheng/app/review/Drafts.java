package org.jiheng.app.review;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** The drafts one person has in one form, as they are while that person's edits are taken. Asked of the database once. */
public final class Drafts {

  private final UUID review;
  private final UUID person;
  private final Map<CellKey, Draft> there;
  private final Instant now;
  private final Consumer<Draft> store;
  private final Consumer<Draft> remove;

  Drafts(UUID review, UUID person, Map<CellKey, Draft> there, Instant now, Consumer<Draft> store, Consumer<Draft> remove) {
    this.review = review;
    this.person = person;
    this.there = there;
    this.now = now;
    this.store = store;
    this.remove = remove;
  }

  /** Keeps what the person typed and the form could not take. */
  public void keep(CellEdit edit) {
    Draft draft = there.get(edit.cell());
    if (draft == null) {
      draft = new Draft(review, person, edit, now);
      store.accept(draft);
      there.put(edit.cell(), draft);
    } else {
      draft.retyped(edit, now);
    }
  }

  /** Forgets the draft of a cell, if there is one. */
  public void drop(CellKey cell) {
    Draft draft = there.remove(cell);
    if (draft != null) {
      remove.accept(draft);
    }
  }
}
