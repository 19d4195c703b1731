package dev.seeder.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Walks Datafaker's templates down to its word lists.
 *
 * <p>It knows what most of Datafaker's methods do: pick from the list of their name. What it
 * guesses wrong shows when the result is compared with Datafaker's own. Not safe for use by several
 * threads.
 */
final class TemplateCompiler {

  /** Methods that are named otherwise than the list they pick from. */
  private static final Map<String, String> LISTS =
      Map.of("name.full_name", "name.name", "address.zip_code", "address.postcode");

  /** Methods that put digits into what they picked, and letters where it says true. */
  private static final Map<String, Boolean> MASKED =
      Map.of(
          "address.postcode", true,
          "address.building_number", false,
          "address.secondary_address", false,
          "address.mail_box", false);

  private static final Map<String, Node> NUMBERS =
      Map.of("address.street_address_number", new Node.Counted(1, 1000));

  private final Function<String, @Nullable Object> lists;
  private final Map<String, Node> made = new HashMap<>();
  private final Set<String> open = new HashSet<>();

  /**
   * Makes a compiler.
   *
   * @param lists what a key such as "name.first_name" names: a list, or one text
   */
  TemplateCompiler(Function<String, @Nullable Object> lists) {
    this.lists = lists;
  }

  /** Returns the tree of a text with expressions such as #{Name.first_name}; null if in doubt. */
  @Nullable Node compile(String template, String provider) {
    List<Node> nodes = new ArrayList<>();
    int start = 0;
    while (start < template.length()) {
      int begin = template.indexOf("#{", start);
      int end = begin < 0 ? -1 : template.indexOf('}', begin);
      if (end < 0) {
        nodes.add(new Node.Literal(template.substring(start)));
        break;
      }
      if (begin > start) {
        nodes.add(new Node.Literal(template.substring(start, begin)));
      }
      Node node = directive(template.substring(begin + 2, end), provider);
      if (node == null) {
        return null;
      }
      nodes.add(node);
      start = end + 1;
    }
    return nodes.isEmpty() ? new Node.Literal("") : Node.Concat.of(nodes);
  }

  private @Nullable Node directive(String directive, String provider) {
    if (!directive.matches("[A-Za-z0-9_.]+")) {
      return null;
    }
    String key = underscores(directive.contains(".") ? directive : provider + "." + directive);
    String name = directive.contains(".") ? directive : key;
    Node known = made.get(name);
    if (known != null) {
      return known;
    }
    if (!open.add(key)) {
      return null;
    }
    // capital letter: a method of that name comes first; without, the list
    boolean method = Character.isUpperCase(directive.charAt(0)) || !directive.contains(".");
    Node node = method ? method(key) : list(key);
    open.remove(key);
    if (node != null) {
      made.put(name, node);
    }
    return node;
  }

  private @Nullable Node method(String key) {
    Node number = NUMBERS.get(key);
    if (number != null) {
      return number;
    }
    String list = LISTS.getOrDefault(key, key);
    Node node = list(list);
    if (node == null) {
      return null;
    }
    return MASKED.containsKey(list) ? masked(node, MASKED.get(list)) : node;
  }

  private @Nullable Node list(String key) {
    String provider = key.substring(0, key.indexOf('.'));
    Object found = lists.apply(key);
    List<?> items =
        found instanceof List<?> list ? list : found == null ? List.of() : List.of(found);
    List<Node> nodes = new ArrayList<>(items.size());
    for (Object item : items) {
      boolean regex = found instanceof String pattern && pattern.startsWith("/");
      Node node = item instanceof String text && !regex ? compile(text, provider) : null;
      if (node == null) {
        return null;
      }
      nodes.add(node);
    }
    return nodes.isEmpty() ? null : choice(nodes);
  }

  private static Node choice(List<Node> nodes) {
    if (nodes.size() == 1) {
      return nodes.get(0);
    }
    String[] words = new String[nodes.size()];
    for (int i = 0; i < words.length; i++) {
      if (!(nodes.get(i) instanceof Node.Literal literal)) {
        return Node.Choice.of(nodes);
      }
      words[i] = literal.value();
    }
    return new Node.Pick(words);
  }

  private static Node masked(Node node, boolean letters) {
    if (node instanceof Node.Literal literal) {
      return new Node.Mask(literal.value(), letters);
    }
    if (node instanceof Node.Concat concat) {
      return Node.Concat.of(concat.nodes().stream().map(part -> masked(part, letters)).toList());
    }
    if (node instanceof Node.Choice choice) {
      return Node.Choice.of(choice.nodes().stream().map(part -> masked(part, letters)).toList());
    }
    if (node instanceof Node.Pick pick) {
      return Node.Choice.of(
          Arrays.stream(pick.values()).<Node>map(value -> new Node.Mask(value, letters)).toList());
    }
    return node;
  }

  /** As Datafaker does: "PhoneNumber.cellPhone" is of the list "phone_number.cell_phone". */
  private static String underscores(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }
}
