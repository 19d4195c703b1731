package library;

import dev.seeder.junit.Seeded;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/** Gives every test a library of its own, and the Spring context a data source that stands for it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Import(TestDatabase.class)
@Seeded(
    migrations = "classpath:db/migration",
    value = {Genres.class, DemoBooks.class},
    on = TestDatabase.OnH2.class)
public @interface WithBooks {}
