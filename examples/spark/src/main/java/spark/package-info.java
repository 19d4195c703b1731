/** Rows made by the workers of Apache Spark. */
@NullMarked
package spark;

import org.jspecify.annotations.NullMarked;
