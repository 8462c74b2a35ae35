package dev.connector.connectors.hubspot;

import dev.connector.runtime.adapter.Arguments;
import dev.connector.runtime.http.ApiClient;
import dev.connector.runtime.paging.ChangeStream;
import dev.connector.runtime.paging.Checkpoint;
import dev.connector.runtime.paging.RecordStream;
import java.util.List;

/**
 * A note on the timeline of other records.
 *
 * <p>Safe for use by many threads.
 */
public final class Notes {

  private final ApiClient client;
  private final NotesRequests requests;

  Notes(ApiClient client, NotesRequests requests) {
    this.client = client;
    this.requests = requests;
  }

  NotesRequests requests() {
    return requests;
  }

  /** All notes that are not archived. */
  public RecordStream<Note> list() {
    return list(ListOptions.none());
  }

  /**
   * All notes that are not archived.
   *
   * @param options what it is told besides
   */
  public RecordStream<Note> list(ListOptions options) {
    return client.list(requests.listPages(options.arguments), Note.class);
  }

  /** The notes in the recycling bin, where HubSpot keeps them for 90 days. */
  public RecordStream<Note> listArchived() {
    return listArchived(ListArchivedOptions.none());
  }

  /**
   * The notes in the recycling bin, where HubSpot keeps them for 90 days.
   *
   * @param options what it is told besides
   */
  public RecordStream<Note> listArchived(ListArchivedOptions options) {
    return client.list(requests.listArchivedPages(options.arguments), Note.class);
  }

  /**
   * One note, by HubSpot's id or, with idProperty, by another property whose values are unique.
   *
   * @param noteId The id, or a value of idProperty.
   */
  public Note get(String noteId) {
    return get(noteId, GetOptions.none());
  }

  /**
   * One note, by HubSpot's id or, with idProperty, by another property whose values are unique.
   *
   * @param noteId The id, or a value of idProperty.
   * @param options what it is told besides
   */
  public Note get(String noteId, GetOptions options) {
    return client
        .send(requests.getRequest(options.arguments.with("noteId", noteId)))
        .as(Note.class);
  }

  /**
   * Creates a note, and gives it back as HubSpot made it.
   *
   * @param values Values by HubSpot's names; an empty text clears one.
   */
  public Note create(Object values) {
    return create(values, CreateOptions.none());
  }

  /**
   * Creates a note, and gives it back as HubSpot made it.
   *
   * @param values Values by HubSpot's names; an empty text clears one.
   * @param options what it is told besides
   */
  public Note create(Object values, CreateOptions options) {
    return client
        .send(requests.createRequest(options.arguments.with("values", values)))
        .as(Note.class);
  }

  /**
   * Sets properties of a note and leaves the others.
   *
   * @param noteId The id, or a value of idProperty.
   * @param values Values by HubSpot's names; an empty text clears one.
   */
  public Note update(String noteId, Object values) {
    return update(noteId, values, UpdateOptions.none());
  }

  /**
   * Sets properties of a note and leaves the others.
   *
   * @param noteId The id, or a value of idProperty.
   * @param values Values by HubSpot's names; an empty text clears one.
   * @param options what it is told besides
   */
  public Note update(String noteId, Object values, UpdateOptions options) {
    return client
        .send(
            requests.updateRequest(options.arguments.with("noteId", noteId).with("values", values)))
        .as(Note.class);
  }

  /**
   * Moves a note to the recycling bin.
   *
   * @param noteId The id, or a value of idProperty.
   */
  public void archive(String noteId) {
    client.send(requests.archiveRequest(Arguments.none().with("noteId", noteId)));
  }

  /**
   * The notes that fit a search, at most 10,000; where more fit, reading fails after these. The
   * index lags behind by some seconds.
   */
  public RecordStream<Note> search() {
    return search(SearchOptions.none());
  }

  /**
   * The notes that fit a search, at most 10,000; where more fit, reading fails after these. The
   * index lags behind by some seconds.
   *
   * @param options what it is told besides
   */
  public RecordStream<Note> search(SearchOptions options) {
    return client.list(requests.searchPages(options.arguments), Note.class);
  }

  /**
   * What changed since a checkpoint.
   *
   * <p>The notes created or changed since a time, oldest first.
   *
   * @param since where the read before this one ended; NONE begins anew
   */
  public ChangeStream<Note> changes(Checkpoint since) {
    return changes(since, ChangesOptions.none());
  }

