package dev.seeder;

import java.util.function.Consumer;

/** A seed made of a name and a lambda. */
record NamedSeed(String name, Consumer<? super SeedContext> body) implements Seed {

  @Override
  public void run(SeedContext seed) {
    body.accept(seed);
  }
}
