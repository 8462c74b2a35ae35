package dev.connector.spec.conformance.statics;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the credentials of well-known vendors look like, by what to call them. The prefixes are
 * those that vendors document so that scanners find them.
 */
final class SecretShapes {

  static final Map<String, Pattern> BY_KIND = byKind();

  private SecretShapes() {}

  private static Map<String, Pattern> byKind() {
    Map<String, Pattern> kinds = new LinkedHashMap<>();
    put(kinds, "a private key", "-----BEGIN (?:[A-Z]{2,10} ){0,2}PRIVATE KEY(?: BLOCK)?-----");
    put(kinds, "an AWS access key", "(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}");
    put(kinds, "a GitHub token", "gh[pousr]_[A-Za-z0-9]{36,255}");
    put(kinds, "a GitHub token", "github_pat_[A-Za-z0-9_]{60,255}");
    put(kinds, "a GitLab token", "gl(?:pat|dt|rt|oas|ptt|soat)-[A-Za-z0-9_-]{20,64}");
    put(kinds, "a Slack token", "xox[abeoprs]-[A-Za-z0-9-]{20,255}");
    put(kinds, "a Slack token", "xapp-\\d-[A-Za-z0-9-]{20,255}");
    put(kinds, "a Slack webhook", "hooks\\.slack\\.com/services/T\\w{8,12}/B\\w{8,12}/\\w{20,32}");
    put(kinds, "a Stripe key", "[sr]k_(?:live|test)_[A-Za-z0-9]{20,255}");
    put(kinds, "a Stripe webhook secret", "whsec_[A-Za-z0-9+/]{30,64}");
    put(kinds, "a Google API key", "AIza[A-Za-z0-9_-]{35}");
    put(kinds, "a Google OAuth secret", "GOCSPX-[A-Za-z0-9_-]{28}");
    put(kinds, "a Google access token", "ya29\\.[A-Za-z0-9_-]{30,500}");
    put(kinds, "a HubSpot token", "pat-(?:na|eu|ap)\\d-[0-9a-f]{8}-[0-9a-f-]{27}");
    put(kinds, "a Shopify token", "shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}");
    put(kinds, "a SendGrid key", "SG\\.[A-Za-z0-9_-]{16,32}\\.[A-Za-z0-9_-]{32,64}");
    put(kinds, "a Mailchimp key", "[0-9a-f]{32}-us\\d{1,2}");
    put(kinds, "a Twilio key", "SK[0-9a-f]{32}");
    put(kinds, "an npm token", "npm_[A-Za-z0-9]{36}");
    put(kinds, "a PyPI token", "pypi-AgE[A-Za-z0-9_-]{50,500}");
    put(kinds, "an Atlassian token", "ATATT3[A-Za-z0-9_=-]{100,255}");
    put(kinds, "a Linear key", "lin_(?:api|oauth)_[A-Za-z0-9]{32,64}");
    put(kinds, "a Notion token", "ntn_[A-Za-z0-9]{40,60}");
    put(kinds, "an Airtable token", "pat[A-Za-z0-9]{14}\\.[0-9a-f]{64}");
    put(kinds, "a Square token", "(?:EAAA|sq0[a-z]{3}-)[A-Za-z0-9_-]{22,60}");
    put(kinds, "a DigitalOcean token", "do[opr]_v1_[0-9a-f]{64}");
    put(kinds, "an Intercom or Asana token", "dG9rO[A-Za-z0-9+/=]{40,100}");
    put(kinds, "an Anthropic key", "sk-ant-[A-Za-z0-9_-]{32,255}");
    put(kinds, "an OpenAI key", "sk-(?:proj-|svcacct-)?[A-Za-z0-9_-]{40,255}");
    put(
        kinds,
        "a signed token (JWT)",
        "ey[A-Za-z0-9_-]{15,2000}\\.ey[A-Za-z0-9_-]{15,4000}\\.[A-Za-z0-9_-]{20,1000}");
    put(
        kinds,
        "a password in a URL",
        "[a-z][a-z0-9+.-]{1,20}://[^\\s:/@{}\"']{1,60}:[^\\s/@{}\"'*]{6,80}@");
    return kinds;
  }

  /** Two shapes of one kind are alternatives. */
  private static void put(Map<String, Pattern> kinds, String kind, String shape) {
    Pattern bounded = Pattern.compile("(?<![A-Za-z0-9_-])" + shape + "(?![A-Za-z0-9_])");
    Pattern plain = Pattern.compile(shape);
    Pattern pattern = Character.isLetterOrDigit(shape.charAt(0)) ? bounded : plain;
    kinds.merge(kind, pattern, (a, b) -> Pattern.compile(a.pattern() + "|" + b.pattern()));
  }
}
