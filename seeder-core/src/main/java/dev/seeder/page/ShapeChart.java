package dev.seeder.page;

import java.util.List;
import java.util.Locale;

/** Shapes as bars. */
final class ShapeChart {

  private static final int HEIGHT = 56;
  private static final int WIDTH = 12;

  private ShapeChart() {}

  static void draw(Markup page, Shape shape) {
    if (shape.bars().isEmpty()) {
      note(page, shape);
      return;
    }
    switch (shape.form()) {
      case LINES -> {
        lines(page, shape.bars());
        note(page, shape); // it tells how many others there are
      }
      case RANGES -> {
        note(page, shape);
        columns(page, shape.bars());
      }
      case VALUES -> {
        note(page, shape);
        values(page, shape.bars());
      }
    }
  }

  private static void note(Markup page, Shape shape) {
    if (!shape.note().isEmpty()) {
      page.element("p", shape.note(), "class", "note");
    }
  }

  private static void lines(Markup page, List<Bar> bars) {
    long most = most(bars);
    page.open("ul", "class", "bars");
    for (Bar bar : bars) {
      String label = label(bar);
      page.open("li");
      page.element("span", label, "class", "label", "title", label);
      page.open("span", "class", "bar");
      if (bar.count() > 0) {
        page.element("i", "", "style", "width:" + 100 * bar.count() / most + "%");
      }
      page.close("span");
      page.element("span", Texts.number(bar.count()), "class", "count");
      page.close("li");
    }
    page.close("ul");
  }

  private static void values(Markup page, List<Bar> bars) {
    page.open("ul", "class", "values");
    bars.forEach(bar -> page.element("li", label(bar)));
    page.close("ul");
  }

  private static String label(Bar bar) {
    return bar.label().isBlank() ? "(blank)" : bar.label();
  }

  private static void columns(Markup page, List<Bar> bars) {
    long most = most(bars);
    page.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "class",
        "spread",
        "role",
        "img",
        "aria-label",
        "Distribution from " + low(bars) + " to " + high(bars),
        "preserveAspectRatio",
        "none",
        "viewBox",
        "0 0 " + bars.size() * WIDTH + " " + HEIGHT);
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      double height = bar.count() == 0 ? 0 : Math.max(1, (double) HEIGHT * bar.count() / most);
      page.open(
          "rect",
          "x",
          String.valueOf(i * WIDTH + 1),
          "y",
          String.format(Locale.ROOT, "%.1f", HEIGHT - height),
          "width",
          String.valueOf(WIDTH - 2),
          "height",
          String.format(Locale.ROOT, "%.1f", height));
      page.element("title", bar.label() + ": " + Texts.number(bar.count())).close("rect");
    }
    page.close("svg");
    page.open("p", "class", "ends").element("span", low(bars)).element("span", high(bars));
    page.close("p");
  }

  private static long most(List<Bar> bars) {
    return Math.max(1, bars.stream().mapToLong(Bar::count).max().orElse(1));
  }

  private static String low(List<Bar> bars) {
    return bars.get(0).label().split(" – ", 2)[0];
  }

  private static String high(List<Bar> bars) {
    return bars.get(bars.size() - 1).label().split(" – ", 2)[1];
  }
}
