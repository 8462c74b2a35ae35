/** Measures inference against real descriptions and labels made by hand; not run by default. */
package dev.connector.scaffold.corpus;
