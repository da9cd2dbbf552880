package org.jiheng.infra.run;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jiheng.infra.demo.Persona;
import org.jiheng.infra.demo.Personas;
import org.jiheng.infra.demo.Place;

/** The program behind {@code infra/run}: starts the product, says where it is, and stops it when it is told to. */
public final class Launcher {

  private static final int SECONDS_BETWEEN_LOOKS = 2;

  private final PrintStream console = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final CountDownLatch stopped = new CountDownLatch(1);

  /** Whether the start failed, and what had been started is stopped already. */
  private volatile boolean over;

  private Launcher() {}

  /** @param arguments the directory of the project */
  public static void main(String[] arguments) {
    Quiet.libraries();
    // when a signal has begun the end already, this waits for it
    System.exit(new Launcher().run(Path.of(arguments[0])));
  }

  private int run(Path project) {
    try {
      StackSettings settings = StackSettings.of(project, System.getenv());
      Stack stack = new Stack(settings, Progress.on(console));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack), "stop"));
      stack.start();
      // gives back what the start needed: from now on this process only waits
      System.gc();
      welcome(stack, settings);
      return await(stack);
    } catch (StartFailedException failure) {
      if (stopped.getCount() > 0) {
        console.println();
        console.println(failure.getMessage());
      }
      over = true;
      return 1;
    }
  }

  private void welcome(Stack stack, StackSettings settings) {
    console.println();
    console.println(Sentences.say("ready", stack.address()));
    if (settings.demo()) {
      console.println(Sentences.say("people", Personas.PASSWORD));
      for (Place place : Place.values()) {
        for (Persona person : Personas.leading(place)) {
          console.printf("  %-20s %s%n", person.username(), Sentences.say("person", place.title(), person.name(),
              Sentences.chinese("role." + person.role()), Sentences.english("role." + person.role())));
        }
      }
    }
    console.println(Sentences.say("stop-with", stack.logs()));
  }

  /** Until a signal comes, or a part ends that nobody stopped. */
  private int await(Stack stack) {
    try {
      while (!stopped.await(SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS)) {
        var fallen = stack.fallen();
        if (fallen.isPresent() && stopped.getCount() > 0) {
          console.println(Sentences.say("part.ended", fallen.get()));
          return 1;
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }

  private void stop(Stack stack) {
    stopped.countDown();
    if (over) {
      return;
    }
    console.println();
    console.println(Sentences.say("stopping"));
    stack.close();
    console.println(Sentences.say("stopped"));
  }
}
