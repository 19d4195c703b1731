package dev.seeder.cli;

import dev.seeder.words.VersionFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** What stands before the commands: help alone. */
@Command(
    description = "Fills a database with the seeds of this program. Without a command: run.",
    mixinStandardHelpOptions = true,
    versionProvider = RootCommand.Version.class,
    synopsisSubcommandLabel = "[COMMAND]",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:a seed, or something else on the database, failed",
      "2:the command line is wrong; no database was opened",
      "3:refused by a guard or the plan, before anything was written",
      "4:the database cannot be reached"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ${COMMAND-NAME} --url jdbc:sqlite:shop.db",
      "  ${COMMAND-NAME} plan --url jdbc:postgresql://localhost/shop --user shop --password",
      "  ${COMMAND-NAME} dry-run --only demo-books --sql",
      "  ${COMMAND-NAME} run --env staging --confirm shop --json",
      "  ${COMMAND-NAME} export genre src/main/resources/seeds/genres.csv",
      "",
      "Environment variables:",
      "  SEEDER_URL           the address of the database, instead of --url",
      "  SEEDER_USER          who connects, instead of --user",
      "  SEEDER_PASSWORD      the password; --password asks for it",
      "  SEEDER_ENVIRONMENT   where this is, instead of --env",
      "  NO_COLOR             no colours, where a terminal has them"
    })
final class RootCommand {

  /** Says which Seeder this is. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"Seeder " + VersionFile.SEEDER};
    }
  }
}
