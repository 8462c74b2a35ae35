package dev.connector.cli.agent.model;

import java.util.Locale;
import okhttp3.HttpUrl;

/** Whose wire format a model is asked in. */
public enum Provider {
  /** Messages: {@code POST <base>/v1/messages}. */
  ANTHROPIC("https://api.anthropic.com", "ANTHROPIC_API_KEY", "ANTHROPIC_BASE_URL"),
  /** Chat completions: {@code POST <base>/chat/completions}, which most local servers speak too. */
  OPENAI("https://api.openai.com/v1", "OPENAI_API_KEY", "OPENAI_BASE_URL");

  private final String base;
  private final String keyVariable;
  private final String baseVariable;

  Provider(String base, String keyVariable, String baseVariable) {
    this.base = base;
    this.keyVariable = keyVariable;
    this.baseVariable = baseVariable;
  }

  /** Its own address. */
  HttpUrl base() {
    return HttpUrl.get(base);
  }

  String keyVariable() {
    return keyVariable;
  }

  String baseVariable() {
    return baseVariable;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
