package dev.seeder.words;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A part of a compiled template. Immutable.
 *
 * <p>Each node makes the draws that Datafaker makes for the same part, in the same order.
 */
sealed interface Node {

  /** More combinations than this are counted as this many. */
  long MANY = 1L << 60;

  /** Appends one text, drawn. */
  void draw(RandomGenerator random, StringBuilder text);

  /** Returns how many combinations there are, the same text perhaps more than once. */
  long size();

  /** Appends the combination of the index. */
  void at(long index, StringBuilder text);

  /** Returns how many characters the longest text has. */
  int longest();

  /** Returns one text, drawn. */
  default String draw(RandomGenerator random) {
    var text = new StringBuilder(48);
    draw(random, text);
    return text.toString();
  }

  /** The same text always, without a draw. */
  record Literal(String value) implements Node {

    @Override
    public String draw(RandomGenerator random) {
      return value;
    }

    @Override
    public void draw(RandomGenerator random, StringBuilder text) {
      text.append(value);
    }

    @Override
    public long size() {
      return 1;
    }

    @Override
    public int longest() {
      return value.length();
    }

    @Override
    public void at(long index, StringBuilder text) {
      text.append(value);
    }
  }

  /** One of several words, in one draw. */
  @SuppressWarnings("ArrayRecordComponent") // never compared; an array is what is fast
  record Pick(String[] values) implements Node {

    @Override
    public String draw(RandomGenerator random) {
      return values[random.nextInt(values.length)];
    }

    @Override
    public void draw(RandomGenerator random, StringBuilder text) {
      text.append(draw(random));
    }

    @Override
    public long size() {
      return values.length;
    }

    @Override
    public int longest() {
      return Arrays.stream(values).mapToInt(String::length).max().orElse(0);
    }

    @Override
    public void at(long index, StringBuilder text) {
      text.append(values[(int) index]);
    }
  }

  /** One of several templates, in one draw. */
  record Choice(List<Node> nodes, long size) implements Node {

    static Choice of(List<Node> nodes) {
      long size = 0;
      for (Node node : nodes) {
        size = Math.min(MANY, size + node.size());
      }
      return new Choice(List.copyOf(nodes), size);
    }

    @Override
    public String draw(RandomGenerator random) {
      return nodes.get(random.nextInt(nodes.size())).draw(random);
    }

    @Override
    public void draw(RandomGenerator random, StringBuilder text) {
      nodes.get(random.nextInt(nodes.size())).draw(random, text);
    }

    @Override
    public int longest() {
      return nodes.stream().mapToInt(Node::longest).max().orElse(0);
    }

    @Override
    public void at(long index, StringBuilder text) {
      long rest = index;
      for (Node node : nodes) {
        if (rest < node.size()) {
          node.at(rest, text);
          return;
        }
        rest -= node.size();
      }
    }
  }

  /** One after the other. */
  record Concat(List<Node> nodes, long size) implements Node {

    static Node of(List<Node> nodes) {
      if (nodes.size() == 1) {
        return nodes.get(0);
      }
      long size = 1;
      for (Node node : nodes) {
        size = size > MANY / node.size() ? MANY : size * node.size();
      }
      return new Concat(List.copyOf(nodes), size);
    }

    @Override
    public void draw(RandomGenerator random, StringBuilder text) {
      for (int i = 0; i < nodes.size(); i++) {
        nodes.get(i).draw(random, text);
      }
    }

    @Override
    public int longest() {
      return nodes.stream().mapToInt(Node::longest).sum();
    }

    @Override
    public void at(long index, StringBuilder text) {
      long rest = index;
      for (Node node : nodes) {
        node.at(rest % node.size(), text);
        rest /= node.size();
      }
    }
  }

  /** Characters and, at the marks, what was drawn for them. */
  record Mask(String pattern, boolean letters) implements Node {

    private static final int DIGITS_AT_ONCE = 9;

    @Override
    public void draw(RandomGenerator random, StringBuilder text) {
      for (int i = 0; i < pattern.length(); i++) {
        char mark = pattern.charAt(i);
        if (mark == '#') {
          int end = i + 1;
          while (end < pattern.length() && end - i < DIGITS_AT_ONCE && pattern.charAt(end) == '#') {
            end++;
          }
          digits(random, end - i, text);
          i = end - 1;
        } else if (mark == 'Ø') {
          text.append((char) ('0' + random.nextInt(1, 10)));
        } else {
          text.append(letters && mark == '?' ? (char) ('a' + random.nextInt(26)) : mark);
        }
      }
    }

    /** The lowest digit comes first, and a digit more is drawn than used: as Datafaker has it. */
    private static void digits(RandomGenerator random, int count, StringBuilder text) {
      int bound = 1;
      for (int i = 0; i <= count; i++) {
        bound *= 10;
      }
      int number = random.nextInt(bound);
      for (int i = 0; i < count; i++) {
        text.append((char) ('0' + number % 10));
        number /= 10;
      }
    }

    @Override
    public long size() {
      long size = 1;
      for (int i = 0; i < pattern.length(); i++) {
        int width = width(pattern.charAt(i));
        size = size > MANY / width ? MANY : size * width;
      }
      return size;
    }

    @Override
    public int longest() {
      return pattern.length();
    }

    @Override
    public void at(long index, StringBuilder text) {
      long rest = index;
      for (int i = 0; i < pattern.length(); i++) {
        char mark = pattern.charAt(i);
        int width = width(mark);
        int choice = (int) (rest % width);
        rest /= width;
        char first = mark == '#' ? '0' : mark == 'Ø' ? '1' : 'a';
        text.append(width == 1 ? mark : (char) (first + choice));
      }
    }

    private int width(char mark) {
      return mark == '#' ? 10 : mark == 'Ø' ? 9 : letters && mark == '?' ? 26 : 1;
    }
  }

  /** A whole number, both ends included. */
  record Counted(int low, int high) implements Node {

    @Override
    public void draw(RandomGenerator random, StringBuilder text) {
      text.append(random.nextInt(low, high + 1));
    }

    @Override
    public long size() {
      return high - low + 1L;
    }

    @Override
    public int longest() {
      return Math.max(String.valueOf(low).length(), String.valueOf(high).length());
    }

    @Override
    public void at(long index, StringBuilder text) {
      text.append(low + index);
    }
  }
}
