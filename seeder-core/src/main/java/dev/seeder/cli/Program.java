package dev.seeder.cli;

import dev.seeder.ProgressListener;
import dev.seeder.Seed;
import dev.seeder.Seeder;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What the user's program says of itself. */
record Program(
    String name,
    List<Seed> seeds,
    UnaryOperator<Seeder> settings,
    @Nullable Consumer<DataSource> before) {

  Program named(String changed) {
    return new Program(changed, seeds, settings, before);
  }

  Program with(UnaryOperator<Seeder> changed) {
    return new Program(name, seeds, changed, before);
  }

  Program before(Consumer<DataSource> changed) {
    return new Program(name, seeds, settings, changed);
  }

  Seeder seeder(DataSource dataSource) {
    return settings.apply(Seeder.of(dataSource));
  }

  /** Returns a seeder that tells how far long inserts came, unless the program has said to whom. */
  Seeder seeder(DataSource dataSource, ProgressListener progress) {
    return settings.apply(Seeder.of(dataSource).progress(progress));
  }
}
