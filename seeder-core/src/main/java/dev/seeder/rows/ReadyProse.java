package dev.seeder.rows;

import dev.seeder.random.CellRandom;
import dev.seeder.words.WordList;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Running text of a list of words. Immutable.
 *
 * @param words the words that fit
 * @param sentences what longer texts are put together from: quicker than from words
 * @param counted how many words at the beginning make an indexed text distinct
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; an array is what is fast
record ReadyProse(Prose prose, WordList words, String[] sentences, int counted)
    implements FittedText {

  private static final int SENTENCES = 1024;

  /** Texts of this length are put together from three sentences at a time. */
  private static final int LONG = 100;

  private static final int FEWEST_WORDS = 4;
  private static final int MOST_WORDS = 9;

  static ReadyProse of(Prose prose, WordList all) {
    WordList words = all.fitting(prose.max() - 1);
    if (words.size() == 0) {
      throw CountedText.tooShort(prose.kind(), all.shortest() + 1, prose.max());
    }
    String[] sentences = new String[prose.single() ? 0 : SENTENCES];
    var random = new CellRandom();
    for (int i = 0; i < sentences.length; i++) {
      random.begin(0, i);
      sentences[i] = sentence(words, random).toString();
      if (prose.min() >= LONG) {
        sentences[i] += " " + sentence(words, random) + " " + sentence(words, random);
      }
    }
    int counted = Math.min(FEWEST_WORDS, prose.max() / (words.longest() + 1));
    return new ReadyProse(prose, words, sentences, Math.max(1, counted));
  }

  @Override
  public String value(Draw draw) {
    RandomGenerator random = draw.random();
    if (prose.single()) {
      return cut(sentence(words, random), 1, prose.max());
    }
    int length = random.nextInt(prose.min(), prose.max() + 1);
    var text = new StringBuilder(length + 256).append(sentences[random.nextInt(SENTENCES)]);
    while (text.length() < length) {
      text.append(' ').append(sentences[random.nextInt(SENTENCES)]);
    }
    return cut(text, prose.min(), length);
  }

  @Override
  public long size() {
    long size = 1;
    for (int i = 0; i < counted; i++) {
      size *= words.size();
    }
    return size;
  }

  @Override
  public String at(long index) {
    var text = new StringBuilder(prose.single() ? 64 : prose.min() + 128);
    long rest = index;
    for (int i = 0; i < counted; i++) {
      append(text, words.at((int) (rest % words.size())));
      rest /= words.size();
    }
    int distinct = text.append('.').length();
    for (int i = 0; text.length() < prose.min() && !prose.single(); i++) {
      text.append(' ').append(sentences[(int) ((index + i) % SENTENCES)]);
    }
    return cut(text, Math.max(distinct, prose.min()), prose.max());
  }

  @Override
  public FittedText fitting(int maxLength) {
    if (maxLength >= prose.max()) {
      return this;
    }
    return of((Prose) prose.fitting(maxLength), words);
  }

  private static StringBuilder sentence(WordList words, RandomGenerator random) {
    int count = random.nextInt(FEWEST_WORDS, MOST_WORDS + 1);
    var text = new StringBuilder(96);
    for (int i = 0; i < count; i++) {
      append(text, words.at(random.nextInt(words.size())));
    }
    return text.append('.');
  }

  private static void append(StringBuilder text, String word) {
    if (text.isEmpty()) {
      char first = word.charAt(0);
      if (first >= 'a' && first <= 'z') {
        text.append((char) (first - 'a' + 'A'));
      } else {
        text.append(word.substring(0, 1).toUpperCase(Locale.ROOT));
      }
      text.append(word, 1, word.length());
    } else {
      text.append(' ').append(word);
    }
  }

  /** Ends the text after a word, if that leaves it long enough. */
  private static String cut(StringBuilder text, int min, int max) {
    if (text.length() <= max) {
      return text.toString();
    }
    int end = max - 1;
    while (end > 0 && text.charAt(end) != ' ') {
      end--;
    }
    if (end > 0 && text.charAt(end - 1) == '.') {
      end--;
    }
    if (end > 0 && end + 1 >= min) {
      text.setCharAt(end, '.');
      return text.substring(0, end + 1);
    }
    return text.substring(0, max);
  }
}
