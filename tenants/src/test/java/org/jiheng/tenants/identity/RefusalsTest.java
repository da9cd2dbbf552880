package org.jiheng.tenants.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jiheng.tenants.identity.TurnedAway.Why;
import org.jiheng.tenants.scope.Caller;
import org.junit.jupiter.api.Test;

/** What programs do at the door is told once, each apart from the others. */
class RefusalsTest {

  private Instant now = Instant.parse("2023-04-18T02:00:00Z");
  private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
  private final List<TurnedAway> told = new ArrayList<>();
  private final Refusals refusals = new Refusals(clock, told::add);
  private final ToldOnce once = new ToldOnce(clock);

  @Test
  void theSameRefusalIsToldOnceAMinute() {
    for (int i = 0; i < 3; i++) {
      refusals.add(Caller.unknown("10.0.0.1"), Why.NOT_SIGNED_IN);
    }
    assertThat(told).hasSize(1);
    now = now.plusSeconds(60);
    refusals.add(Caller.unknown("10.0.0.1"), Why.NOT_SIGNED_IN);
    assertThat(told).hasSize(2);
  }

  @Test
  void aFloodOfAddressesIsToldOnceAsSuchAndKeepsNobodyKnownOffTheRecord() {
    for (int i = 0; i < 5000; i++) {
      refusals.add(Caller.unknown("10.0." + i / 250 + "." + i % 250), Why.NOT_SIGNED_IN);
    }
    assertThat(told).hasSize(Refusals.MOST_UNKNOWN + 1);
    assertThat(told).extracting(TurnedAway::why).containsOnlyOnce(Why.TOO_MANY_UNKNOWN).last().isEqualTo(Why.TOO_MANY_UNKNOWN);
    Caller known = new Caller(UUID.randomUUID(), "program-653001-x", "x", List.of()).from("10.0.0.1");
    refusals.add(known, Why.NO_MEMBERSHIP);
    assertThat(told).last().isEqualTo(new TurnedAway(known, Way.TOKEN, Why.NO_MEMBERSHIP));
    now = now.plusSeconds(61);
    refusals.add(Caller.unknown("10.9.9.9"), Why.NOT_SIGNED_IN);
    assertThat(told).last().extracting(TurnedAway::why).isEqualTo(Why.NOT_SIGNED_IN);
  }

  @Test
  void aSignInIsRememberedUntilItsTokenExpiresHoweverManyOthersThereAre() {
    AtomicInteger first = new AtomicInteger();
    once.once("first", now.plus(Duration.ofMinutes(5)), first::incrementAndGet);
    for (int i = 0; i < 20_000; i++) {
      once.once("other " + i, now.plusSeconds(30), () -> { });
    }
    now = now.plusSeconds(120);
    once.once("first", now, first::incrementAndGet);
    assertThat(first).hasValue(1);
    assertThat(once.size()).as("what has expired is dropped").isEqualTo(1);
    now = now.plus(Duration.ofMinutes(5));
    once.once("first", now.plusSeconds(1), first::incrementAndGet);
    assertThat(first).hasValue(2);
  }

  @Test
  void whatCouldNotBeToldIsToldByTheNext() {
    AtomicInteger count = new AtomicInteger();
    assertThatThrownBy(() -> once.once("x", now.plusSeconds(9), () -> {
      throw new IllegalStateException("unwritten");
    })).hasMessage("unwritten");
    once.once("x", now.plusSeconds(9), count::incrementAndGet);
    assertThat(count).hasValue(1);
  }

  /** A county whose trail is slow holds up no other county's programs. */
  @Test
  void whileOneIsToldAnotherIsNotHeldUp() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch slow = new CountDownLatch(1);
    AtomicInteger same = new AtomicInteger();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      try {
        threads.submit(() -> once.once("653001", now.plusSeconds(9), () -> {
          begun.countDown();
          waited(slow);
          same.incrementAndGet();
        }));
        waited(begun);
        threads.submit(() -> once.once("653001", now.plusSeconds(9), same::incrementAndGet));
        threads.submit(() -> once.once("653022", now.plusSeconds(9), () -> { })).get(5, TimeUnit.SECONDS);
      } finally {
        slow.countDown();
      }
    }
    assertThat(same).as("two first ones at once are one").hasValue(1);
  }

  private static void waited(CountDownLatch latch) {
    try {
      assertThat(latch.await(5, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