  /**
   * What changed since a checkpoint.
   *
   * <p>The notes created or changed since a time, oldest first.
   *
   * @param since where the read before this one ended; NONE begins anew
   * @param options what it is told besides
   */
  public ChangeStream<Note> changes(Checkpoint since, ChangesOptions options) {
    Arguments with = options.arguments;
    return client.changes(
        requests.changesPages(with), requests.incremental(with), since, Note.class);
  }

  /** What list may be told besides; immutable. */
  public static final class ListOptions {

    private final Arguments arguments;

    private ListOptions(Arguments arguments) {
      this.arguments = arguments;
    }

    /** Nothing in particular. */
    public static ListOptions none() {
      return new ListOptions(Arguments.none());
    }

    /** The properties to read, by HubSpot's names. */
    public ListOptions properties(List<String> properties) {
      return new ListOptions(arguments.with("properties", properties));
    }
  }

  /** What listArchived may be told besides; immutable. */
  public static final class ListArchivedOptions {

    private final Arguments arguments;

    private ListArchivedOptions(Arguments arguments) {
      this.arguments = arguments;
    }

    /** Nothing in particular. */
    public static ListArchivedOptions none() {
      return new ListArchivedOptions(Arguments.none());
    }

    /** The properties to read, by HubSpot's names. */
    public ListArchivedOptions properties(List<String> properties) {
      return new ListArchivedOptions(arguments.with("properties", properties));
    }
  }

  /** What get may be told besides; immutable. */
  public static final class GetOptions {

    private final Arguments arguments;

    private GetOptions(Arguments arguments) {
      this.arguments = arguments;
    }

    /** Nothing in particular. */
    public static GetOptions none() {
      return new GetOptions(Arguments.none());
    }

    /** The properties to read, by HubSpot's names. */
    public GetOptions properties(List<String> properties) {
      return new GetOptions(arguments.with("properties", properties));
    }

    /** A property with unique values to find the record by. */
    public GetOptions idProperty(String idProperty) {
      return new GetOptions(arguments.with("idProperty", idProperty));
    }
  }

  /** What create may be told besides; immutable. */
  public static final class CreateOptions {

    private final Arguments arguments;

    private CreateOptions(Arguments arguments) {
      this.arguments = arguments;
    }

    /** Nothing in particular. */
    public static CreateOptions none() {
      return new CreateOptions(Arguments.none());
    }

    /** Existing records to associate it with. */
    public CreateOptions associations(Object associations) {
      return new CreateOptions(arguments.with("associations", associations));
    }
  }

  /** What update may be told besides; immutable. */
  public static final class UpdateOptions {

    private final Arguments arguments;

    private UpdateOptions(Arguments arguments) {
      this.arguments = arguments;
    }

    /** Nothing in particular. */
    public static UpdateOptions none() {
      return new UpdateOptions(Arguments.none());
    }

    /** A property with unique values to find the record by. */
    public UpdateOptions idProperty(String idProperty) {
      return new UpdateOptions(arguments.with("idProperty", idProperty));
    }
  }

  /** What search may be told besides; immutable. */
  public static final class SearchOptions {

    private final Arguments arguments;

    private SearchOptions(Arguments arguments) {
      this.arguments = arguments;
    }

    /** Nothing in particular. */
    public static SearchOptions none() {
      return new SearchOptions(Arguments.none());
    }

    /** The properties to read, by HubSpot's names. */
    public SearchOptions properties(List<String> properties) {
      return new SearchOptions(arguments.with("properties", properties));
    }

    /** Text to look for. */
    public SearchOptions query(String query) {
      return new SearchOptions(arguments.with("query", query));
    }

    /** A record fits all filters of any group. */
    public SearchOptions filterGroups(Object filterGroups) {
      return new SearchOptions(arguments.with("filterGroups", filterGroups));
    }

    /** One sorting rule. */
    public SearchOptions sorts(Object sorts) {
      return new SearchOptions(arguments.with("sorts", sorts));
    }
  }

  /** What changes may be told besides; immutable. */
  public static final class ChangesOptions {

    private final Arguments arguments;

    private ChangesOptions(Arguments arguments) {
      this.arguments = arguments;
    }

    /** Nothing in particular. */
    public static ChangesOptions none() {
      return new ChangesOptions(Arguments.none());
    }

    /** The properties to read, by HubSpot's names. */
    public ChangesOptions properties(List<String> properties) {
      return new ChangesOptions(arguments.with("properties", properties));
    }
  }
}
