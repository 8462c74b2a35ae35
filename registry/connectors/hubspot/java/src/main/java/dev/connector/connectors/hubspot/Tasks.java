package dev.connector.connectors.hubspot;

import dev.connector.runtime.adapter.Arguments;
import dev.connector.runtime.http.ApiClient;
import dev.connector.runtime.paging.ChangeStream;
import dev.connector.runtime.paging.Checkpoint;
import dev.connector.runtime.paging.RecordStream;
import java.util.List;

/**
 * Something to do, on the timeline of other records.
 *
 * <p>Safe for use by many threads.
 */
public final class Tasks {

  private final ApiClient client;
  private final TasksRequests requests;

  Tasks(ApiClient client, TasksRequests requests) {
    this.client = client;
    this.requests = requests;
  }

  TasksRequests requests() {
    return requests;
  }

  /** All tasks that are not archived. */
  public RecordStream<Task> list() {
    return list(ListOptions.none());
  }

  /**
   * All tasks that are not archived.
   *
   * @param options what it is told besides
   */
  public RecordStream<Task> list(ListOptions options) {
    return client.list(requests.listPages(options.arguments), Task.class);
  }

  /** The tasks in the recycling bin, where HubSpot keeps them for 90 days. */
  public RecordStream<Task> listArchived() {
    return listArchived(ListArchivedOptions.none());
  }

  /**
   * The tasks in the recycling bin, where HubSpot keeps them for 90 days.
   *
   * @param options what it is told besides
   */
  public RecordStream<Task> listArchived(ListArchivedOptions options) {
    return client.list(requests.listArchivedPages(options.arguments), Task.class);
  }

  /**
   * One task, by HubSpot's id or, with idProperty, by another property whose values are unique.
   *
   * @param taskId The id, or a value of idProperty.
   */
  public Task get(String taskId) {
    return get(taskId, GetOptions.none());
  }

  /**
   * One task, by HubSpot's id or, with idProperty, by another property whose values are unique.
   *
   * @param taskId The id, or a value of idProperty.
   * @param options what it is told besides
   */
  public Task get(String taskId, GetOptions options) {
    return client
        .send(requests.getRequest(options.arguments.with("taskId", taskId)))
        .as(Task.class);
  }

  /**
   * Creates a task, and gives it back as HubSpot made it.
   *
   * @param values Values by HubSpot's names; an empty text clears one.
   */
  public Task create(Object values) {
    return create(values, CreateOptions.none());
  }

  /**
   * Creates a task, and gives it back as HubSpot made it.
   *
   * @param values Values by HubSpot's names; an empty text clears one.
   * @param options what it is told besides
   */
  public Task create(Object values, CreateOptions options) {
    return client
        .send(requests.createRequest(options.arguments.with("values", values)))
        .as(Task.class);
  }

  /**
   * Sets properties of a task and leaves the others.
   *
   * @param taskId The id, or a value of idProperty.
   * @param values Values by HubSpot's names; an empty text clears one.
   */
  public Task update(String taskId, Object values) {
    return update(taskId, values, UpdateOptions.none());
  }

  /**
   * Sets properties of a task and leaves the others.
   *
   * @param taskId The id, or a value of idProperty.
   * @param values Values by HubSpot's names; an empty text clears one.
   * @param options what it is told besides
   */
  public Task update(String taskId, Object values, UpdateOptions options) {
    return client
        .send(
            requests.updateRequest(options.arguments.with("taskId", taskId).with("values", values)))
        .as(Task.class);
  }

  /**
   * Moves a task to the recycling bin.
   *
   * @param taskId The id, or a value of idProperty.
   */
  public void archive(String taskId) {
    client.send(requests.archiveRequest(Arguments.none().with("taskId", taskId)));
  }

  /**
   * The tasks that fit a search, at most 10,000; where more fit, reading fails after these. The
   * index lags behind by some seconds.
   */
  public RecordStream<Task> search() {
    return search(SearchOptions.none());
  }

  /**
   * The tasks that fit a search, at most 10,000; where more fit, reading fails after these. The
   * index lags behind by some seconds.
   *
   * @param options what it is told besides
   */
  public RecordStream<Task> search(SearchOptions options) {
    return client.list(requests.searchPages(options.arguments), Task.class);
  }

  /**
   * What changed since a checkpoint.
   *
   * <p>The tasks created or changed since a time, oldest first.
   *
   * @param since where the read before this one ended; NONE begins anew
   */
  public ChangeStream<Task> changes(Checkpoint since) {
    return changes(since, ChangesOptions.none());
  }

  /**
   * What changed since a checkpoint.
   *
   * <p>The tasks created or changed since a time, oldest first.
   *
   * @param since where the read before this one ended; NONE begins anew
   * @param options what it is told besides
   */
  public ChangeStream<Task> changes(Checkpoint since, ChangesOptions options) {
    Arguments with = options.arguments;
    return client.changes(
        requests.changesPages(with), requests.incremental(with), since, Task.class);
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
