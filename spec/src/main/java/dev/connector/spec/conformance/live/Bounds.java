package dev.connector.spec.conformance.live;

/**
 * How much a verification asks of an API.
 *
 * @param requests the most for one resource, those that are repeated included
 * @param pages of one list that are read where there is no reason to read more
 * @param records of one list, likewise
 * @param parents whose children are looked at
 */
public record Bounds(int requests, int pages, int records, int parents) {

  public Bounds {
    if (requests < 1 || pages < 1 || records < 1 || parents < 1) {
      throw new IllegalArgumentException("nothing can be verified without asking anything");
    }
  }

  /** 40 requests for each resource, and of each list two pages or 200 records. */
  public static Bounds standard() {
    return new Bounds(40, 2, 200, 3);
  }

  /** The same with another number of requests. */
  public Bounds requests(int most) {
    return new Bounds(most, pages, records, parents);
  }
}
