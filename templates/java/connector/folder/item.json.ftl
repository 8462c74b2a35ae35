{
  "format": 1,
  "language": "java",
  "release": 17,
  "package": "${package}",
  "sources": { "main": "src/main/java", "test": "src/test/java" },
  "requires": { "runtime": "^1.0.0" },
  "dependencies": [
    { "id": "org.junit.jupiter:junit-jupiter:6.1.3", "scope": "test" },
    { "id": "org.assertj:assertj-core:3.27.7", "scope": "test" },
    { "id": "com.squareup.okhttp3:mockwebserver3:5.5.1", "scope": "test" }
  ]
}
