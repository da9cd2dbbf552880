package org.jiheng.infra.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of this machine. */
public final class Ports {

  private static final int LOWEST = 15_000;
  private static final int HIGHEST = 30_000;
  private static final int MOST_TRIES = 200;

  private Ports() {}

  /**
   * A port nobody listens on at this moment. Below those the system itself hands out to whoever calls somebody else, so that
   * it is still free when a slow starter comes to take it.
   */
  public static int free() {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (IOException taken) {
        continue;
      }
    }
    throw new IllegalStateException("no free port between " + LOWEST + " and " + HIGHEST);
  }

  /**
   * @param variable environment variable that moves the port
   * @throws StartFailedException naming the port and the variable, if somebody listens on it
   */
  public static void mustBeFree(int port, String variable) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException taken) {
      throw new StartFailedException(taken, "port.taken", String.valueOf(port), variable);
    }
  }
}
