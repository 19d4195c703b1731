package dev.seeder.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A process that runs the seed on several databases at once, each in a thread of its own, and says
 * where it is: {@code START 0}, {@code HALF 0}, {@code LAST 0}, {@code done 0}.
 */
final class ChildProgram {

  private ChildProgram() {}

  /**
   * Waits for one line, which says what to do: database, way, address, and so on.
   *
   * <p>A place given as the only argument is where the program waits to be killed.
   */
  public static void main(String[] arguments) throws IOException {
    String stop = arguments.length == 0 ? "" : arguments[0];
    System.out.println("ready");
    var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String[] words = input.readLine().split(" ", -1);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < words.length; i += 3) {
      int number = i / 3;
      FaultDatabase database = FaultDatabase.valueOf(words[i]);
      Way way = Way.valueOf(words[i + 1]);
      String url = words[i + 2];
      threads.add(
          new Thread(
              () -> {
                way.run(
                    database.dataSource(url),
                    place -> {
                      System.out.println(place + " " + number);
                      if (place.name().equals(stop)) {
                        waitForEver();
                      }
                    });
                System.out.println("done " + number);
              }));
    }
    threads.forEach(Thread::start);
  }

  private static void waitForEver() {
    try {
      Thread.sleep(Long.MAX_VALUE);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
