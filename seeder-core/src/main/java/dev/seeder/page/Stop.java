package dev.seeder.page;

import java.util.List;

/**
 * One line of a graph.
 *
 * @param name what it is, and what others need it by
 * @param title what is shown of it
 * @param note what stands below the title
 * @param kind how it is painted: a class of the style sheet
 * @param link where the title leads to; empty for nowhere
 * @param needs the names of those that come before it
 */
record Stop(String name, String title, String note, String kind, String link, List<String> needs) {

  Stop {
    needs = List.copyOf(needs);
  }
}
