package dev.seeder.flyway;

import dev.seeder.Seed;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * The checksum of what a migration declares: names and revisions of its seeds in order, the content
 * of their files, and its schema script.
 *
 * <p>No byte of a class goes in, since a compiler changes those as it likes.
 */
final class MigrationChecksum {

  private final CRC32 crc = new CRC32();

  private MigrationChecksum() {}

  static int of(SeedMigration migration) {
    return of(migration, Set.of());
  }

  /** Returns the checksum without these seeds. */
  static int of(SeedMigration migration, Set<String> without) {
    var checksum = new MigrationChecksum();
    for (Seed seed : migration.declaredSeeds()) {
      if (seed.name() != null && without.contains(seed.name())) {
        continue;
      }
      // what is null here is left to the plan, which says so
      checksum.addText(String.valueOf(seed.name()));
      checksum.addText(Integer.toString(seed.revision()));
      String subject = "Seed \"" + seed.name() + "\" of migration \"" + migration.name() + "\"";
      List<String> files = seed.dataFiles() == null ? List.of() : seed.dataFiles();
      for (String file : files) {
        if (file != null) {
          checksum.addContent(
              new ClassPathFile(file, subject, List.of(seed.getClass(), migration.getClass())));
        }
      }
    }
    ClassPathFile script = SchemaPart.script(migration);
    if (script != null) {
      checksum.addText("schema script");
      checksum.addContent(script);
    }
    return (int) checksum.crc.getValue();
  }

  private void addText(String text) {
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    crc.update(0);
  }

  /** Adds a file with every end of a line as a line feed. */
  private void addContent(ClassPathFile file) {
    try (InputStream content = new BufferedInputStream(file.open())) {
      long length = 0;
      boolean afterReturn = false;
      for (int next = content.read(); next >= 0; next = content.read()) {
        if (!(next == '\n' && afterReturn)) {
          crc.update(next == '\r' ? '\n' : next);
          length++;
        }
        afterReturn = next == '\r';
      }
      addText(Long.toString(length));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
