package org.jiheng.tenants.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jiheng.tenants.audit.Chain.Broken;
import org.jiheng.tenants.audit.Chain.Link;
import org.junit.jupiter.api.Test;

/** A trail cannot be changed anywhere without showing it (GB/T 22239-2019, security audit). */
class ChainTest {

  private static List<Link> chain(int links) {
    List<Link> chain = new ArrayList<>();
    String previous = Chain.BEGINNING;
    for (int number = 1; number <= links; number++) {
      List<String> fields = List.of("person " + number, "CHANGE", "before", "after");
      String digest = Chain.digest(previous, number, fields);
      chain.add(new Link(number, fields, previous, digest));
      previous = digest;
    }
    return chain;
  }

  private static Optional<Broken> fault(List<Link> links) {
    Chain.Verification verification = new Chain.Verification();
    return links.stream().map(verification::next).flatMap(Optional::stream).findFirst();
  }

  @Test
  void anUntouchedChainIsSound() {
    assertThat(fault(chain(50))).isEmpty();
  }

  @Test
  void aChangedEntryIsFoundWhereItStands() {
    List<Link> chain = chain(9);
    Link old = chain.get(4);
    chain.set(4, new Link(old.number(), List.of("person 5", "CHANGE", "before", "AFTER"), old.previous(), old.digest()));
    assertThat(fault(chain)).contains(new Broken(5, Fault.CHANGED));
  }

  @Test
  void aChangedEntryWithItsOwnDigestMadeAnewBreaksTheNextOne() {
    List<Link> chain = chain(9);
    Link old = chain.get(4);
    List<String> forged = List.of("somebody else", "CHANGE", "before", "after");
    chain.set(4, new Link(5, forged, old.previous(), Chain.digest(old.previous(), 5, forged)));
    assertThat(fault(chain)).contains(new Broken(6, Fault.UNCHAINED));
  }

  @Test
  void aLeftOutEntryIsMissed() {
    List<Link> chain = chain(9);
    chain.remove(3);
    assertThat(fault(chain)).contains(new Broken(4, Fault.MISSING));
  }

  @Test
  void twoEntriesInEachOthersPlaceAreFound() {
    List<Link> chain = chain(9);
    Link third = chain.get(2);
    chain.set(2, chain.get(3));
    chain.set(3, third);
    assertThat(fault(chain)).contains(new Broken(3, Fault.MISSING));
  }

  @Test
  void aCutOffEndShowsInTheHeadThatWasWrittenDown() {
    assertThat(head(chain(9))).isNotEqualTo(head(chain(8)));
  }

  private static String head(List<Link> links) {
    Chain.Verification verification = new Chain.Verification();
    links.forEach(verification::next);
    return verification.head();
  }

  private static Following followed(int links, int seen, String seenHead) {
    Following following = new Following(seen, seenHead);
    List<Link> chain = chain(links);
    following.follow(chain.subList(0, links / 2));
    following.follow(chain.subList(links / 2, links));
    following.ended();
    return following;
  }

  @Test
  void aChainThatIsShorterThanItOnceWasIsFound() {
    assertThat(followed(8, 9, head(chain(9))).broken()).contains(new Broken(9, Fault.CUT_OFF));
  }

  @Test
  void aChainMadeAnewIsNotTheOneThatWasSeen() {
    assertThat(followed(9, 5, head(chain(4))).broken()).contains(new Broken(5, Fault.REPLACED));
  }

  @Test
  void aChainThatHasGrownSinceItWasSeenIsSound() {
    Following following = followed(9, 5, head(chain(5)));
    assertThat(following.broken()).isEmpty();
    assertThat(following.followed()).isEqualTo(9);
    assertThat(following.head()).isEqualTo(head(chain(9)));
  }

  @Test
  void noTextCanBeShiftedFromOneFieldToTheNext() {
    assertThat(IntStream.range(0, 4).mapToObj(cut -> Chain.digest(Chain.BEGINNING, 1, List.of("abcd".substring(0, cut), "abcd".substring(cut)))))
        .doesNotHaveDuplicates();
  }
}
