package dev.connector.spec.engine.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

/** Looks at every record, and tells how many there were and what they cost. */
final class Sum {

  private long records;
  private long ids;

  void add(JsonNode contact) {
    records++;
    ids += Long.parseLong(contact.path("id").textValue());
  }

  /** One line: records, the sum of their ids, CPU seconds of this process, peak heap in MB. */
  void print() {
    double cpu =
        ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1000.0;
    long heap =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(it -> it.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getPeakUsage)
            .mapToLong(it -> it.getUsed())
            .sum();
    System.out.printf("%d %d %.2f %d%n", records, ids, cpu, heap >> 20);
  }
}
