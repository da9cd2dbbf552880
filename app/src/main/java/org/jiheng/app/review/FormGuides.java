package org.jiheng.app.review;

import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.document.Attachment;

/** Says what finance tells those who fill in a form. Tasks stand above this room; the room of tasks says it. */
public interface FormGuides {

  /** The guide of the task a form belongs to; empty where there is none, and for whoever has not to do with its unit's work. */
  Optional<FormGuide> of(FormHead form);

  /** A file of a task's guide. @throws NoSuchFormException if there is none that concerns the caller */
  Attachment file(UUID task, UUID file);
}
