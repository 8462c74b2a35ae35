package dev.connector.cli.login;

import java.nio.charset.StandardCharsets;

/** A plain page for the browser that a login ends in. */
record Page(int status, String title, String text) {

  static Page done(String product) {
    return new Page(
        200, "Logged in to " + product, "You may close this window and go back to the terminal.");
  }

  static Page failed(String why) {
    return new Page(400, "The login failed", why + ". The terminal says what to do.");
  }

  static Page refused(int status, String why) {
    return new Page(status, "Nothing to see here", why);
  }

  byte[] html() {
    String page =
        """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>%1$s</title></head>
        <body><h1>%1$s</h1><p>%2$s</p></body></html>
        """
            .formatted(escaped(title), escaped(text));
    return page.getBytes(StandardCharsets.UTF_8);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
