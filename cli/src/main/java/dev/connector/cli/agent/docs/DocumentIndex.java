package dev.connector.cli.agent.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Sections to search and to read, in memory. Ranked by BM25 of what they say, of their headings,
 * and less of the headings above. May be used by several threads.
 */
public final class DocumentIndex implements AutoCloseable {

  private static final String TEXT = "text";
  private static final String HEADING = "heading";
  private static final String ABOVE = "above";
  private static final Map<String, Float> BOOSTS = Map.of(TEXT, 1f, HEADING, 1.5f, ABOVE, 0.5f);
  private static final FieldType SEARCHED = searched();
  private static final String PLACE = "place";
  private static final int MOST_TERMS = 64;

  private final List<Document> documents;
  private final List<Section> sections = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final Terms terms = new Terms();
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  private DocumentIndex(List<Document> documents) throws IOException {
    this.documents = List.copyOf(documents);
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    IndexWriterConfig config =
        new IndexWriterConfig(terms)
            .setRAMBufferSizeMB(64)
            .setUseCompoundFile(false)
            .setMergeScheduler(new SerialMergeScheduler());
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (Document document : documents) {
        places.putIfAbsent(document.id(), sections.size());
        for (Section section : document.sections()) {
          writer.addDocument(fields(section, sections.size()));
          places.putIfAbsent(section.id(), sections.size());
          places.putIfAbsent(section.address(), sections.size());
          sections.add(section);
        }
        places.putIfAbsent(document.address(), sections.size() - document.sections().size());
      }
    }
    reader = DirectoryReader.open(directory);
    searcher = new IndexSearcher(reader);
  }

  /** Indexes documents that have at least one section each, as all have that are read. */
  public static DocumentIndex of(List<Document> documents) {
    try {
      return new DocumentIndex(documents);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Field> fields(Section section, int place) {
    List<String> path = section.path();
    int last = path.size() - 1;
    return List.of(
        new Field(TEXT, section.text(), SEARCHED),
        new Field(HEADING, path.get(last), SEARCHED),
        new Field(ABOVE, String.join(" ", path.subList(0, last)), SEARCHED),
        new StoredField(PLACE, place));
  }

  /**
   * The sections that answer best, best first.
   *
   * @param query words; nothing in it is syntax
   */
  public List<Hit> search(String query, int limit) {
    Set<String> wanted = wanted(query);
    if (wanted.isEmpty() || limit < 1) {
      return List.of();
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (String term : wanted) {
      List<Query> fields = new ArrayList<>();
      BOOSTS.forEach(
          (field, boost) ->
              fields.add(new BoostQuery(new TermQuery(new Term(field, term)), boost)));
      Query anywhere = new DisjunctionMaxQuery(fields, 0.2f);
      any.add(anywhere, BooleanClause.Occur.SHOULD);
      all.add(anywhere, BooleanClause.Occur.MUST);
    }
    // What has all the words comes before what says one of them everywhere.
    any.add(all.build(), BooleanClause.Occur.SHOULD);
    try {
      List<Hit> hits = new ArrayList<>();
      for (ScoreDoc found : searcher.search(any.build(), limit).scoreDocs) {
        int place =
            searcher.storedFields().document(found.doc).getField(PLACE).numericValue().intValue();
        hits.add(hit(sections.get(place), wanted));
      }
      return hits;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Set<String> wanted(String query) {
    Set<String> wanted = new LinkedHashSet<>();
    terms.each(
        Invisible.removed(query),
        (term, at) -> {
          if (wanted.size() < MOST_TERMS) {
            wanted.add(term);
          }
        });
    return wanted;
  }

  private Hit hit(Section section, Set<String> wanted) {
    String snippet = Snippet.of(section.text(), wanted, terms);
    return new Hit(section.id(), section.address(), section.path(), snippet);
  }

  /**
   * A section with its neighbours; empty where there is none.
   *
   * @param reference its id or its address; or those of a document, for the first of its sections
   */
  public Optional<Excerpt> read(String reference) {
    Integer place = places.get(reference.strip());
    if (place == null || place >= sections.size()) {
      return Optional.empty();
    }
    Section section = sections.get(place);
    return Optional.of(
        new Excerpt(section, sibling(section, place - 1), sibling(section, place + 1)));
  }

  private Optional<String> sibling(Section section, int place) {
    String document = section.id().substring(0, section.id().indexOf('.') + 1);
    return place < 0 || place >= sections.size()
        ? Optional.empty()
        : Optional.of(sections.get(place).id()).filter(id -> id.startsWith(document));
  }

  /**
   * The table of contents with ids, one line an entry: all headings where there is room, else the
   * upper ones, else as many documents as fit.
   */
  public String outline(int maxCharacters) {
    return Outline.of(documents, maxCharacters);
  }

  @Override
  public void close() {
    try {
      reader.close();
      terms.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FieldType searched() {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    type.freeze();
    return type;
  }
}
