package dev.connector.registry.contribute;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;

/** A proposal as a mail in a mailbox, which {@code git am} applies. */
public final class MailPatch {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT);

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9 _-]+");

  private MailPatch() {}

  /** The whole file. */
  public static String of(Proposal proposal, Clock clock) {
    String text = proposal.message().substring(proposal.title().length()).strip();
    String body = (text.isEmpty() ? "" : text + "\n\n") + "---\n\n" + proposal.diff() + "--\n";
    // Mail ends lines in its own way, so that carriage returns only survive in disguise.
    boolean disguised = body.indexOf('\r') >= 0;
    return "From "
        + proposal.commit().name()
        + " Mon Sep 17 00:00:00 2001\n"
        + "From: "
        + word(proposal.author().name())
        + " <"
        + proposal.author().email()
        + ">\nDate: "
        + DATE.format(OffsetDateTime.now(clock))
        + "\nSubject: [PATCH] "
        + word(proposal.title())
        + "\nMIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\n"
        + "Content-Transfer-Encoding: "
        + (disguised ? "base64" : "8bit")
        + "\n\n"
        + (disguised
            ? Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(body.getBytes(UTF_8))
                + "\n"
            : body);
  }

  /** A text in a header, where only plain words stand for themselves. */
  private static String word(String text) {
    return PLAIN.matcher(text).matches()
        ? text
        : "=?UTF-8?B?" + Base64.getEncoder().encodeToString(text.getBytes(UTF_8)) + "?=";
  }
}
