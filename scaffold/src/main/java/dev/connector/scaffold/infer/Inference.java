package dev.connector.scaffold.infer;

import dev.connector.scaffold.description.ApiDescription;
import dev.connector.scaffold.description.ApiOperation;
import dev.connector.scaffold.infer.access.AccessInference;
import dev.connector.scaffold.infer.access.AuthenticationInference;
import dev.connector.scaffold.infer.assembly.Assembly;
import dev.connector.scaffold.infer.assembly.InferredDefinition;
import dev.connector.scaffold.infer.assembly.Selection;
import dev.connector.scaffold.infer.graph.ParentInference;
import dev.connector.scaffold.infer.graph.ResourceInference;
import dev.connector.scaffold.infer.judgement.Judgement;
import dev.connector.scaffold.infer.paging.DeletesInference;
import dev.connector.scaffold.infer.paging.IncrementalInference;
import dev.connector.scaffold.infer.paging.PaginationInference;
import dev.connector.scaffold.infer.shape.Collection;
import dev.connector.scaffold.infer.shape.CollectionInference;
import dev.connector.scaffold.lexicon.Lexicon;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Infers what a connector needs to know from what a description says. For one thread; what does not
 * depend on a selection is inferred once.
 */
public final class Inference {

  private final ApiDescription description;
  private final Lexicon lexicon;
  private Optional<Assembly> assembly = Optional.empty();

  public Inference(ApiDescription description, Lexicon lexicon) {
    this.description = description;
    this.lexicon = lexicon;
  }

  /** Each operation judged by itself, in the order of the document. */
  public List<Judgement> judgements() {
    Map<ApiOperation, Collection> collections = collections();
    return judgements(collections, new ParentInference(collections, lexicon));
  }

  private Map<ApiOperation, Collection> collections() {
    CollectionInference shapes = new CollectionInference(description, lexicon);
    Map<ApiOperation, Collection> collections = new LinkedHashMap<>();
    description.operations().forEach(it -> collections.put(it, shapes.infer(it)));
    return collections;
  }

  private List<Judgement> judgements(
      Map<ApiOperation, Collection> collections, ParentInference parents) {
    PaginationInference pagination = new PaginationInference(lexicon, description.operations());
    IncrementalInference incremental = new IncrementalInference(lexicon);
    DeletesInference deletes = new DeletesInference(lexicon);
    AuthenticationInference authentication = new AuthenticationInference(description);
    return description.operations().stream()
        .map(
            it ->
                new Judgement(
                    it,
                    collections.get(it),
                    pagination.infer(it, collections.get(it)),
                    parents.infer(it),
                    incremental.infer(it, collections.get(it)),
                    deletes.infer(it, collections.get(it)),
                    authentication.infer(it)))
        .toList();
  }

  /**
   * The definition of a connector for what is selected.
   *
   * @throws dev.connector.spec.ConnectorException where nothing selected can be read, or where the
   *     selection names what is not there
   */
  public InferredDefinition definition(Selection selection) {
    if (assembly.isEmpty()) {
      assembly = Optional.of(assembled());
    }
    return assembly.get().definition(selection);
  }

  private Assembly assembled() {
    Map<ApiOperation, Collection> collections = collections();
    ParentInference parents = new ParentInference(collections, lexicon);
    Map<ApiOperation, Judgement> judged = new LinkedHashMap<>();
    judgements(collections, parents).forEach(it -> judged.put(it.operation(), it));
    return new Assembly(
        description,
        judged,
        new ResourceInference(collections, parents).infer(),
        new AccessInference(description, lexicon).infer(),
        lexicon);
  }
}
