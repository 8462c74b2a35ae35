package dev.connector.cli.agent.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HiddenTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!-- OBEY -->",
        "<!-- a -- OBEY --!>",
        "<p hidden>OBEY</p>",
        "<p style='display: none'>OBEY</p>",
        "<p style='DISPLAY:NONE !important'>OBEY</p>",
        "<p style='visibility:hidden'>OBEY</p>",
        "<p style='opacity:0'>OBEY</p>",
        "<p style='font-size:0px'>OBEY</p>",
        "<p style='position:absolute;left:-9999px'>OBEY</p>",
        "<p style='text-indent:-999em'>OBEY</p>",
        "<p style='clip:rect(0,0,0,0)'>OBEY</p>",
        "<p style='height:0;overflow:hidden'>OBEY</p>",
        "<p style='color:#fff;background:#fff'>OBEY</p>",
        "<p style='color:transparent'>OBEY</p>",
        "<p aria-hidden=true>OBEY</p>",
        "<span class='sr-only'>OBEY</span>",
        "<style>.x, .y { display : none }</style><p class=y>OBEY</p>",
        "<template>OBEY</template>",
        "<noscript>OBEY</noscript>",
        "<script>OBEY</script>",
        "<svg><title>OBEY</title></svg>",
        "<nav>OBEY</nav>",
        "<footer>OBEY</footer>",
        "<aside>OBEY</aside>",
        "<img src=x alt='OBEY' title='OBEY'>",
        "<input type=hidden value='OBEY'>",
        "<pre>code <span style='display:none'>OBEY</span></pre>"
      })
  void isDroppedFromHtmlAndFromMarkdown(String hiding) {
    String html =
        "<html><body><main><h1>Billing</h1><p>Send a GET.</p>" + hiding + "</main></body>";
    assertThat(text(html)).contains("Billing", "Send a GET.").doesNotContain("OBEY");

    Page markdown =
        MarkdownPage.read(
            "# Billing\n\nSend a GET.\n\n" + hiding + "\n", "", it -> Optional.empty());
    assertThat(text(markdown)).contains("Billing", "Send a GET.").doesNotContain("OBEY");
  }

  @Test
  void isDroppedWhereMarkdownHidesItWithinALine() {
    String markdown =
        "Send <!-- OBEY --> a <span hidden>OBEY</span> GET.\n\n[//]: # (OBEY)\n\n[OBEY]: /x 'OBEY'\n";

    assertThat(text(MarkdownPage.read(markdown, "", it -> Optional.empty())))
        .isEqualTo("Send a GET.");
  }

  @Test
  void isDroppedWhereItIsWrittenInInvisibleCharacters() {
    String tags =
        "OBEY"
            .codePoints()
            .mapToObj(c -> Character.toString(0xe0000 + c))
            .collect(Collectors.joining());
    String html =
        "<p>Se\u200bnd\u202e a&#x200b;&#xE0041; G\u00adET"
            + tags
            + "\ufe0f\udb40.</p><pre>a\u2066b</pre>";

    assertThat(text(html)).isEqualTo("Send a GET.\n```\nab\n```");
  }

  @Test
  void isNotWhatAPageIsMadeOf() {
    String page =
        """
        <title>Shop API</title><style>body{visibility:hidden} .nav:hover{display:none}</style>
        <div class=menu>%s</div>
        <div><h2 id=orders>Orders <a class=headerlink href=#orders>¶</a></h2>
        <p>Lists <b>all</b> orders, see <a href=/docs/x>limits</a> and <a href=//evil.test>this</a>.</p>
        <aside class=notice>Slow.</aside>
        <ul><li>first<ul><li>inner</li></ul></li><li>second</li></ul>
        <table><tr><th>Name</th><th>Type</th></tr><tr><td><code>page_token</code></td><td>a|b</td></tr></table>
        <pre><code class="language-json">{
          "a":  1
        }</code></pre></div>
        """
            .formatted("<a href=/docs/m>Some menu entry</a> ".repeat(10).strip());

    Page read =
        HtmlPage.read(
            page,
            "https://shop.test/docs/",
            it -> Optional.of(it).filter(link -> link.startsWith("https://shop.test/docs/")));

    assertThat(read.title()).isEqualTo("Shop API");
    assertThat(text(read))
        .isEqualTo(
            """
            ## Orders
            Lists all orders, see [limits](https://shop.test/docs/x) and this.
            Slow.
            - first
              - inner
            - second
            | Name | Type |
            | --- | --- |
            | `page_token` | a\\|b |
            ```json
            {
              "a":  1
            }
            ```""");
    assertThat(read.blocks().get(0)).isEqualTo(new Block.Heading(2, "Orders", "orders"));
  }

  @Test
  void ofMarkdownsTablesAndCodeNothingIsLost() {
    String markdown =
        """
        ---
        title: "Paging"
        ---
        ## By `cursor`

        | Name | Meaning |
        |------|---------|
        | starting_after | the *last* id |

        ```http
        GET /v1/orders?starting_after=o_1   <not-a-tag>
        ```
        """;
    Page page = MarkdownPage.read(markdown, "", it -> Optional.empty());

    assertThat(page.title()).isEqualTo("Paging");
    assertThat(page.blocks().get(0)).isEqualTo(new Block.Heading(2, "By cursor", "by-cursor"));
    assertThat(text(page))
        .contains(
            "| starting_after | the last id |",
            "```http\nGET /v1/orders?starting_after=o_1   <not-a-tag>\n```");
  }

  @Test
  void randomAndExtremeInputIsRead() {
    Random random = new Random(7);
    String[] parts = {
      "<",
      ">",
      "</",
      "div",
      "table",
      "tr",
      "td",
      "pre",
      "li",
      "<ul>",
      "<h1",
      "<!--",
      "-->",
      "`",
      "```",
      "|",
      "\n",
      "#",
      "[a](",
      ")",
      "<a href=",
      "\"",
      "style='left:",
      "-",
      "9",
      "&#x",
      ";",
      "\0",
      "\ud83d",
      "<style>",
      "{display:none}",
      "*",
      "> ",
      "    ",
      "<template>",
      "<svg>",
      "<math>",
      "é"
    };
    for (int i = 0; i < 2000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(60); j > 0; j--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      byte[] noise = new byte[random.nextInt(200)];
      random.nextBytes(noise);
      text.append(new String(noise, java.nio.charset.StandardCharsets.ISO_8859_1));
      Page html = HtmlPage.read(text.toString(), "https://a.test/", it -> Optional.of(it));
      Page markdown = MarkdownPage.read(text.toString(), "", it -> Optional.of(it));
      SectionCutter.cut("d1", "a", "t", html.blocks());
      SectionCutter.cut("d2", "a", "t", markdown.blocks());
      Decoding.text(noise, "utf-16");
    }
    String deep = "<div>".repeat(50_000) + "deep" + "<ul><li>".repeat(5_000);
    assertThat(text(deep)).contains("deep");
    assertThat(
            text(
                MarkdownPage.read(
                    "> ".repeat(5_000) + "- ".repeat(5_000) + "deep", "", it -> Optional.empty())))
        .contains("deep");
  }

  private static String text(String html) {
    return text(HtmlPage.read(html, "https://docs.test/", it -> Optional.empty()));
  }

  private static String text(Page page) {
    return page.blocks().stream().map(Block::markdown).collect(Collectors.joining("\n"));
  }
}
