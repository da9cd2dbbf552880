package org.jiheng.tenants.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jiheng.tenants.scope.NoScopeException;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;

/**
 * The trail as the audit administrator reads it: searched, followed, exported, never edited. To be called in the administrator's
 * own scope; reading happens under {@link Scope#auditTrail()}, in transactions of its own. Whoever else asks is refused, and that
 * is on the record.
 */
@ApplicationScoped
public class AuditTrail {

  /** Subject of what is done with the trail itself. */
  public static final String SUBJECT = "AUDIT_TRAIL";

  @Inject
  private Trail trail;

  @Inject
  private TrailEntries entries;

  @Inject
  private Chains chains;

  /** An entry, and its number in the chain; it has one about a second after it was written. */
  public record Line(Optional<Long> number, AuditEntry entry) {}

  /**
   * How the trail stands.
   *
   * @param loose entries that are not chained: those of the last second, or those that can no longer be
   * @param checked the latest check of the whole chain, the worker's or an administrator's
   */
  public record Standing(long links, long loose, Optional<AuditCheck> checked) {}

  /** The latest first. */
  public List<Line> page(TrailFilter filter, int offset, int limit) {
    return reading(() -> entries.page(filter, offset, limit));
  }

  public long count(TrailFilter filter) {
    return reading(() -> entries.count(filter));
  }

  public Optional<Line> find(UUID entry) {
    return reading(() -> entries.find(entry));
  }

  public Standing standing() {
    return reading(() -> new Standing(chains.links(), chains.loose(), chains.latestCheck()));
  }

  /** Hands over all entries that are looked for, in the order in which they were made; itself on the record, first. */
  public void export(TrailFilter filter, Consumer<Stream<Line>> reader) {
    recorded(Act.EXPORT, filter.said());
    reading(() -> {
      entries.each(filter, reader);
      return null;
    });
  }

  /** Writes the whole chain as a {@link TrailFile}; itself on the record, first. */
  public void exportChain(OutputStream out) {
    recorded(Act.EXPORT, TrailFile.FORMAT);
    Scope scope = Scope.current();
    reading(() -> {
      TrailFile.Writer file = TrailFile.begin(out, new TrailFile.Head(scope.jurisdiction().code().value(), scope.jurisdiction().name(),
          trail.now(), scope.caller().username()));
      for (List<AuditLink> block = chains.after(0); !block.isEmpty(); block = chains.after(block.getLast().number())) {
        for (AuditLink link : block) {
          file.write(link.forVerification());
        }
      }
      file.end();
      return null;
    });
  }

  /** The blocks in which the chain is followed: the number of the link before each. To be taken in this order. */
  public List<Long> blocks() {
    return reading(() -> LongStream.iterate(0, number -> number + Chains.BLOCK)
        .limit(chains.links() / Chains.BLOCK + 1).boxed().toList());
  }

  /** Begins to follow the chain; on the record. */
  public Following follow() {
    recorded(Act.VERIFY, "");
    return reading(() -> begun(chains));
  }

  static Following begun(Chains chains) {
    return chains.longestSeen().map(seen -> new Following(seen.followed(), seen.head())).orElseGet(() -> new Following(0, Chain.BEGINNING));
  }

  /** Follows one of the {@link #blocks()}. */
  public void follow(Following following, long block) {
    List<Chain.Link> links = reading(() -> chains.after(block)).stream().map(AuditLink::forVerification).toList();
    following.follow(links);
  }

  /** All blocks have been followed: what that has shown is kept. */
  public void followed(Following following) {
    String name = Scope.current().caller().name();
    following.ended();
    reading(() -> {
      chains.keep(name, following);
      return null;
    });
  }

  private void recorded(Act act, String note) {
    onlyForTheAdministrator();
    trail.addWhateverHappens(Record.of(act, SUBJECT, "").because(note));
  }

  private <T> T reading(Callable<T> work) {
    onlyForTheAdministrator();
    try {
      return Scope.current().auditTrail().call(work);
    } catch (RuntimeException thrown) {
      throw thrown;
    } catch (Exception thrown) {
      throw new IllegalStateException(thrown);
    }
  }

  private void onlyForTheAdministrator() {
    Scope scope = Scope.current();
    if (!scope.caller().holds(Role.AUDIT_ADMIN)) {
      trail.addWhateverHappens(Record.of(Act.READ, SUBJECT, "").not(Outcome.REFUSED, "not-the-audit-administrator"));
      throw new NoScopeException("the audit trail of " + scope.jurisdiction().code() + " is not this caller's to read");
    }
  }
}
