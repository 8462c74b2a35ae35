package dev.connector.scaffold.render.model;

import dev.connector.spec.definition.Resource;
import java.util.List;

/**
 * A resource as Java.
 *
 * @param name the definition's, {@code contacts}
 * @param accessor the client's method that leads to it, {@code contacts}
 * @param type the simple name of its class, {@code Contacts}
 * @param requests the simple name of the class that makes its requests, {@code ContactsRequests}
 * @param record the simple name of its records' type, {@code Contact}
 * @param operations in the order of the definition
 */
public record JavaResource(
    String name,
    Resource definition,
    String accessor,
    String type,
    String requests,
    String record,
    List<JavaOperation> operations) {

  public JavaResource {
    operations = List.copyOf(operations);
  }
}
