package org.jiheng.app.library;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
  /** Identifiers in one statement. */
  private static final int BLOCK = 1000;

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

  /** What is shown to whom, in the order in which it was said: two statements, however long it is. */
  public List<Shown> all() {
    prefecture();
    List<LibraryShare> shares = shares();
    Map<UUID, String> names = names(shares.stream().flatMap(one -> one.entry().stream()).toList());
    return shares.stream().map(one -> new Shown(one, one.entry().map(names::get))).toList();
  }

  private List<LibraryShare> shares() {
    return database.createQuery("select s from LibraryShare s where s.prefecture = :own order by s.sharedAt, s.id", LibraryShare.class)
        .setParameter("own", prefecture()).getResultList();
  }

  private Map<UUID, String> names(Collection<UUID> entries) {
    Map<UUID, String> names = new HashMap<>();
    List<UUID> all = entries.stream().distinct().toList();
    for (int from = 0; from < all.size(); from += BLOCK) {
      queries.asked("l.indicatorId, l.content.level3", " and l.newest = true and l.indicatorId in :ids",
              Map.of("ids", all.subList(from, Math.min(all.size(), from + BLOCK))), "", Object[].class).getResultList()
          .forEach(row -> names.put((UUID) row[0], (String) row[1]));
    }
    return names;
  }

  /** @throws RefusedException if it is shown already, or the county is not the prefecture's */
  public void share(Wish wish) {
    if (shareEach(wish.county(), wish.industry(), wish.entry().stream().toList()) == 0) {
      throw new RefusedException(Refusal.because("library-shared-already"));
    }
  }

  /**
   * Shows several indicators at once; those that are shown already are passed over.
   *
   * @return how many are newly shown
   * @throws RefusedException if the county is not the prefecture's
   * @throws NoSuchFormException if one of them is not in the library
   */
  public int shareAll(Optional<String> county, Collection<UUID> entries) {
    return shareEach(county, Optional.empty(), List.copyOf(new LinkedHashSet<>(entries)));
  }

  private int shareEach(Optional<String> county, Optional<String> industry, List<UUID> entries) {
    String own = prefecture();
    county.ifPresent(code -> {
      if (counties().stream().noneMatch(one -> one.code().value().equals(code))) {
        throw new RefusedException(Refusal.because("library-foreign-county", "county", code));
      }
    });
    if (industry.isPresent() && !entries.isEmpty()) {
      throw new RefusedException(Refusal.because("library-shared-already"));
    }
    Map<UUID, String> names = names(entries);
    if (names.size() < entries.size()) {
      throw new NoSuchFormException();
    }
    Set<Wish> there = shares().stream().map(one -> new Wish(one.county(), one.industry(), one.entry())).collect(Collectors.toSet());
    List<Wish> wishes = entries.isEmpty() ? List.of(new Wish(county, industry, Optional.empty()))
        : entries.stream().map(entry -> new Wish(county, Optional.empty(), Optional.of(entry))).toList();
    List<Wish> fresh = wishes.stream().filter(wish -> !there.contains(wish)).toList();
    fresh.forEach(wish -> keep(own, wish, wish.entry().map(names::get).or(wish::industry).orElse("")));
    database.flush();
    return fresh.size();
  }

  private void keep(String own, Wish wish, String title) {
    LibraryShare share = new LibraryShare(own, wish, Scope.current().caller().name(), clock.now());
    database.persist(share);
    trail.add(Record.of(Act.ADMINISTER, SUBJECT + "/" + share.id(), title).changed("", said(wish)));
  }

  /** The counties do not see it any more; what their goals have taken they keep. */
  public void withdraw(UUID id) {
    LibraryShare share = shares().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(NoSuchFormException::new);
    Wish wish = new Wish(share.county(), share.industry(), share.entry());
    database.remove(share);
    trail.add(Record.of(Act.ADMINISTER, SUBJECT + "/" + id, title(wish)).changed(said(wish), ""));
    database.flush();
  }

  private String title(Wish wish) {
    return wish.entry().map(entry -> names(List.of(entry)).getOrDefault(entry, "")).or(wish::industry).orElse("");
  }

  private static String said(Wish wish) {
    return wish.county().orElse(Scope.current().jurisdiction().name());
  }
}
