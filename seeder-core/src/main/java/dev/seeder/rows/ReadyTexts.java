package dev.seeder.rows;

import dev.seeder.words.WordList;
import dev.seeder.words.Words;
import org.jspecify.annotations.Nullable;

/** Texts in the language of a run. Safe for use by several threads. */
final class ReadyTexts implements FittedText {

  private final String kind;
  private final Words words;

  /** The only texts to draw from; null if it is all of them. */
  private final @Nullable WordList only;

  /** Made when they are first counted: many columns never are. */
  private volatile @Nullable WordList different;

  ReadyTexts(String kind, Words words, @Nullable WordList only) {
    this.kind = kind;
    this.words = words;
    this.only = only;
    this.different = only;
  }

  @Override
  public String value(Draw draw) {
    if (only != null) {
      return only.at(draw.random().nextInt(only.size()));
    }
    return words.compiled() ? words.draw(draw.random()) : draw.faker().expression(words.template());
  }

  @Override
  public long size() {
    return different().size();
  }

  @Override
  public String at(long index) {
    return different().at((int) index);
  }

  @Override
  public FittedText fitting(int maxLength) {
    boolean fits = maxLength == Integer.MAX_VALUE || (only == null && words.longest() <= maxLength);
    // in some languages there is a list of which all texts are empty
    if (fits && words.longest() > 0) {
      return this;
    }
    WordList all = different();
    WordList fitting = all.fitting(maxLength);
    if (fitting.size() == 0) {
      throw CountedText.tooShort(kind, all.shortest(), maxLength);
    }
    return fitting == only ? this : new ReadyTexts(kind, words, fitting);
  }

  private WordList different() {
    WordList list = different;
    if (list == null) {
      list = words.distinct();
      different = list;
    }
    return list;
  }
}
