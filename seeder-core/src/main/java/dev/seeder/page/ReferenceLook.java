package dev.seeder.page;

import dev.seeder.schema.LiveReference;

/**
 * One foreign key of a table.
 *
 * @param children how many rows refer to a parent
 * @param parents how many parents there are; -1 if it is not known
 * @param used how many parents are referred to; -1 if it is not known
 */
record ReferenceLook(
    LiveReference reference, long children, long parents, long used, Shape shape) {}
