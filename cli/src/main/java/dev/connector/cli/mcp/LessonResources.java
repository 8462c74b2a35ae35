package dev.connector.cli.mcp;

import dev.connector.registry.lesson.Lesson;
import dev.connector.registry.lesson.Lessons;
import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceSpecification;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import java.util.List;

/** What earlier connectors taught, each text with what it applies to. */
final class LessonResources {

  private LessonResources() {}

  static List<SyncResourceSpecification> of(Lessons lessons) {
    return lessons.all().stream().map(LessonResources::specification).toList();
  }

  private static SyncResourceSpecification specification(Lesson lesson) {
    Resource resource =
        Resource.builder("connector://lessons/" + lesson.name(), lesson.name())
            .title(lesson.title())
            .description("Applies to " + String.join(", ", lesson.applies()) + ".")
            .mimeType("text/markdown")
            .build();
    return new SyncResourceSpecification(
        resource, (exchange, request) -> PackagedResources.text(resource, lesson.file()));
  }
}
