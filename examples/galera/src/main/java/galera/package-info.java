/** Seeds in a cluster of several nodes. */
@NullMarked
package galera;

import org.jspecify.annotations.NullMarked;
