package dev.seeder.rows;

import dev.seeder.schema.LiveReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The parents that a row can have: the rows of one table, or of several whose foreign keys share
 * columns and so have to agree, such as two that both hold the tenant.
 *
 * <p>The reference with the most columns leads; each other one has the rows that agree with the
 * leader's in the columns they share. Where others share columns that the leader has not, one of
 * them is joined to the leader first. Immutable.
 */
final class ParentChoices implements Choices {

  private final List<String> columns = new ArrayList<>();
  private final List<int[]> places = new ArrayList<>();
  private final ParentRows leader;
  private final List<Follower> followers = new ArrayList<>();

  /** How many choices there are before each of the leader's rows; empty if each has just one. */
  private final long[] before;

  /** The rows of another reference, by what they share with the leader's. */
  private static final class Follower {

    private final ParentRows rows;
    private final int[] sharedWithLeader;
    private final Map<List<Object>, int[]> groups;

    Follower(ParentRows rows, int[] shared, int[] sharedWithLeader) {
      this.rows = rows;
      this.sharedWithLeader = sharedWithLeader;
      this.groups = rows.by(shared);
    }

    int[] matching(ParentRows leader, int row) {
      return groups.getOrDefault(leader.key(sharedWithLeader, row), new int[0]);
    }
  }

  private ParentChoices(List<LiveReference> references, List<ParentRows> parents) {
    List<String> leading = new ArrayList<>(references.get(0).columns());
    ParentRows rows = parents.get(0);
    List<LiveReference> others = new ArrayList<>(references.subList(1, references.size()));
    List<ParentRows> theirs = new ArrayList<>(parents.subList(1, parents.size()));
    int joined = next(leading, others);
    while (joined >= 0) {
      List<String> own = others.remove(joined).columns();
      rows = join(leading, rows, own, theirs.remove(joined));
      own.stream().filter(column -> !leading.contains(column)).forEach(leading::add);
      joined = next(leading, others);
    }
    for (int i = 0; i < leading.size(); i++) {
      columns.add(leading.get(i));
      places.add(new int[] {0, i});
    }
    for (int i = 0; i < others.size(); i++) {
      List<String> own = others.get(i).columns();
      Follower follower = follower(leading, own, theirs.get(i));
      ParentRows before = rows;
      rows = rows.where(row -> follower.matching(before, row).length > 0);
      followers.add(follower);
      for (int column = 0; column < own.size(); column++) {
        if (!columns.contains(own.get(column))) {
          columns.add(own.get(column));
          places.add(new int[] {i + 1, column});
        }
      }
    }
    leader = rows;
    before = followers.isEmpty() ? new long[0] : count();
  }

  /**
   * Returns the place of the reference to be joined to the leader next: one that shares a column
   * with the leader, and one with another that the leader has not; -1 if there is none.
   */
  private static int next(List<String> leading, List<LiveReference> others) {
    for (int i = 0; i < others.size(); i++) {
      var rest = new ArrayList<String>(others.get(i).columns());
      boolean near = rest.removeAll(leading);
      for (int j = 0; near && j < others.size(); j++) {
        if (j != i && !Collections.disjoint(others.get(j).columns(), rest)) {
          return i;
        }
      }
    }
    return -1;
  }

  private static ParentRows join(
      List<String> leading, ParentRows rows, List<String> own, ParentRows parents) {
    Follower follower = follower(leading, own, parents);
    int[] added =
        IntStream.range(0, own.size()).filter(i -> !leading.contains(own.get(i))).toArray();
    return rows.join(row -> follower.matching(rows, row), parents, added);
  }

  private static Follower follower(List<String> leading, List<String> own, ParentRows rows) {
    var shared = new ArrayList<String>(own);
    shared.retainAll(leading);
    int[] sharedHere = shared.stream().mapToInt(own::indexOf).toArray();
    int[] sharedThere = shared.stream().mapToInt(leading::indexOf).toArray();
    return new Follower(rows, sharedHere, sharedThere);
  }

  /**
   * Returns the choices of references that share columns, or of a single one.
   *
   * @param read reads the rows that a reference can refer to
   */
  static ParentChoices of(
      List<LiveReference> references, Function<LiveReference, ParentRows> read) {
    List<LiveReference> sorted =
        references.stream()
            .sorted(Comparator.comparingInt((LiveReference each) -> -each.columns().size()))
            .toList();
    return new ParentChoices(sorted, sorted.stream().map(read).toList());
  }

  private long[] count() {
    var sums = new long[leader.size() + 1];
    for (int row = 0; row < leader.size(); row++) {
      long product = 1;
      for (Follower follower : followers) {
        product *= follower.matching(leader, row).length;
      }
      sums[row + 1] = Math.addExact(sums[row], product);
    }
    return sums;
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  /** Returns 0 if there are no parents, which is up to the caller to refuse. */
  @Override
  public long size() {
    return followers.isEmpty() ? leader.size() : before[leader.size()];
  }

  @Override
  public Object at(int column, long index, long block) {
    int[] place = places.get(column);
    if (followers.isEmpty()) {
      return leader.value(place[1], (int) index);
    }
    int found = Arrays.binarySearch(before, index);
    int row = found >= 0 ? found : -found - 2;
    // rows of the leader without a choice have been taken out: no two sums are the same
    if (place[0] == 0) {
      return leader.value(place[1], row);
    }
    long rest = index - before[row];
    for (int i = 0; ; i++) {
      int[] matching = followers.get(i).matching(leader, row);
      if (i == place[0] - 1) {
        return followers.get(i).rows.value(place[1], matching[(int) (rest % matching.length)]);
      }
      rest /= matching.length;
    }
  }

  @Override
  public String describe() {
    return followers.isEmpty()
        ? leader.describe()
        : String.format(Locale.ROOT, "%,d combinations of rows of \"%s\"", size(), tables());
  }

  private String tables() {
    var names = new ArrayList<String>(List.of(leader.table()));
    followers.forEach(follower -> names.add(follower.rows.table()));
    return String.join("\", \"", names.stream().distinct().toList());
  }
}
