package dev.kolrank.connector.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words for why a text is not JSON: those of a parser are meant for its programmers. */
final class JsonFault {
  /** The beginning of a parser's message, and what is said in its place. */
  private static final Map<Pattern, String> WORDS = new LinkedHashMap<>();

  static {
    say("Unexpected end-of-input.*", "it ends too early");
    say("Invalid numeric value: Leading zero.*", "a number begins with a zero");
    say(
        "Invalid numeric value.*|Unexpected character .* in numeric value.*",
        "a number is damaged");
    say("Unexpected character \\('(.)'.*expecting comma.*", "a comma is missing before '%s'");
    say("Unexpected character \\('(.)'.*expecting a colon.*", "a colon is missing before '%s'");
    say("Unexpected character \\('(.)'.*double-quote.*", "a name is not in double quotes at '%s'");
    say("Unexpected character \\('(.)'.*", "'%s' begins no value");
    say("Unexpected character.*", "a character begins no value");
    say("Unrecognized token '([^']*)'.*", "'%s' is no value");
    say("Non-standard token '([^']*)'.*", "'%s' is no value");
    say("Unrecognized character escape.*", "a backslash stands before a character that needs none");
    say("Illegal unquoted character.*", "a control character stands in a text unescaped");
    say("Illegal character.*", "a control character stands between values");
    say("Invalid UTF-8.*|Invalid UTF-32.*", "it is not in UTF-8");
    say("Unexpected close marker.*", "a bracket closes that was not opened");
    say("Document nesting depth.*", "it is nested too deep");
    say("(?:String value|Number value|Name) length.*", "a text or number in it is too long");
  }

  private JsonFault() {}

  private static void say(String pattern, String words) {
    WORDS.put(Pattern.compile(pattern, Pattern.DOTALL), words);
  }

  /** Why the text is not JSON, in one plain line that is safe to show. */
  static String of(Exception e) {
    if (e instanceof JsonEOFException) {
      return "it ends too early";
    }
    if (!(e instanceof JsonProcessingException fault)) {
      return e.getMessage() == null || e instanceof RuntimeException
          ? "its value cannot be kept"
          : Shown.text(e.getMessage(), 200);
    }
    String message = fault.getOriginalMessage();
    for (var entry : WORDS.entrySet()) {
      Matcher matcher = entry.getKey().matcher(message == null ? "" : message);
      if (matcher.matches()) {
        boolean quotes = matcher.groupCount() > 0;
        return quotes
            ? entry.getValue().formatted(Shown.text(matcher.group(1), 40))
            : entry.getValue();
      }
    }
    return e instanceof StreamConstraintsException ? "it is too large" : "it is damaged";
  }
}
