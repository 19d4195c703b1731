package dev.seeder.write;

import org.jspecify.annotations.Nullable;

/**
 * What PostgreSQL stores in a column; of a domain, what it is made of.
 *
 * @param name the name of a type that every PostgreSQL has, or that is like one; else empty
 * @param isEnum whether it is an enum of the user's
 * @param element the type of the elements, if it is an array
 */
record CopyType(String name, boolean isEnum, @Nullable CopyType element) {}
