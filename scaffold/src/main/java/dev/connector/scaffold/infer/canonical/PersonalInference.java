package dev.connector.scaffold.infer.canonical;

import com.fasterxml.jackson.core.JsonPointer;
import dev.connector.scaffold.infer.fact.Evidence;
import dev.connector.scaffold.infer.fact.Fact;
import dev.connector.scaffold.infer.shape.Subject;
import dev.connector.scaffold.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Infers which fields are about a person. */
final class PersonalInference {

  private static final int ALWAYS = 7;

  private final Lexicon lexicon;

  PersonalInference(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /**
   * What is personal by its name whatever the record is, and what is where records are persons.
   *
   * @param subject what the records are called
   */
  List<Fact<JsonPointer>> infer(Subject subject, List<RecordField> fields) {
    boolean person = subject.names().stream().anyMatch(it -> lexicon.knows("personWord", it));
    Set<String> told = new HashSet<>();
    for (RecordField field : fields) {
      if (isValue(field) && lexicon.weight("personalField", field.name()) >= ALWAYS) {
        told.add(field.group());
      }
    }
    List<Fact<JsonPointer>> personal = new ArrayList<>();
    for (RecordField field : fields) {
      int weight = lexicon.weight("personalField", field.name());
      boolean about =
          field.group().isEmpty()
              ? person
              : told.contains(field.group())
                  || lexicon.knows("personWord", Subject.joined(field.group()))
                  || lexicon.weight("personalGroup", field.group()) > (person ? 0 : 1);
      boolean named = weight >= ALWAYS || weight > 0 && about;
      if (isValue(field) && (named || field.schema().format().equals("email"))) {
        Evidence evidence =
            new Evidence(field.schema().place(), "it tells of a person by its name");
        personal.add(Fact.likely(field.at(), evidence));
      }
    }
    return personal;
  }

  private static boolean isValue(RecordField field) {
    return !field.schema().isObject()
        && !field.schema().isArray()
        && !field.schema().types().contains("boolean");
  }
}
