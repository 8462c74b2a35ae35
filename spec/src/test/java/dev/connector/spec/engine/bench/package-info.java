/** What {@code spec/bench/engine.sh} runs: programs, not tests. */
package dev.connector.spec.engine.bench;
