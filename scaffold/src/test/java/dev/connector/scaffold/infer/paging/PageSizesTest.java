package dev.connector.scaffold.infer.paging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connector.spec.definition.Pagination;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageSizesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Results per page (max 100)                                          | 100
          How many to return, up to a maximum of 100.                         | 100
          Limit can range between 1 and 250, and the default is 10            | 250
          The default (and maximum) is 100 objects.                           | 100
          At most 50 are returned by default. The maximum is 1000; no more    | 1000
          Default 20, maximum 90.                                             | 90
          (Max: 10,000, 1,000 or less is recommended)                         | 1000
          Values: 1-500                                                       | 500
          Must not exceed 60                                                  | 60
          Defaults to 25.                                                     | 25
          Number of items                                                     | 0
          The maximum is the page's                                           | 0
          Set -1 to return all                                                | 0
          """)
  void readsTheLargestPageOutOfProse(String description, int size) {
    Optional<Pagination> pagination =
        Described.list()
            .query("offset", "{\"type\": \"integer\"}", "")
            .query("limit", "{\"type\": \"integer\"}", description)
            .pagination()
            .value();
    assertThat(pagination.orElseThrow().size().map(Pagination.Size::value).orElse(0))
        .isEqualTo(size);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"type": "integer", "maximum": 100, "default": 20} | 100
          {"type": "integer", "exclusiveMaximum": 101}       | 100
          {"type": "integer", "maximum": 2147483647}         | 0
          {"type": "integer", "default": 30}                 | 30
          {"type": "string", "default": "40"}                | 40
          """)
  void readsTheLargestPageOutOfSchemas(String schema, int size) {
    Optional<Pagination> pagination =
        Described.list()
            .query("offset", "{\"type\": \"integer\"}", "")
            .query("limit", schema, "")
            .pagination()
            .value();
    assertThat(pagination.orElseThrow().size().map(Pagination.Size::value).orElse(0))
        .isEqualTo(size);
  }
}
