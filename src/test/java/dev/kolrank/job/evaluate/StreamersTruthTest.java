package dev.kolrank.job.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamersTruthTest {

  @Test
  void accountsAreReadAndPagesThatAreNoAccountsAreNot(@TempDir Path folder) throws IOException {
    Path list = folder.resolve(StreamersTruth.LIST);
    Files.writeString(
        list,
        """
        ## Contents
        - [a list](https://github.com/nobody/list)
        ### Anna Muster
        - [Twitch](https://www.twitch.tv/AnnaMuster) and [X](https://x.com/anna_m)
        - [Twitter](https://twitter.com/annam?lang=en)
        - [a hashtag](https://twitter.com/hashtag/annachats), [a video](https://youtube.com/watch?v=1)
        - [YouTube](https://www.youtube.com/c/AnnaShows), [Instagram](https://instagram.com/anna.m/)
        """);
    assertEquals(
        List.of(
            "twitch:@annamuster",
            "x:@anna_m",
            "x:@annam",
            "youtube:@annashows",
            "instagram:@anna.m"),
        StreamersTruth.read(list).stream()
            .peek(a -> assertEquals("Anna Muster", a.person()))
            .map(TruthAccount::uid)
            .toList());
  }
}
