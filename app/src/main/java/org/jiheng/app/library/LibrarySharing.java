package org.jiheng.app.library;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusalsRecorded;
import org.jiheng.app.review.RefusedException;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.audit.Record;
import org.jiheng.tenants.audit.Trail;
import org.jiheng.tenants.identity.Registry;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.Scope;

/**
 * Which of its indicators the prefecture shows which of its counties (DOMAIN 3.10). At first everything is shown to all of them; the
 * database shows a county nothing that is not in this list.
 */
@ApplicationScoped
@RefusalsRecorded(value = Act.ADMINISTER, about = LibrarySharing.SUBJECT)
@Transactional(dontRollbackOn = NoSuchFormException.class)
public class LibrarySharing {

  static final String SUBJECT = "LIBRARY_SHARE";

  /**
   * What is to be shown to whom.
   *
   * @param county code; empty: all of the prefecture, also those that come later
   * @param industry a whole industry; with {@code entry} empty, too, the whole library
   * @param entry one indicator
   */
  public record Wish(Optional<String> county, Optional<String> industry, Optional<UUID> entry) {}

  /** A line of the list, with the name of the indicator. */
  public record Shown(LibraryShare share, Optional<String> indicator) {}

  @PersistenceContext
  private EntityManager database;

  @Inject
  private LibraryQueries queries;

  @Inject
  private Registry registry;

  @Inject
  private BusinessClock clock;

  @Inject
  private Trail trail;

  private static String prefecture() {
    LibraryRights rights = LibraryQueries.rights();
    if (!rights.keeps() || !rights.prefecture()) {
      throw new RefusedException(Refusal.because("library-shared-by-prefecture"));
    }
    return Scope.current().jurisdiction().code().value();
  }

  /** Counties of the prefecture, for a choice. */
  public List<Jurisdiction> counties() {
    String own = prefecture();
    return registry.jurisdictions().stream().filter(one -> one.parent().filter(code -> code.value().equals(own)).isPresent()).toList();
  }

  /** What is shown to whom, in the order in which it was said. */
  public List<Shown> all() {
    prefecture();
    return database.createQuery("select s from LibraryShare s order by s.sharedAt, s.id", LibraryShare.class).getResultStream()
        .map(one -> new Shown(one, one.entry().map(entry -> queries.versions(entry).getFirst().indicator().names().level3()))).toList();
  }

  /** @throws RefusedException if it is shown already, or the county is not the prefecture's */
  public void share(Wish wish) {
    String own = prefecture();
    wish.county().ifPresent(code -> {
      if (counties().stream().noneMatch(one -> one.code().value().equals(code))) {
        throw new RefusedException(Refusal.because("library-foreign-county", "county", code));
      }
    });
    wish.entry().ifPresent(queries::versions);
    boolean there = database.createQuery("select s from LibraryShare s", LibraryShare.class).getResultStream()
        .anyMatch(one -> new Wish(one.county(), one.industry(), one.entry()).equals(wish));
    if (there || wish.industry().isPresent() && wish.entry().isPresent()) {
      throw new RefusedException(Refusal.because("library-shared-already"));
    }
    LibraryShare share = new LibraryShare(own, wish, Scope.current().caller().name(), clock.now());
    database.persist(share);
    trail.add(Record.of(Act.ADMINISTER, SUBJECT + "/" + share.id(), title(wish)).changed("", said(wish)));
    database.flush();
  }

  /** The counties do not see it any more; what their goals have taken they keep. */
  public void withdraw(UUID id) {
    prefecture();
    LibraryShare share = Optional.ofNullable(database.find(LibraryShare.class, id)).orElseThrow(NoSuchFormException::new);
    Wish wish = new Wish(share.county(), share.industry(), share.entry());
    database.remove(share);
    trail.add(Record.of(Act.ADMINISTER, SUBJECT + "/" + id, title(wish)).changed(said(wish), ""));
    database.flush();
  }

  private String title(Wish wish) {
    return wish.entry().map(entry -> queries.versions(entry).getFirst().indicator().names().level3()).or(wish::industry).orElse("");
  }

  private static String said(Wish wish) {
    return wish.county().orElse(Scope.current().jurisdiction().name());
  }
}
