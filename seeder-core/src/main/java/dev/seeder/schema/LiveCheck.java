package dev.seeder.schema;

/**
 * A CHECK constraint.
 *
 * @param name the name of the constraint; empty if it has none
 * @param condition the condition in the database's SQL, without the word CHECK; in a domain's, the
 *     column stands where VALUE stood
 */
public record LiveCheck(String name, String condition) {}
