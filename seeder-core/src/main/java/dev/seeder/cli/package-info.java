/** Seeds on a command line: {@link dev.seeder.cli.SeederCommand}; needs picocli. */
@NullMarked
package dev.seeder.cli;

import org.jspecify.annotations.NullMarked;
