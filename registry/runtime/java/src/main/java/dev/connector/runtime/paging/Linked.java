package dev.connector.runtime.paging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connector.runtime.message.Request;
import okhttp3.HttpUrl;

/**
 * A strategy whose positions are links that the API gave.
 *
 * @param <S> the strategy
 */
sealed interface Linked<S> extends Sized<S> permits NextLink, LinkHeader {

  @Override
  default Request at(Request request, Position position) {
    return position.isStart()
        ? sized(request)
        : request.at(HttpUrl.get(position.token().textValue()));
  }

  static JsonNode resolved(HttpUrl page, String link) {
    HttpUrl next = page.resolve(link.strip());
    if (next == null) {
      throw Sized.broken("the link to the next page is not an HTTP URL");
    }
    return TextNode.valueOf(next.toString());
  }
}
