package dev.seeder.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A graph as a list from top to bottom: beside it, what others need has a track that leads down to
 * them. Long graphs stay readable on a narrow screen so.
 */
final class StopGraph {

  private static final int HEIGHT = 46;
  private static final int TRACK = 11;
  private static final int TEXT = 250;
  private static final int LONGEST_TITLE = 28;
  private static final int LONGEST_NOTE = 42;
  private static final int COLORS = 6;

  private final List<Stop> stops;
  private final List<Track> tracks = new ArrayList<>();
  private final int dots;

  private record Track(int from, List<Integer> to, int place) {
    int first() {
      return Math.min(from, to.get(0));
    }

    int last() {
      return Math.max(from, to.get(to.size() - 1));
    }
  }

  private StopGraph(List<Stop> stops) {
    this.stops = stops;
    for (int i = 0; i < stops.size(); i++) {
      String name = stops.get(i).name();
      int from = i;
      List<Integer> to =
          IntStream.range(0, stops.size())
              .filter(other -> other != from && stops.get(other).needs().contains(name))
              .boxed()
              .toList();
      if (!to.isEmpty()) {
        tracks.add(new Track(from, to, freePlace(new Track(from, to, 0))));
      }
    }
    int places = tracks.stream().mapToInt(track -> track.place() + 1).max().orElse(0);
    dots = places * TRACK + 14;
  }

  static void draw(Markup page, List<Stop> stops, String label) {
    new StopGraph(stops).draw(page, label);
  }

  private int freePlace(Track wanted) {
    int place = 0;
    while (isTaken(place, wanted)) {
      place++;
    }
    return place;
  }

  private boolean isTaken(int place, Track wanted) {
    return tracks.stream()
        .anyMatch(
            track ->
                track.place() == place
                    && track.first() <= wanted.last()
                    && wanted.first() <= track.last());
  }

  private void draw(Markup page, String label) {
    int width = dots + TEXT;
    int height = stops.size() * HEIGHT;
    page.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "class",
        "graph",
        "role",
        "group",
        "aria-label",
        label,
        "width",
        String.valueOf(width),
        "height",
        String.valueOf(height),
        "viewBox",
        "0 0 " + width + " " + height);
    tracks.forEach(track -> draw(page, track));
    for (int i = 0; i < stops.size(); i++) {
      draw(page, stops.get(i), middle(i));
    }
    page.close("svg").line();
  }

  private void draw(Markup page, Track track) {
    // the first track is the one beside the dots
    int x = dots - 14 - track.place() * TRACK;
    var path = new StringBuilder();
    for (int to : track.to()) {
      int start = middle(track.from());
      int end = middle(to);
      int bend = end > start ? 8 : -8;
      path.append(
          String.format(
              Locale.ROOT,
              "M%d %d H%d Q%d %d %d %d V%d Q%d %d %d %d H%d ",
              dots,
              start,
              x + 8,
              x,
              start,
              x,
              start + bend,
              end - bend,
              x,
              end,
              x + 8,
              end,
              dots - 7));
    }
    page.empty("path", "d", path.toString().strip(), "class", "track c" + track.place() % COLORS);
    for (int to : track.to()) {
      int y = middle(to);
      page.empty(
          "path",
          "d",
          String.format(Locale.ROOT, "M%d %d l-5 -4 v8 z", dots - 5, y),
          "class",
          "tip c" + track.place() % COLORS);
    }
  }

  private void draw(Markup page, Stop stop, int y) {
    String x = String.valueOf(dots + 13);
    page.open("g", "class", stop.kind());
    page.element("title", stop.title() + ": " + stop.note());
    page.empty(
        "circle", "class", "dot", "cx", String.valueOf(dots), "cy", String.valueOf(y), "r", "5");
    if (!stop.link().isEmpty()) {
      page.open("a", "href", stop.link());
    }
    page.element(
        "text", cut(stop.title(), LONGEST_TITLE), "class", "title", "x", x, "y", String.valueOf(y));
    if (!stop.link().isEmpty()) {
      page.close("a");
    }
    page.element(
        "text",
        cut(stop.note(), LONGEST_NOTE),
        "class",
        "note",
        "x",
        x,
        "y",
        String.valueOf(y + 15));
    page.close("g");
  }

  private static int middle(int line) {
    return line * HEIGHT + 18;
  }

  private static String cut(String text, int longest) {
    if (text.codePointCount(0, text.length()) <= longest) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
  }
}
