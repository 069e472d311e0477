package dev.kolrank.simulate;

import java.util.List;
import java.util.SplittableRandom;

/**
 * The random numbers of one entity, a function of its key alone.
 *
 * <p>Transcendental functions come from {@link StrictMath}, so every machine draws the same.
 */
final class Draw {
  private final SplittableRandom random;

  private Draw(long key) {
    random = new SplittableRandom(key);
  }

  static Draw of(long key, long step) {
    return new Draw(key(key, step));
  }

  static Draw of(long key, long first, long second) {
    return new Draw(key(key(key, first), second));
  }

  /** The key of what is found at {@code step} below {@code key}. */
  static long key(long key, long step) {
    return mix(key ^ mix(step + 0x9E3779B97F4A7C15L));
  }

  /** The finalizer of SplitMix64. */
  static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** A fraction of [0, 1) that depends on the key alone. */
  static double fraction(long key) {
    return (key >>> 11) * 0x1.0p-53;
  }

  double uniform() {
    return random.nextDouble();
  }

  double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /** A whole number of {@code low} up to, not including, {@code high}. */
  int whole(int low, int high) {
    return random.nextInt(low, high);
  }

  long bits() {
    return random.nextLong();
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  double gaussian() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
    return radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
  }

  /** Lognormal around a median. */
  double lognormal(double median, double sigma) {
    return median * StrictMath.exp(sigma * gaussian());
  }

  double exponential(double mean) {
    return -mean * StrictMath.log(1 - random.nextDouble());
  }

  <T> T pick(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }
}
