package dev.kolrank.connector.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;

/** A parser that gives null for {@code NaN}, {@code Infinity} and {@code -Infinity}. */
final class FiniteNumbers extends JsonParserDelegate {
  private JsonToken token;

  FiniteNumbers(JsonParser parser) {
    super(parser);
  }

  @Override
  public JsonToken nextToken() throws IOException {
    token = delegate.nextToken();
    if (token == JsonToken.VALUE_NUMBER_FLOAT && delegate.isNaN()) {
      token = JsonToken.VALUE_NULL;
    }
    return token;
  }

  @Override
  public JsonToken currentToken() {
    return token;
  }

  @Override
  @Deprecated
  public JsonToken getCurrentToken() {
    return token;
  }

  @Override
  public int currentTokenId() {
    return token == null ? JsonToken.NOT_AVAILABLE.id() : token.id();
  }

  @Override
  public boolean hasToken(JsonToken other) {
    return token == other;
  }

  @Override
  public JsonParser skipChildren() throws IOException {
    delegate.skipChildren();
    if (token != null && token.isStructStart()) {
      token = delegate.currentToken();
    }
    return this;
  }
}
