plugins {
    java
}

repositories {
    mavenCentral()
}

dependencies {
  api("org.slf4j:slf4j-api:2.0.17")
}
