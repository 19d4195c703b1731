package dev.seeder.environment;

import dev.seeder.environment.DatabaseAddress.Place;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The part of a JDBC URL that names one or several hosts of a server, and a database there. */
final class ServerUrl {

  /** Whatever goes beyond it, such as "address=(host=...)", is not understood. */
  private static final Pattern FORM =
      Pattern.compile(
          "((loadbalance|replication|sequential):)?//([^@/?;]*@)?(?<hosts>[^/?;@]*)"
              + "(/(?<name>[^?;@]*))?([?;](?<parameters>.*))?");

  private static final Pattern HOST =
      Pattern.compile("(?<host>[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]+)?");

  private static final Pattern LOOPBACK =
      Pattern.compile(
          "localhost|127(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}|\\[(::|(0+:){7}0*)1]",
          Pattern.CASE_INSENSITIVE);

  /** Parameters by which a driver goes elsewhere than the host says. */
  private static final Set<String> DETOURS =
      Set.of(
          "pghost", "service", "socketfactory", "socksproxyhost", "dnssrv", "propertiestransform");

  private ServerUrl() {}

  /**
   * Returns the address; null if the form is not known.
   *
   * @param socket the parameter by which the driver takes a socket of this machine
   */
  static @Nullable DatabaseAddress address(String rest, Pattern socket) {
    Matcher form = FORM.matcher(rest);
    if (!form.matches()) {
      return null;
    }
    List<String> hosts = Arrays.asList(form.group("hosts").split(",", -1));
    boolean named = hosts.stream().allMatch(host -> HOST.matcher(host).matches());
    // no host means localhost, unless properties that are not in the URL say otherwise
    if (!named && !form.group("hosts").isEmpty()) {
      return null;
    }
    String name = form.group("name") == null ? "" : form.group("name");
    List<String> parameters = parameters(form.group("parameters"));
    boolean bySocket = parameters.stream().anyMatch(given -> socket.matcher(given).matches());
    boolean detour =
        parameters.stream()
            .filter(given -> !socket.matcher(given).matches())
            .anyMatch(ServerUrl::isDetour);
    boolean local = !detour && (bySocket || hosts.stream().allMatch(ServerUrl::isLoopback));
    return new DatabaseAddress(
        title(name, form.group("hosts")),
        DatabaseAddress.last(name),
        local ? Place.LOCAL_SERVER : Place.ELSEWHERE);
  }

  private static String title(String name, String hosts) {
    String on = hosts.isEmpty() ? "a host that is not named" : hosts.replace(",", ", ");
    return (name.isEmpty() ? "" : "\"" + name + "\" ") + "on " + on;
  }

  private static boolean isLoopback(String host) {
    Matcher parts = HOST.matcher(host);
    return parts.matches() && LOOPBACK.matcher(parts.group("host")).matches();
  }

  /** An escape may hide the name of a parameter. */
  private static boolean isDetour(String parameter) {
    String key = parameter.split("=", 2)[0];
    return DETOURS.contains(key) || key.contains("%");
  }

  private static List<String> parameters(@Nullable String text) {
    return text == null ? List.of() : List.of(text.toLowerCase(Locale.ROOT).split("[?&;]"));
  }
}
