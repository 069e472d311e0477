package dev.kolrank.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kolrank.table.features.Feature.Source;
import dev.kolrank.table.features.Features;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tiles of days are merged between edges; {@link PostFeaturesTest} counts the days at them. */
class SpansTest {

  @Test
  void everyWindowOverTilesBeginsAtAnEdge() {
    List<String> others =
        Stream.of(Source.ACTIVITY_DAY, Source.COMMENT_DAY)
            .flatMap(source -> Features.from(source).stream())
            .filter(v -> !Features.EDGES.contains(v.scope().days()))
            .map(v -> v.name())
            .toList();
    assertEquals(List.of(), others);
  }
}
