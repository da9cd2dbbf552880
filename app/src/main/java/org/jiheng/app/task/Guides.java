package org.jiheng.app.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.calendar.Task;
import org.jiheng.app.calendar.TaskState;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.common.TypedText;
import org.jiheng.app.document.Attachment;
import org.jiheng.app.document.AttachmentFile;
import org.jiheng.app.document.Attachments;
import org.jiheng.app.review.FormGuide;
import org.jiheng.app.review.FormGuides;
import org.jiheng.app.review.FormHead;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusalsRecorded;
import org.jiheng.app.review.RefusedException;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.audit.Record;
import org.jiheng.tenants.audit.Trail;
import org.jiheng.tenants.scope.Caller;

/**
 * 编报说明: what the performance office tells those who fill in the forms of a task, in words and files (S9). Kept with the task, version
 * by version; whoever the task concerns reads it where the work is done.
 */
@ApplicationScoped
@RefusalsRecorded(about = Tasks.SUBJECT)
@Transactional(dontRollbackOn = NoSuchFormException.class)
public class Guides implements FormGuides {

  /** Characters of a guide, at the most. */
  public static final int LONGEST = 8000;

  /** Files of a guide, at the most. */
  public static final int MOST_FILES = 20;

  /** Where in the task its files belong to. */
  private static final String PLACE = "guide";

  @PersistenceContext
  private EntityManager database;

  @Inject
  private Calendar calendar;

  @Inject
  private Attachments attachments;

  @Inject
  private BusinessClock clock;

  @Inject
  private Trail trail;

  /** The guide of a task as it stands; empty if there is none. @throws NoSuchFormException if the task does not concern the caller */
  public Optional<FormGuide> of(UUID task) {
    return latest(concerning(task)).filter(FormGuide::says);
  }

  @Override
  public Optional<FormGuide> of(FormHead form) {
    if (!Rights.sees(form.unit())) {
      return Optional.empty();
    }
    return calendar.plan(List.of(form.fiscalYear())).nearest(form.formType(), form.fiscalYear(), form.unit())
        .filter(Task::guided).flatMap(this::latest).filter(FormGuide::says);
  }

  /** Every version, the latest first. @throws NoSuchFormException if the task does not concern the caller */
  public List<FormGuide> versions(UUID task) {
    Task found = concerning(task);
    Map<UUID, Attachments.Head> files = attachments.of(task);
    return database.createQuery("select g from TaskGuide g where g.task = :task order by g.number desc", TaskGuide.class)
        .setParameter("task", task).getResultStream().map(guide -> guide(found, guide, files)).toList();
  }

  private Optional<FormGuide> latest(Task task) {
    return database.createQuery("select g from TaskGuide g where g.task = :task order by g.number desc", TaskGuide.class)
        .setParameter("task", task.id()).setMaxResults(1).getResultStream().findFirst().map(guide -> guide(task, guide, attachments.of(task.id())));
  }

  private FormGuide guide(Task task, TaskGuide guide, Map<UUID, Attachments.Head> files) {
    Set<UUID> own = files.isEmpty() ? Set.of() : database.createQuery("select f.attachment from TaskGuideFile f where f.task = :task and f.number = :number", UUID.class)
        .setParameter("task", guide.task()).setParameter("number", guide.number()).getResultStream().collect(Collectors.toSet());
    return new FormGuide(guide.task(), task.title(), guide.number(), guide.text(), guide.byName(), guide.at(),
        files.values().stream().filter(file -> own.contains(file.id())).toList());
  }

  private Task concerning(UUID id) {
    Rights.concerned();
    return Optional.ofNullable(database.find(Task.class, id)).filter(Rights::touches).orElseThrow(NoSuchFormException::new);
  }

  /**
   * Gives a task another version of its guide; without words and files it is taken back.
   *
   * @param seen number of the version the office was looking at; 0 for none
   * @param kept files of that version that go with the new one, too
   * @throws RefusedException if it is not the caller's to do, says too much, changes nothing, or somebody was faster
   */
  @RefusalsRecorded(value = Act.ADMINISTER, about = Tasks.SUBJECT)
  public void give(UUID id, int seen, String typed, Set<UUID> kept, Collection<AttachmentFile> added) {
    Caller office = Rights.office();
    Task task = Optional.ofNullable(database.find(Task.class, id, LockModeType.PESSIMISTIC_WRITE)).orElseThrow(NoSuchFormException::new);
    if (task.state() == TaskState.CANCELLED) {
      throw new RefusedException(Refusal.because("task-cancelled"));
    }
    Optional<FormGuide> before = latest(task);
    String text = TypedText.of(typed).strip();
    Set<UUID> files = new HashSet<>(before.map(FormGuide::files).orElse(List.of()).stream().map(Attachments.Head::id).toList());
    boolean sameFiles = kept.containsAll(files) && added.isEmpty();
    files.retainAll(kept);
    mayBeGiven(before, seen, text, files.size() + added.size(), sameFiles);
    added.forEach(file -> files.add(attachments.keep(id, PLACE, file)));
    TaskGuide guide = new TaskGuide(id, seen + 1, text, office, clock.now());
    database.persist(guide);
    files.forEach(file -> database.persist(new TaskGuideFile(guide, file)));
    task.guided(!text.isEmpty() || !files.isEmpty());
    database.flush();
    recorded(task, before, latest(task).orElseThrow());
  }

  private static void mayBeGiven(Optional<FormGuide> before, int seen, String text, int files, boolean sameFiles) {
    if (before.map(FormGuide::number).orElse(0) != seen) {
      throw new RefusedException(Refusal.because("guide-changed-meanwhile"));
    }
    if (text.length() > LONGEST) {
      throw new RefusedException(Refusal.because("guide-too-long", "longest", LONGEST));
    }
    if (files > MOST_FILES) {
      throw new RefusedException(Refusal.because("guide-too-many-files", "most", MOST_FILES));
    }
    if (sameFiles && text.equals(before.map(FormGuide::text).orElse(""))) {
      throw new RefusedException(Refusal.because("guide-says-the-same"));
    }
  }

  private void recorded(Task task, Optional<FormGuide> before, FormGuide now) {
    trail.add(Record.of(Act.ADMINISTER, Tasks.SUBJECT + "/" + task.id() + "/guide", task.title())
        .changed(before.map(Guides::said).orElse(""), said(now)));
  }

  /** In one line: the words, and the files by their digests. */
  private static String said(FormGuide guide) {
    return guide.files().stream().map(file -> file.fileName() + " " + file.sha256()).collect(Collectors.joining("; ", guide.text() + " ", "")).strip();
  }

  @Override
  @RefusalsRecorded(value = Act.EXPORT, about = Tasks.SUBJECT)
  public Attachment file(UUID task, UUID file) {
    concerning(task);
    Attachment found = attachments.find(task, file).orElseThrow(NoSuchFormException::new);
    trail.addReading(Record.of(Act.EXPORT, "ATTACHMENT/" + found.id(), found.fileName()).because(Tasks.SUBJECT + "/" + task));
    return found;
  }
}
