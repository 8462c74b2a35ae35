package dev.connector.runtime.paging;

import dev.connector.runtime.message.Cancellation;
import dev.connector.runtime.message.Request;
import dev.connector.runtime.message.Response;
import okhttp3.HttpUrl;

/** What reading pages needs of a client. */
public interface PageSource {

  /** Sends the request for a page and waits for the answer. */
  Response send(Request request, Cancellation cancellation);

  /** Where a request goes: without the credential, which is no part of it. */
  HttpUrl url(Request request);

  /** The URL less the query parameters whose value is a credential. */
  HttpUrl withoutCredential(HttpUrl url);

  /** Told of each record handed over. */
  void countRecord();
}
