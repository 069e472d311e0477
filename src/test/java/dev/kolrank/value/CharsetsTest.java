package dev.kolrank.value;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class CharsetsTest {

  private static final Charset GBK = Charset.forName("GBK");
  private static final Charset BIG5 = Charset.forName("Big5");
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  @Test
  void trustsAByteOrderMark() {
    assertEquals(UTF_8, Charsets.detect("\ufeffa".getBytes(UTF_8), List.of(GBK)));
    assertEquals(UTF_16LE, Charsets.detect("\ufeffa".getBytes(UTF_16LE), List.of(GBK)));
    assertEquals(UTF_16BE, Charsets.detect("\ufeffa".getBytes(UTF_16BE), List.of(GBK)));
    Charset utf32 = Charset.forName("UTF-32LE");
    assertEquals(utf32, Charsets.detect("\ufeffa".getBytes(utf32), List.of(GBK)));
  }

  @Test
  void triesUtf8BeforeTheCandidates() {
    assertEquals(UTF_8, Charsets.detect("名字,粉丝".getBytes(UTF_8), List.of(GBK)));
    assertEquals(UTF_8, Charsets.detect("plain".getBytes(UTF_8), List.of(GBK)));
    assertEquals(UTF_8, Charsets.detect(new byte[0], List.of(GBK)));
  }

  @Test
  void takesTheFirstCandidateThatDecodes() {
    assertEquals(GBK, Charsets.detect("示例博主,粉丝[12]".getBytes(GBK), List.of(GBK, BIG5)));
    assertEquals(GBK, Charsets.detect("示例博主".getBytes(GBK), List.of(UTF_16LE, GBK).subList(1, 2)));
  }

  @Test
  void fallsBackToWesternEurope() {
    byte[] text = "caf\u00e9 \u201cx\u201d".getBytes(WINDOWS_1252);
    assertEquals(WINDOWS_1252, Charsets.detect(text, List.of()));
    assertEquals(WINDOWS_1252, Charsets.detect(text, null));
    assertEquals(
        ISO_8859_1, Charsets.detect(new byte[] {(byte) 0xe9, (byte) 0x81, ' '}, List.of()));
  }

  @Property
  void forgivesACharacterCutAtTheEnd(@ForAll @StringLength(min = 1, max = 50) String text) {
    byte[] bytes = ("名" + text.replaceAll("\\p{Cs}", "") + "字").getBytes(UTF_8);
    for (int cut = 1; cut <= 3; cut++) {
      assertEquals(UTF_8, Charsets.detect(Arrays.copyOf(bytes, bytes.length - cut), List.of(GBK)));
    }
  }

  @Property
  void neverThrows(@ForAll byte[] head) {
    assertNotNull(Charsets.detect(head, List.of(GBK, BIG5)));
  }
}
