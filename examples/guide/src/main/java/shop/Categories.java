package shop;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import dev.seeder.Seed;
import dev.seeder.SeedContext;
import dev.seeder.rows.Fixture;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class Categories implements Seed {

  private static final String FILE = "seeds/categories.csv";

  @Override
  public String name() {
    return "categories";
  }

  @Override
  public boolean isReferenceData() {
    return true;
  }

  @Override
  public List<String> dataFiles() {
    return List.of(FILE);
  }

  @Override
  public void run(SeedContext seed) {
    seed.upsert(Fixture.of(table("category"), FILE), field("code"));
  }
}
