package dev.seeder.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sets the random seed of the data of {@link Seeded} tests, on a class or a method; the nearest one
 * counts. A failing test shows the number that repeats it.
 *
 * <pre>{@code
 * @Test
 * @RandomSeed(420417)
 * void sellsTheLastCopy(DSLContext dsl) { ... }
 * }</pre>
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface RandomSeed {

  /** The number, as of {@link dev.seeder.Seeder#randomSeed(long)}. */
  long value();
}
