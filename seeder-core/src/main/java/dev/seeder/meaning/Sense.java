package dev.seeder.meaning;

/**
 * What a column is.
 *
 * @param of whose or what it is, if that is not the row itself: "recipient" of a recipient's name;
 *     otherwise empty
 */
public record Sense(Meaning meaning, String of) {}
