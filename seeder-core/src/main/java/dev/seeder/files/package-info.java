/**
 * Files of rows, as people write them: read cell by cell, each as its column takes it. Internal.
 */
@NullMarked
package dev.seeder.files;

import org.jspecify.annotations.NullMarked;
