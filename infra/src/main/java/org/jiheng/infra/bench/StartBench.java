package org.jiheng.infra.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jiheng.infra.run.Database;
import org.jiheng.infra.run.Stack;
import org.jiheng.infra.run.StackSettings;
import org.jiheng.tenants.provisioning.Provisioning;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.JurisdictionCode;

/** Measures how long the application takes to start with the few tenants of the demonstration, and with many more beside them. */
public final class StartBench {

  private static final JurisdictionCode PREFECTURE = new JurisdictionCode("653000");
  private static final int FIRST = 700_000;
  private static final int STARTS = 5;

  private StartBench() {}

  /** @param arguments directory of the project, and how many tenants are added; 1,000 if nothing is said */
  public static void main(String[] arguments) throws Exception {
    int tenants = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1000;
    try (Stack stack = Stack.start(StackSettings.temporary(Path.of(arguments[0])))) {
      double few = start(stack);
      Provisioning provisioning = new Provisioning(stack.migrator(), Database.LOGIN);
      for (int i = 0; i < tenants; i++) {
        provisioning.jurisdiction(new Jurisdiction(new JurisdictionCode(String.valueOf(FIRST + i)), "县" + i, Optional.of(PREFECTURE)));
      }
      provisioning.migrate();
      double many = start(stack);
      System.out.printf(Locale.ROOT, "start of the application until it answers: median of %d %.2f s with the tenants of the demonstration, "
          + "%.2f s with %d more, ratio %.3f%n", STARTS, few, many, tenants, many / few);
    }
  }

  private static double start(Stack stack) {
    List<Double> took = new ArrayList<>();
    for (int i = 0; i < STARTS; i++) {
      AtomicLong began = new AtomicLong();
      stack.restartServer(() -> began.set(System.nanoTime()));
      took.add((System.nanoTime() - began.get()) / 1e9);
    }
    return took.stream().sorted().toList().get(STARTS / 2);
  }
}
